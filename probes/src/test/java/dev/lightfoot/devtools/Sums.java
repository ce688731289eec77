package dev.lightfoot.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;

/// What must hold of the times of every exchange.
public final class Sums {
  private Sums() {}

  /// Phases follow each other, none is negative, and with the gap they are the wall time.
  public static void check(Run run) {
    for (Exchange exchange : run.exchanges()) {
      long cursor = exchange.startNanos();
      long between = 0;
      for (PhaseTiming timing : exchange.phases().byPhase().values()) {
        long start = cursor;
        long length = 0;
        switch (timing) {
          case PhaseTiming.Measured measured -> {
            start = measured.startNanos();
            length = measured.durationNanos();
          }
          case PhaseTiming.Failed failed -> {
            start = failed.startNanos();
            length = failed.durationNanos();
          }
          case PhaseTiming.NotApplicable _ -> {}
        }
        assertThat(start).as(exchange.url()).isGreaterThanOrEqualTo(cursor);
        between += start - cursor;
        cursor = start + length;
      }
      assertThat(exchange.gapNanos()).as(exchange.url()).isGreaterThanOrEqualTo(between);
      assertThat(exchange.endNanos())
          .as(exchange.url())
          .isEqualTo(cursor + exchange.gapNanos() - between);
      exchange
          .chunks()
          .forEach(
              chunk ->
                  assertThat(chunk.atNanos())
                      .isBetween(exchange.startNanos(), exchange.endNanos()));
    }
  }
}
