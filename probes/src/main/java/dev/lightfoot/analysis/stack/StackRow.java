package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One line of a [Stack]: one span, or several alike next to each other. The long constructor is
/// one table's columns.
///
/// @param depth 0 for the client's wait
/// @param label what was done, without the count
/// @param layer where
/// @param evidence the client's wait is measured, what servers recorded is imported
/// @param bars each call, by start; empty for a floating row
/// @param floating whether only its duration is known, not when it was: to be drawn without a place
///   inside the row it hangs below
/// @param count how many operations; where a recorder put several into one span, all of them
/// @param atLeast whether there may be more than that
/// @param trips how many round trips to another machine they took: a batch is one
/// @param rttNanos floor round-trip time of their peer; empty where fewer than five cheap calls
///   were seen
/// @param sumNanos of the calls' durations
/// @param ownNanos of the durations that the peer itself recorded for these calls; where the caller
///   recorded them too, [#sumNanos] less this is the network's share
/// @param selfNanos of the times within the calls when nothing below them was under way
/// @param dark gaps in which nothing below was under way, longer than 5 % of the span; [StackBar]s
///   with the whisker of the span that they lie in
/// @param criticalNanos how much of the row's own time lies on the critical path
/// @param peer where it went, or who recorded it; empty where no record says
/// @param sources formats that it was read from, such as `django, postgresql`
/// @param joinedBy how it was found; empty for the client's wait
/// @param failed how many of the calls failed
/// @param spanIds the run's spans that it shows, by start; empty for the client's wait
public record StackRow(
    int depth,
    RowLabel label,
    Layer layer,
    Evidence evidence,
    List<StackBar> bars,
    boolean floating,
    int count,
    boolean atLeast,
    int trips,
    OptionalLong rttNanos,
    long sumNanos,
    OptionalLong ownNanos,
    long selfNanos,
    List<StackBar> dark,
    long criticalNanos,
    Optional<Peer> peer,
    List<String> sources,
    Optional<JoinedBy> joinedBy,
    int failed,
    List<String> spanIds) {
  public StackRow {
    bars = List.copyOf(bars);
    dark = List.copyOf(dark);
    sources = List.copyOf(sources);
    spanIds = List.copyOf(spanIds);
  }

  /// When the first call began, from the start of the run; empty for a floating row.
  public OptionalLong startNanos() {
    return bars.stream().mapToLong(StackBar::startNanos).min();
  }

  /// When the last call ended.
  public OptionalLong endNanos() {
    return bars.stream().mapToLong(StackBar::endNanos).max();
  }

  /// From the first start to the last end; of a floating row its duration.
  public long wallNanos() {
    return bars.isEmpty() ? sumNanos : endNanos().orElseThrow() - startNanos().orElseThrow();
  }

  /// How far its place can be off to either side: the widest of its calls.
  public long whiskerNanos() {
    return bars.stream().mapToLong(StackBar::whiskerNanos).max().orElse(0);
  }

  /// Trips times the floor round-trip time, at most the sum; 0 where no floor is known.
  public long distanceNanos() {
    return rttNanos.isPresent() ? Math.min(sumNanos, trips * rttNanos.getAsLong()) : 0;
  }
}
