package dev.lightfoot.analysis.join.statement;

import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.analysis.join.statement.Sweep.Region;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Pairs the calls that an application recorded with the entries that the database or cache
/// recorded of the same calls. Both logs record the same calls, apart by some unknown offset of
/// their clocks: each pair of equal texts votes for the offsets at which the entry lies within the
/// call, and the offset with the most votes is the one.
public final class Statements {
  /// Votes that are counted at most: beyond it, the rest of the texts is left out.
  private static final int MOST_VOTES = 2_000_000;

  private static final long NEIGHBOUR_NANOS = 5_000_000;

  /// Regions that are tried at most, the nearest first: each is paired for itself.
  private static final int MOST_REGIONS = 16;

  private final List<Span> calls;
  private final List<Span> asked;
  private final List<Span> entries;
  private final long slackNanos;

  /// @param slackNanos how far an entry may stick out of its call besides what both clocks' steps
  ///   allow
  public Statements(List<Span> calls, List<Span> entries, long slackNanos) {
    this(calls, calls, entries, slackNanos);
  }

  /// @param calls of ours and of others
  /// @param asked those of them that are ours: they find the offset
  public Statements(List<Span> calls, List<Span> asked, List<Span> entries, long slackNanos) {
    this.asked = asked.stream().filter(Statements::timed).sorted(BY_START).toList();
    this.calls = calls.stream().filter(Statements::timed).sorted(BY_START).toList();
    this.entries = entries.stream().filter(Statements::placed).sorted(BY_START).toList();
    this.slackNanos = slackNanos;
  }

  private static final Comparator<Span> BY_START =
      Comparator.comparingLong(span -> span.time().atUnixNanos());

  /// One call, recorded by both.
  public record Pair(Span call, Span entry) {}

  /// What was paired.
  ///
  /// @param pairs in order of time
  /// @param offset by how much the entries' clock can be ahead of the calls'; empty where nothing
  ///   was paired
  /// @param rivals how many other offsets would pair as many calls, or might
  /// @param elsewhere an offset that cannot be believed, where that would pair more
  public record Paired(
      List<Pair> pairs, Optional<Interval> offset, int rivals, Optional<Interval> elsewhere) {}

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
  public Paired pair(Interval likely) {
    AlikeEntries alike = new AlikeEntries(calls, entries);
    List<Span> voting = asked.isEmpty() ? calls : asked;
    List<Region> best = Sweep.best(votes(voting, alike, likely));
    if (!likely.equals(Interval.ANY)) {
      List<Region> anywhere = Sweep.best(votes(voting, alike, Interval.ANY));
      if (most(anywhere) > most(best)) {
        Interval nearest = Sweep.nearest(anywhere, likely.middle()).interval();
        return new Paired(List.of(), Optional.empty(), 0, Optional.of(nearest));
      }
    }
    if (best.isEmpty()) {
      return new Paired(List.of(), Optional.empty(), 0, Optional.empty());
    }
    List<Fit> fits = mostCalls(best, likely.equals(Interval.ANY) ? 0 : likely.middle(), alike);
    Fit fit = fits.getFirst();
    // regions side by side pair much the same: they differ by one vote within another's width
    long others =
        fits.stream()
            .filter(
                other -> Math.abs(other.offset.middle() - fit.offset.middle()) > NEIGHBOUR_NANOS)
            .count();
    int untried = Math.max(0, best.size() - MOST_REGIONS);
    List<Pair> rest = new InOrder(asked, entries, fit.found.all(), fit.offset.middle()).rest();
    return new Paired(
        Stream.concat(fit.found.all().stream(), rest.stream()).toList(),
        Optional.of(fit.offset),
        Math.toIntExact(others) + untried,
        Optional.empty());
  }

  private record Fit(Interval offset, SessionPairs.Found found) {
    private static final Comparator<Fit> BY_PAIRED =
        Comparator.comparingInt((Fit fit) -> fit.found.calls())
            .thenComparingInt(fit -> fit.found.halves().size());
  }

  /// Each call votes for itself, so that two may count on the same entry: a row of equal statements
  /// fits shifted by one, too, and leaves one over. Of the regions with the most votes those are
  /// the offset which pair most calls; the ones nearest to that value come first.
  private List<Fit> mostCalls(List<Region> regions, long value, AlikeEntries alike) {
    List<Fit> fits =
        regions.stream()
            .map(Region::interval)
            .sorted(Comparator.comparingLong(region -> Math.abs(region.middle() - value)))
            .limit(MOST_REGIONS)
            .map(region -> new Fit(region, found(region, alike)))
            .toList();
    Fit most = fits.stream().max(Fit.BY_PAIRED).orElseThrow();
    return fits.stream().filter(fit -> Fit.BY_PAIRED.compare(fit, most) == 0).toList();
  }

  private SessionPairs.Found found(Interval offset, AlikeEntries alike) {
    return new SessionPairs(
            calls,
            call -> fitting(call, alike.of(call), offset),
            call -> within(call, offset.middle()))
        .find();
  }

  private static int most(List<Region> best) {
    return best.isEmpty() ? 0 : best.getFirst().votes();
  }

  private List<Interval> votes(List<Span> of, AlikeEntries alike, Interval likely) {
    List<Interval> votes = new ArrayList<>();
    for (Span call : of) {
      if (votes.size() < MOST_VOTES) {
        // one vote a call, however many entries agree
        votes.addAll(
            Sweep.union(alike.of(call).stream().map(entry -> vote(call, entry, likely)).toList()));
      }
    }
    return votes;
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

  private List<Span> fitting(Span call, List<Span> alike, Interval offset) {
    long latest = end(call) + offset.high() + 2 * slackNanos;
    List<Span> fitting = new ArrayList<>();
    for (int i = firstNear(alike, call, offset.low()); i < alike.size(); i++) {
      Span entry = alike.get(i);
      if (vote(call, entry, Interval.ANY).meets(offset)) {
        fitting.add(entry);
      }
      if (entry.time().atUnixNanos() - slack(call, entry) > latest) {
        break;
      }
    }
    return fitting;
  }

  /// All entries whose middle lies within the call, at that offset.
  private List<Span> within(Span call, long offset) {
    List<Span> within = new ArrayList<>();
    for (int i = firstNear(entries, call, offset); i < entries.size(); i++) {
      Span entry = entries.get(i);
      long middle = entry.time().atUnixNanos() + entry.time().durationNanos() / 2 - offset;
      if (entry.time().atUnixNanos() - offset > end(call)) {
        break;
      }
      if (middle >= call.time().atUnixNanos() && middle <= end(call)) {
        within.add(entry);
      }
    }
    return within;
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

  static long end(Span span) {
    return span.time().atUnixNanos() + span.time().durationNanos();
  }

  /// Those of these that no pair holds as its entry.
  public static List<Span> without(List<Span> spans, List<Pair> pairs) {
    Set<String> paired = new HashSet<>();
    pairs.forEach(pair -> paired.add(pair.entry().spanId()));
    return spans.stream().filter(span -> !paired.contains(span.spanId())).toList();
  }
}
