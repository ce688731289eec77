package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.clock.ClockBounds;
import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what cannot be in a [Stack], and what its numbers do not hold.
final class StackRemarks {
  private final Run run;
  private final List<StackRow> rows;
  private final List<ClockBound> clocks;
  private final List<JoinedExchange> exchanges;

  StackRemarks(
      Run run, List<StackRow> rows, List<ClockBound> clocks, List<JoinedExchange> exchanges) {
    this.run = run;
    this.rows = rows;
    this.clocks = clocks;
    this.exchanges = exchanges;
  }

  List<StackRemark> contradictions() {
    Stream<StackRemark> impossible =
        clocks.stream()
            .filter(ClockBound::contradicts)
            .map(
                clock ->
                    new StackRemark.ClockContradicts(
                        clock.clock(), clock.lowNanos(), clock.highNanos()));
    Stream<StackRemark> longer =
        rows.stream()
            .filter(row -> longer(row) > latest(row))
            .map(row -> new StackRemark.LongerThanRequest(row.label(), longer(row)));
    return Stream.concat(impossible, longer).toList();
  }

  /// How much longer a call of the row took than any request was under way, wherever its clock puts
  /// it; 0 where none did.
  private long longer(StackRow row) {
    return row.depth() == 0
        ? 0
        : row.bars().stream()
            .mapToLong(bar -> Math.max(0, bar.durationNanos() - underWay()))
            .max()
            .orElse(0);
  }

  /// From the first byte of a request to the last of its answer.
  private long underWay() {
    return run.exchanges().stream()
        .map(Exchange::phases)
        .mapToLong(
            each ->
                each.durationNanos(Phase.SEND)
                    + each.durationNanos(Phase.WAIT)
                    + each.durationNanos(Phase.RECEIVE))
        .max()
        .orElse(Long.MAX_VALUE);
  }

  private static long latest(StackRow row) {
    boolean waited = row.layer() == Layer.DATABASE || row.layer() == Layer.CACHE;
    return waited ? 0 : ClockBounds.LATEST_NANOS;
  }

  List<StackRemark> notes(List<LayerTotal> totals) {
    List<StackRemark> notes = new ArrayList<>();
    for (LayerTotal total : totals) {
      if (total.laterTrips() > 0) {
        notes.add(new StackRemark.AfterTheWait(total.layer(), total.laterTrips()));
      }
    }
    for (JoinedExchange exchange : exchanges) {
      if (exchange.spans() == 0) {
        notes.add(new StackRemark.NothingFound(run.exchanges().get(exchange.exchange()).url()));
      }
    }
    for (StackRow row : rows) {
      if (longer(row) > 0 && longer(row) <= latest(row)) {
        notes.add(new StackRemark.EndedLate(row.label(), longer(row)));
      }
    }
    if (rows.stream().anyMatch(StackRow::atLeast)) {
      notes.add(StackRemark.Plain.CALLS_DROPPED);
    }
    if (rows.stream().anyMatch(row -> row.joinedBy().equals(Optional.of(JoinedBy.TIME)))) {
      notes.add(StackRemark.Plain.JOINED_BY_TIME);
    }
    return notes;
  }
}
