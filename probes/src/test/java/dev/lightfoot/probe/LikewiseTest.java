package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LikewiseTest {
  private static final ProbeRequest REQUEST = ProbeRequest.get(WebUrl.of("https://shop.test/"));

  private static Run run(RunState state) {
    return new Run(
        state, OffsetDateTime.MIN, Optional.empty(), false, List.of(), List.of(), List.of());
  }

  private static Snapshot snapshot(Run... runs) {
    return Samples.snapshot(Samples.TARGET, runs);
  }

  @Test
  void coldRunsAreMadeAsManyTimes() {
    Likewise likewise =
        Likewise.of(snapshot(run(RunState.COLD), run(RunState.COLD)), RunState.COLD);
    assertThat(likewise.probe(REQUEST))
        .isEqualTo(new ProbePlan(REQUEST, List.of(RunState.COLD, RunState.COLD)));
  }

  @Test
  void warmRunsFollowOneThatPreparesAndIsNotCounted() {
    Run preparing = run(RunState.COLD).with(Optional.of(LeftOut.PREPARING));
    Snapshot warm = snapshot(preparing, run(RunState.WARM), run(RunState.WARM));
    assertThat(Likewise.of(warm, RunState.WARM).probe(REQUEST))
        .isEqualTo(new ProbePlan(REQUEST, List.of(RunState.COLD, RunState.WARM, RunState.WARM), 1));
  }

  @Test
  void pagesKeepTheirEngineAndTheirWindow() {
    Likewise likewise = Likewise.of(PageSamples.shop(), RunState.COLD);
    assertThat(likewise.engine()).contains(PageEngine.BUILTIN);
    assertThat(likewise.on(Viewport.PHONE).times(3).page(REQUEST))
        .isEqualTo(PagePlan.of(REQUEST, Viewport.PHONE, 3, false));
  }

  @Test
  void aStateThatTheSnapshotLacksHasTheUsualNumber() {
    assertThat(Likewise.of(snapshot(run(RunState.COLD)), RunState.RESUMED).runs())
        .isEqualTo(Likewise.DEFAULT_RUNS)
        .isEqualTo(20);
  }

  @Test
  void runsHaveALimit() {
    Likewise likewise = Likewise.of(snapshot(run(RunState.COLD)), RunState.COLD);
    assertThat(likewise.times(ProbePlan.MAX_RUNS).runs()).isEqualTo(1_000);
    assertThatThrownBy(() -> likewise.times(ProbePlan.MAX_RUNS + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> likewise.times(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
