package dev.lightfoot.analysis.stack;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be said about a [Stack]: what cannot be, and what its numbers do not hold.
final class StackWords {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Run run;
  private final List<StackRow> rows;
  private final List<ClockBound> clocks;
  private final List<JoinedExchange> exchanges;

  StackWords(
      Run run, List<StackRow> rows, List<ClockBound> clocks, List<JoinedExchange> exchanges) {
    this.run = run;
    this.rows = rows;
    this.clocks = clocks;
    this.exchanges = exchanges;
  }

  List<String> contradictions() {
    Stream<String> impossible =
        clocks.stream()
            .filter(ClockBound::contradicts)
            .map(
                clock ->
                    "The clock of %s contradicts itself: one request needs it at least %s ahead of this computer's, another at most %s. One of them is matched wrongly, or the clock was set meanwhile."
                        .formatted(
                            clock.clock(), millis(clock.lowNanos()), millis(clock.highNanos())));
    Stream<String> longer = rows.stream().flatMap(this::longerThanItsRequest);
    return Stream.concat(impossible, longer).toList();
  }

  private Stream<String> longerThanItsRequest(StackRow row) {
    return longer(row) > latest(row)
        ? Stream.of(
            "%s took %s longer than its request was under way: it is matched wrongly, or did not end when it had answered."
                .formatted(row.label(), millis(longer(row))))
        : Stream.of();
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

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (JoinedExchange exchange : exchanges) {
      if (exchange.spans() == 0) {
        notes.add(
            "Nothing was found for %s.".formatted(run.exchanges().get(exchange.exchange()).url()));
      }
    }
    for (StackRow row : rows) {
      if (longer(row) > 0 && longer(row) <= latest(row)) {
        notes.add(
            "%s ended late: it lasts %s longer than its request was under way, and only what precedes its answer explains the wait."
                .formatted(row.label(), millis(longer(row))));
      }
    }
    if (rows.stream().anyMatch(StackRow::atLeast)) {
      notes.add("A recorder dropped or merged calls: counts say at least.");
    }
    if (rows.stream().anyMatch(row -> row.joinedBy().equals(Optional.of(JoinedBy.TIME)))) {
      notes.add(
          "Entries without an id were joined by time: they are what was logged while this request"
              + " was served.");
    }
    return notes;
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI).replace('-', '−');
  }
}
