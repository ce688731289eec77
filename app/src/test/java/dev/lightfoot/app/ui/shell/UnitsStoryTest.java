package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A log that does not say in what it counts, and the person who does.
@UiTest
class UnitsStoryTest {
  private static final String LINE =
      "{\"time\":\"2026-11-20T10:00:0%d Z\",\"method\":\"GET\",\"uri\":\"/cart\",\"status\":200,"
          + "\"duration\":980}\n";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()), new MemoryStore());
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void whatIsSaidTakesTheGuessesPlaceAndAllIsReadAgain(FxRobot robot)
      throws IOException, TimeoutException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      log.append(LINE.replace("%d Z", i + "Z"));
    }
    List<Path> given = List.of(Files.writeString(folder.resolve("app.jsonl"), log));
    robot.interact(() -> rig.wiring.open(given));
    Rig.await("the guess", () -> rig.text("logs-sentences").contains("--unit duration=ms"));
    Rig.await("read so", () -> rig.text("logs-sentence").contains("980"));
    assertThat(rig.button("logs-units").getStyleClass()).contains("primary");

    robot.interact(() -> rig.button("logs-units").fire());
    ToggleButton guessed = rig.node("units-duration-ms", ToggleButton.class);
    assertThat(guessed.isSelected()).isTrue();
    robot.interact(() -> rig.node("units-duration-us", ToggleButton.class).fire());
    robot.interact(() -> rig.button("units-read").fire());
    Rig.await("read again", () -> rig.text("logs-sentence").contains("1.0\u00a0ms"));
    assertThat(rig.text("logs-sentences")).doesNotContain("--unit");
    assertThat(rig.button("logs-units").getStyleClass()).doesNotContain("primary");
  }

  @Test
  void aFormatStringThatCannotBeOneIsRefusedInPlace(FxRobot robot)
      throws IOException, TimeoutException {
    List<Path> given =
        List.of(Files.writeString(folder.resolve("app.jsonl"), LINE.replace("%d Z", "1Z")));
    robot.interact(() -> rig.wiring.open(given));
    Rig.await("the guess", () -> rig.text("logs-sentences").contains("--unit"));
    robot.interact(() -> rig.button("logs-units").fire());
    robot.interact(() -> rig.field("units-pattern").setText("no variables at all"));
    robot.interact(() -> rig.button("units-read").fire());
    Rig.await("why not", () -> !rig.text("units-error").isEmpty());
    assertThat(rig.text("logs-sentences")).contains("--unit");
  }
}
