package dev.lightfoot.app.ui.probe.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.probe.wire.BodyStart;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class RunBodiesTest {
  @Test
  void theBodiesOfTheNewestRunsAreKept() {
    RunBodies bodies = new RunBodies();
    for (int run = 0; run <= RunBodies.MAX_RUNS; run++) {
      bodies.keep(run, start("first hop"));
      bodies.keep(run, start("run " + run));
    }
    assertThat(bodies.of(0)).isEmpty();
    assertThat(bodies.of(1)).contains(start("run 1"));
    assertThat(bodies.of(RunBodies.MAX_RUNS)).contains(start("run " + RunBodies.MAX_RUNS));
  }

  private static BodyStart start(String text) {
    return new BodyStart(ByteString.encodeUtf8(text), true);
  }
}
