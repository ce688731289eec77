package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window's thread computes and draws; it never waits in our code. Looked at every 5 ms while a
/// measurement is made, saved and listed.
@UiTest
class WatchdogTest {
  private static final int EVERY_MILLIS = 5;
  private static final int MOST_MILLIS = 50;

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @SuppressWarnings("NullAway.Init")
  private Thread windowThread;

  private final List<String> waits = new ArrayList<>();
  private int inARow;

  @Start
  void start(Stage stage) throws IOException {
    windowThread = Thread.currentThread();
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void theWindowsThreadNeverWaitsForFilesLocksOrTheNetwork(FxRobot robot) throws TimeoutException {
    try (var clock = Executors.newSingleThreadScheduledExecutor()) {
      var looking = clock.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
      robot.clickOn("#address").write("https://www.shop.test/").push(KeyCode.ENTER);
      Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
      robot.push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ENTER);
      Rig.await("saved", () -> !rig.text("notice-text").isEmpty());
      robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
      WaitForAsyncUtils.waitForFxEvents();
      looking.cancel(false);
    }
    assertThat(waits).isEmpty();
  }

  private void look() {
    StackTraceElement[] stack = windowThread.getStackTrace();
    inARow = ours(stack) && waiting(stack) ? inARow + 1 : 0;
    if (inARow * EVERY_MILLIS > MOST_MILLIS) {
      waits.add(List.of(stack).toString());
    }
  }

  private static boolean ours(StackTraceElement[] stack) {
    for (StackTraceElement each : stack) {
      String name = each.getClassName();
      if (name.startsWith("dev.lightfoot.") && !name.endsWith("Test")) {
        return true;
      }
    }
    return false;
  }

  private boolean waiting(StackTraceElement[] stack) {
    Thread.State state = windowThread.getState();
    String top = stack.length == 0 ? "" : stack[0].getClassName();
    return state != Thread.State.RUNNABLE
        || top.startsWith("sun.nio.")
        || top.startsWith("java.net.")
        || top.startsWith("java.io.");
  }
}
