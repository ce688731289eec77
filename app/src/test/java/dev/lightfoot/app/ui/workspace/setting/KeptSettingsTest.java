package dev.lightfoot.app.ui.workspace.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSettingsTest {
  @TempDir Path folder = Path.of("");

  private final List<Runnable> jobs = new ArrayList<>();

  @Test
  void aChoiceIsKeptWhenItIsMadeAndTheNewestWins() {
    SettingsFile file = new SettingsFile(folder);
    KeptSettings settings = new KeptSettings(file, file.read(), jobs::add);
    settings.keep(Settings.DEFAULTS.withRuns(7));
    settings.keep(Settings.DEFAULTS.withRuns(8));
    jobs.reversed().forEach(Runnable::run);
    assertThat(file.read()).isEqualTo(Settings.DEFAULTS.withRuns(8));
  }

  @Test
  void whatHasNotChangedIsNotWritten() {
    SettingsFile file = new SettingsFile(folder);
    KeptSettings settings = new KeptSettings(file, file.read(), jobs::add);
    settings.keep(Settings.DEFAULTS);
    assertThat(jobs).isEmpty();
    settings.keep(Settings.DEFAULTS.withRuns(7));
    settings.keep(Settings.DEFAULTS);
    jobs.forEach(Runnable::run);
    assertThat(Files.exists(file.path())).isFalse();
  }
}
