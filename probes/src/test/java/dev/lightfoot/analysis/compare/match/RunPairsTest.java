package dev.lightfoot.analysis.compare.match;

import static dev.lightfoot.analysis.compare.GeneratedRuns.START;
import static dev.lightfoot.analysis.compare.GeneratedRuns.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.GeneratedRuns;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.report.layout.compare.Overlay;
import dev.lightfoot.report.layout.compare.OverlayRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Two runs request by request, and over each other.
class RunPairsTest {
  private static final String HOST = "https://www.shop.test";

  private static Exchange asked(String path, double start, double tcp, double wait) {
    long begun = nanos(start) + nanos(tcp);
    long first = begun + nanos(wait);
    ExchangeBuilder builder =
        new ExchangeBuilder(HOST + path, "GET")
            .status(OptionalInt.of(200))
            .startNanos(nanos(start))
            .phase(Phase.WAIT, measured(begun, nanos(wait)))
            .marks(
                new Marks(
                    OptionalLong.of(first),
                    OptionalLong.of(first),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty()));
    return tcp > 0
        ? builder.phase(Phase.TCP, measured(nanos(start), nanos(tcp))).build()
        : builder.build();
  }

  private static PhaseTiming.Measured measured(long at, long nanos) {
    return new PhaseTiming.Measured(at, nanos, OptionalInt.of(1), Evidence.MEASURED);
  }

  private static Run run(Exchange... exchanges) {
    return new Run(
        RunState.COLD,
        START,
        Optional.empty(),
        false,
        Arrays.asList(exchanges),
        List.of(),
        List.of());
  }

  private static Overlay overlay(Run a, Run b, Origin origin) {
    return Overlay.of(a, b, pairs(a, b), origin);
  }

  private static RunPairs pairs(Run a, Run b) {
    Snapshot ofA = GeneratedRuns.snapshot(List.of(a));
    Snapshot ofB = GeneratedRuns.snapshot(List.of(b));
    return RunPairs.of(ofA, a, ofB, b);
  }

  @Test
  void requestsAreMatchedThoughTheirHashesChangedAndEachOfTwoEqualOnesHasItsOwn() {
    Run a = run(asked("/", 0, 0, 9), asked("/app.41d7c8.js", 9, 0, 5), asked("/x", 9, 0, 1));
    Run b =
        run(
            asked("/", 0, 0, 9),
            asked("/x", 9, 0, 1),
            asked("/x", 10, 0, 1),
            asked("/app.9f2cb1.js", 9, 0, 5));
    assertThat(pairs(a, b).pairs())
        .containsExactly(
            pair(MatchedBy.SAME_URL, 0, 0),
            pair(MatchedBy.SAME_URL, 2, 1),
            new RunPairs.Pair(MatchedBy.ADDED, OptionalInt.empty(), OptionalInt.of(2)),
            pair(MatchedBy.HASH_IGNORED, 1, 3));
  }

  private static RunPairs.Pair pair(MatchedBy by, int a, int b) {
    return new RunPairs.Pair(by, OptionalInt.of(a), OptionalInt.of(b));
  }

  @Test
  void fromTheirStartBothRunsBeginAtZero() {
    Run a = run(asked("/", 0, 40, 50));
    Run b = run(asked("/", 0, 45, 50));
    Overlay overlay = overlay(a, b, Origin.START);
    assertThat(overlay.zeroNanos()).isZero();
    assertThat(overlay.wholeNanos()).isEqualTo(nanos(95));
    OverlayRow row = overlay.rows().getFirst();
    assertThat(row.a().orElseThrow().endNanos()).isEqualTo(nanos(90));
    assertThat(row.b().orElseThrow().bars().getFirst().durationNanos()).isEqualTo(nanos(45));
  }

  /// The first byte comes after 90 ms in A and after 95 ms in B: A begins 5 ms later on the axis.
  @Test
  void fromTheFirstByteThatHasOnePlaceInBoth() {
    Run a = run(asked("/", 0, 40, 50), asked("/a.css", 92, 0, 10));
    Run b = run(asked("/", 0, 45, 50), asked("/a.css", 96, 0, 10));
    Overlay overlay = overlay(a, b, Origin.FIRST_BYTE);
    assertThat(overlay.zeroNanos()).isEqualTo(nanos(95));
    assertThat(overlay.leadA()).isEqualTo(nanos(5));
    assertThat(overlay.leadB()).isZero();
    OverlayRow css = overlay.rows().getLast();
    assertThat(css.label()).isEqualTo("/a.css");
    assertThat(css.a().orElseThrow().startNanos()).isEqualTo(nanos(97));
    assertThat(css.b().orElseThrow().startNanos()).isEqualTo(nanos(96));
    assertThat(css.a().orElseThrow().bars().getFirst().startNanos()).isEqualTo(nanos(97));
  }

  @Test
  void fromARequestThatBeginsInBothAtOnce() {
    Run a = run(asked("/", 0, 0, 9), asked("/late", 300, 0, 9));
    Run b = run(asked("/", 0, 0, 9), asked("/late", 100, 0, 9));
    Overlay overlay = overlay(a, b, new Origin.Request(HOST + "/late"));
    OverlayRow late = overlay.rows().getLast();
    assertThat(late.a().orElseThrow().startNanos())
        .isEqualTo(late.b().orElseThrow().startNanos())
        .isEqualTo(overlay.zeroNanos())
        .isEqualTo(nanos(300));
    assertThat(overlay.rows().getFirst().b().orElseThrow().startNanos()).isEqualTo(nanos(200));
  }
}
