package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.Sweep.Interval;
import dev.lightfoot.analysis.join.Sweep.Region;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Pairs the calls that an application recorded with the entries that the database or cache
/// recorded of the same calls. Both logs record the same calls, apart by some unknown offset of
/// their clocks: each pair of equal texts votes for the offsets at which the entry lies within the
/// call, and the offset with the most votes is the one.
final class Statements {
  /// Votes that are counted at most: beyond it, the rest of the texts is left out.
  private static final int MOST_VOTES = 2_000_000;

  private static final long NEIGHBOUR_NANOS = 5_000_000;

  private final List<Span> calls;
  private final List<Span> entries;
  private final long slackNanos;

  /// @param slackNanos how far an entry may stick out of its call besides what both clocks' steps
  ///   allow
  Statements(List<Span> calls, List<Span> entries, long slackNanos) {
    this.calls = calls.stream().filter(Statements::timed).sorted(BY_START).toList();
    this.entries = entries.stream().filter(Statements::placed).sorted(BY_START).toList();
    this.slackNanos = slackNanos;
  }

  private static final Comparator<Span> BY_START =
      Comparator.comparingLong(span -> span.time().atUnixNanos());

  /// One call, recorded by both.
  record Pair(Span call, Span entry) {}

  /// What was paired.
  ///
  /// @param pairs in order of time
  /// @param offset by how much the entries' clock can be ahead of the calls'; empty where nothing
  ///   was paired
  /// @param rivals how many other offsets would pair as many
  record Paired(List<Pair> pairs, Optional<Interval> offset, int rivals) {}

  private static boolean timed(Span span) {
    return span.time().known() == SpanTime.Known.INTERVAL;
  }

  /// An instant is enough to lie within a call.
  private static boolean placed(Span span) {
    return span.time().known() != SpanTime.Known.DURATION;
  }

  /// Pairs them.
  ///
  /// @param likely where the offset is known to lie; all offsets where that is not known
  Paired pair(Interval likely) {
    Paired exact = pair(StatementText::exact, likely);
    int enough = Math.min(calls.size(), entries.size());
    if (exact.pairs().size() >= enough) {
      return exact;
    }
    Paired alike = pair(StatementText::template, likely);
    return alike.pairs().size() > exact.pairs().size() ? alike : exact;
  }

  private Paired pair(Function<Span, Optional<String>> text, Interval likely) {
    Map<String, List<Span>> byText = new HashMap<>();
    for (Span entry : entries) {
      text.apply(entry)
          .ifPresent(key -> byText.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry));
    }
    List<Interval> votes = new ArrayList<>();
    for (Span call : calls) {
      for (Span entry : text.apply(call).map(byText::get).orElse(List.of())) {
        Interval vote = vote(call, entry, likely);
        if (vote.low() <= vote.high() && votes.size() < MOST_VOTES) {
          votes.add(vote);
        }
      }
    }
    List<Region> best = Sweep.best(votes);
    if (best.isEmpty()) {
      return new Paired(List.of(), Optional.empty(), 0);
    }
    Interval offset = Sweep.nearest(best, likely).interval();
    // regions side by side pair the same: they differ by one vote within another's width
    long others =
        best.stream()
            .map(Region::interval)
            .filter(other -> Math.abs(other.middle() - offset.middle()) > NEIGHBOUR_NANOS)
            .count();
    return new Paired(assign(text, byText, offset), Optional.of(offset), Math.toIntExact(others));
  }

  private Interval vote(Span call, Span entry, Interval likely) {
    long slack = slack(call, entry);
    long low = end(entry) - end(call) - slack;
    long high = entry.time().atUnixNanos() - call.time().atUnixNanos() + slack;
    return new Interval(Math.max(low, likely.low()), Math.min(high, likely.high()));
  }

  private long slack(Span call, Span entry) {
    return call.time().resolutionNanos() + entry.time().resolutionNanos() + slackNanos;
  }

  private List<Pair> assign(
      Function<Span, Optional<String>> text, Map<String, List<Span>> byText, Interval offset) {
    Set<Span> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair> pairs = new ArrayList<>();
    Interval all = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);
    for (Span call : calls) {
      List<Span> alike = text.apply(call).map(byText::get).orElse(List.of());
      long latest = end(call) + offset.high() + 2 * slackNanos;
      for (int i = firstNear(alike, call, offset.low()); i < alike.size(); i++) {
        Span entry = alike.get(i);
        Interval vote = vote(call, entry, all);
        boolean fits = vote.low() <= offset.high() && vote.high() >= offset.low();
        if (fits && taken.add(entry)) {
          pairs.add(new Pair(call, entry));
          break;
        }
        if (entry.time().atUnixNanos() - slack(call, entry) > latest) {
          break;
        }
      }
    }
    return pairs;
  }

  /// Position of the first entry that does not begin too early for the call.
  private int firstNear(List<Span> byStart, Span call, long offset) {
    int low = 0;
    int high = byStart.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Span entry = byStart.get(middle);
      boolean early =
          entry.time().atUnixNanos() + slack(call, entry) < call.time().atUnixNanos() + offset;
      low = early ? middle + 1 : low;
      high = early ? high : middle;
    }
    return low;
  }

  private static long end(Span span) {
    return span.time().atUnixNanos() + span.time().durationNanos();
  }

  /// Those of these that no pair holds as its entry.
  static List<Span> without(List<Span> spans, List<Pair> pairs) {
    Set<String> paired = new HashSet<>();
    pairs.forEach(pair -> paired.add(pair.entry().spanId()));
    return spans.stream().filter(span -> !paired.contains(span.spanId())).toList();
  }
}
