package dev.lightfoot.app.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void beforeAnythingIsChosenTheDefaultsHold() {
    assertThat(new SettingsFile(folder).read()).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Settings chosen =
        new Settings(
            Theme.DARK,
            18,
            20,
            "9.9.9.9",
            Optional.of(Path.of("/tmp/ca.pem")),
            new Settings.Bounds(1200, 700, true));
    new SettingsFile(folder.resolve("new")).write(chosen);
    assertThat(new SettingsFile(folder.resolve("new")).read()).isEqualTo(chosen);
  }

  @Test
  void aLineThatMakesNoSenseCountsAsAbsent() throws IOException {
    Files.writeString(
        new SettingsFile(folder).path(), "theme = mauve\nfont-size = big\nnonsense\nruns = 7\n");
    assertThat(new SettingsFile(folder).read()).isEqualTo(Settings.DEFAULTS.withRuns(7));
  }

  @Test
  void sizesOutOfBoundsAreBroughtBack() throws IOException {
    Files.writeString(new SettingsFile(folder).path(), "font-size = 900\nruns = -3\nwidth = 1\n");
    Settings read = new SettingsFile(folder).read();
    assertThat(read.fontSize()).isEqualTo(Settings.MAX_FONT);
    assertThat(read.runs()).isEqualTo(1);
    assertThat(read.bounds().width()).isEqualTo(480);
  }
}
