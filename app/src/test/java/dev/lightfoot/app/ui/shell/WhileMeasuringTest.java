package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeSeries;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// While a run measures, the window draws when its pace says so, however much happens in between;
/// and its pace is four times a second.
@UiTest
class WhileMeasuringTest {
  private static final int MORE_THAN_A_FRAME = 20;
  private static final int TICKS = 4;

  /// What a change costs: one pulse to lay out, one to draw, one that finds nothing left to do.
  private static final int PULSES_A_PICTURE = 3;

  private final BlockingQueue<Runnable> ticks = new LinkedBlockingQueue<>();
  private final Busy series = new Busy();

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, series, ticks::add);
  }

  @AfterEach
  void end() {
    series.released.countDown();
    rig.close();
  }

  @Test
  void itDrawsAtItsPace(FxRobot robot) throws Exception {
    robot.clickOn("#address").write("https://www.shop.test/").clickOn("#run");
    Runnable tick = nextTick();
    try (Pulses pulses = new Pulses(rig.scene(), robot)) {
      for (int i = 0; i < TICKS; i++) {
        pulses.awaitQuiet();
        long before = series.happened;
        assertThat(pulses.within(1_000)).as("pulses between two ticks").isZero();
        assertThat(series.happened - before).isGreaterThan(MORE_THAN_A_FRAME);
        tick.run();
        assertThat(pulses.untilQuiet()).isBetween(1, PULSES_A_PICTURE);
        tick = nextTick();
      }
    }
  }

  @Test
  void itsPaceIsFourTimesASecond() {
    assertThat(RealParts.PACE_MILLIS).isGreaterThanOrEqualTo(250);
  }

  private Runnable nextTick() throws InterruptedException {
    Runnable tick = ticks.poll(20, TimeUnit.SECONDS);
    assertThat(tick).isNotNull();
    return tick;
  }

  /// A run in which something happens all the time, until it is released.
  private static final class Busy implements ProbeSeries {
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile long happened;

    @Override
    public List<Snapshot> compare(
        List<ProbePlan> plans, ProbeListener listener, Cancellation cancellation) {
      listener.runStarted(0, RunState.COLD);
      Phase[] phases = {Phase.DNS, Phase.TCP, Phase.TLS, Phase.WAIT};
      try {
        while (!released.await(2, TimeUnit.MILLISECONDS)) {
          long number = happened;
          listener.phaseStarted(phases[(int) (number % phases.length)], number * 2_000_000);
          happened = number + 1;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new ScriptedSeries(TestSnapshots.sample().runs())
          .compare(plans, ProbeListener.NONE, cancellation);
    }
  }
}
