package dev.lightfoot.analysis.stack;

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
    Stream<String> longer =
        run.exchanges().isEmpty() ? Stream.of() : rows.stream().flatMap(this::longerThanTheRun);
    return Stream.concat(impossible, longer).toList();
  }

  private Stream<String> longerThanTheRun(StackRow row) {
    boolean longer =
        row.depth() > 0
            && row.bars().stream()
                .anyMatch(bar -> bar.durationNanos() - bar.whiskerNanos() > run.durationNanos());
    return longer
        ? Stream.of(
            "%s took longer than the whole run: it is matched wrongly.".formatted(row.label()))
        : Stream.of();
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (JoinedExchange exchange : exchanges) {
      if (exchange.spans() == 0) {
        notes.add(
            "Nothing was found for %s.".formatted(run.exchanges().get(exchange.exchange()).url()));
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
