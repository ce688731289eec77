package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Views.Made;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Tries all distributions of calls among the servers that can have made them. What one thread or
/// session did goes to one of them, or is cut where it went on to the next; a server may have had
/// help of a second thread. Servers whose times are not known have worked one after the other.
final class ViewSearch {
  /// Trials after which it is as unclear as with several solutions.
  private static final int MOST_TRIALS = 20_000;

  private final Views views;
  private final Function<String, Interval> ahead;
  private final List<List<Span>> calls = new ArrayList<>();
  private final Map<Integer, List<Span>> given = new TreeMap<>();
  private final List<List<Made>> found = new ArrayList<>();
  private int trials;

  ViewSearch(Views views, List<Entry> fitting, Function<String, Interval> ahead) {
    this.views = views;
    this.ahead = ahead;
    Map<String, List<Span>> byRecorder = new LinkedHashMap<>();
    fitting.forEach(
        entry ->
            byRecorder
                .computeIfAbsent(entry.recorder(), _ -> new ArrayList<>())
                .addAll(entry.spans()));
    for (List<Span> spans : byRecorder.values()) {
      spans.sort(Comparator.comparingLong(span -> span.time().atUnixNanos()));
      calls.add(spans);
    }
  }

  /// The one distribution that fits; empty where none or another one does, too.
  Optional<List<Made>> only() {
    give(0, 0, Set.of());
    return found.size() == 1 && trials < MOST_TRIALS
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  /// Gives what that thread or session did from that call on to whoever can have made it.
  ///
  /// @param had who has had their part of what it did before
  private void give(int recorder, int from, Set<Integer> had) {
    if (recorder == calls.size()) {
      found.add(made());
      return;
    }
    List<Span> own = calls.get(recorder);
    for (int view = 0; view < views.size(); view++) {
      for (int to = own.size(); to > from && !had.contains(view) && isOpen(); to--) {
        trials++;
        give(recorder, own, from, to, view, had);
      }
    }
  }

  private void give(int recorder, List<Span> own, int from, int to, int view, Set<Integer> had) {
    List<Span> before = given.getOrDefault(view, List.of());
    List<Span> all = new ArrayList<>(before);
    all.addAll(own.subList(from, to));
    given.put(view, all);
    if (agrees(view)) {
      if (to == own.size()) {
        give(recorder + 1, 0, Set.of());
      } else {
        Set<Integer> now = new HashSet<>(had);
        now.add(view);
        give(recorder, to, now);
      }
    }
    if (before.isEmpty()) {
      given.remove(view);
    } else {
      given.put(view, before);
    }
  }

  private boolean isOpen() {
    return found.size() < 2 && trials < MOST_TRIALS;
  }

  private List<Made> made() {
    List<Made> made = new ArrayList<>();
    given.forEach((view, own) -> made.add(new Made(Optional.of(views.span(view)), own)));
    return made;
  }

  /// Whether what that one is given now goes with all else: at one offset of the clock where their
  /// times are known, one after the other where not.
  private boolean agrees(int view) {
    Entry part = entry(view);
    if (!views.fits(view, part)) {
      return false;
    }
    Map<String, Interval> offsets = new HashMap<>();
    boolean apart = true;
    for (int other : given.keySet()) {
      Entry its = other == view ? part : entry(other);
      Optional<String> clock = views.clock(other);
      clock.ifPresent(
          name ->
              offsets.merge(name, ahead.apply(name).and(views.ahead(other, its)), Interval::and));
      boolean placed = clock.isPresent() && views.clock(view).isPresent();
      apart &= other == view || placed || isApart(its, part);
    }
    return apart && offsets.values().stream().allMatch(offset -> offset.low() <= offset.high());
  }

  private Entry entry(int view) {
    return Entry.of("", given.getOrDefault(view, List.of()));
  }

  private static boolean isApart(Entry one, Entry other) {
    return one.endNanos() - one.slackNanos() <= other.startNanos() + other.slackNanos()
        || other.endNanos() - other.slackNanos() <= one.startNanos() + one.slackNanos();
  }
}
