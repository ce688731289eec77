package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A log that is open is watched: a new measurement opens by itself.
@UiTest
class FollowedLogStoryTest {
  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestStacks.measured().runs()));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void whatTheServerWritesAfterARunOpensIt(FxRobot robot) throws IOException, TimeoutException {
    Path log = TestStacks.write(folder);
    String written = Files.readString(log);
    Files.writeString(log, ofOtherRequests(written));
    robot.interact(() -> rig.wiring.open(List.of(log)));
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.LOGS));
    Rig.await("routes", () -> rig.node("routes", TableView.class).getItems().size() == 2);

    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.PROBE));
    robot.clickOn("#address").write("https://www.shop.test/").clickOn("#run");
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    Files.writeString(log, written, StandardOpenOption.APPEND);
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.STACK));
    Rig.await("opened", () -> rig.text("stack-sentence").contains("51 trips to the database"));
    assertThat(rig.text("stack-caption")).contains("joined by trace id 4bf92f35");
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(Screen.LOGS));
    assertThat(rig.node("log-files", TableView.class).getItems().size()).isEqualTo(1);
  }

  private static String ofOtherRequests(String written) {
    return written
        .replace("4bf92f", "aaaaaa")
        .replaceAll("\"(spanId|parentSpanId)\":\"..", "\"$1\":\"ff");
  }
}
