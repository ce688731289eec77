package dev.lightfoot.app.ui.probe.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.report.layout.PhaseBar;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  private static Exchange waited(String url, long from, long took) {
    return new ExchangeBuilder(url, "GET")
        .startNanos(from)
        .phase(
            Phase.WAIT, new PhaseTiming.Measured(from, took, OptionalInt.of(1), Evidence.MEASURED))
        .build();
  }

  @Test
  void aHopThatIsToldLateLeavesTheOneUnderWayAlone() {
    LiveRun run =
        LiveRun.begun(0, RunState.COLD, "http://a.test/")
            .hop("http://a.test/")
            .in(Phase.SEND, 1)
            .in(Phase.WAIT, 2)
            .hop("http://b.test/")
            .in(Phase.SEND, 10)
            .in(Phase.WAIT, 12)
            .after(waited("http://a.test/", 0, 9));
    assertThat(run.phase()).contains(Phase.WAIT);
    assertThat(run.url()).isEqualTo("http://b.test/");
    assertThat(run.hops()).hasSize(1);
    assertThat(run.ended())
        .containsExactlyInAnyOrder(
            new PhaseBar.Stretch(0, Phase.WAIT, 0, 9), new PhaseBar.Stretch(1, Phase.SEND, 10, 12));
  }

  @Test
  void theLastHopThatIsToldLeavesNothingUnderWay() {
    LiveRun run =
        LiveRun.begun(0, RunState.COLD, "http://a.test/")
            .hop("http://a.test/")
            .in(Phase.WAIT, 2)
            .hop("http://b.test/")
            .in(Phase.WAIT, 12)
            .after(waited("http://a.test/", 0, 9))
            .after(waited("http://b.test/", 10, 20));
    assertThat(run.phase()).isEmpty();
    assertThat(run.ended())
        .containsExactly(
            new PhaseBar.Stretch(0, Phase.WAIT, 0, 9), new PhaseBar.Stretch(1, Phase.WAIT, 10, 30));
  }
}
