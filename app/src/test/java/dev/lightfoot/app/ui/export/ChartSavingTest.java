package dev.lightfoot.app.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChartSavingTest {
  @TempDir private Path folder;

  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("lightfoot.log"));
  private final List<String> proposals = new ArrayList<>();

  private void save(String name) {
    TrendPoint point = new TrendPoint("a", Instant.EPOCH, 100_000_000, 90_000_000, 120_000_000, 10);
    new ChartSaving(
            workspace,
            Runnable::run,
            Runnable::run,
            proposed -> {
              proposals.add(proposed);
              return name.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(name));
            })
        .save(new Chart.Over(Trend.of(List.of(point), _ -> List.of()), ZoneOffset.UTC), "trend");
  }

  private String notice() {
    Notice shown = workspace.noticeProperty().get();
    return shown == null ? "" : shown.text();
  }

  @Test
  void theNameOfTheFileSaysTheFormat() throws IOException {
    save("t.svg");
    save("t.PNG");
    assertThat(proposals).containsOnly("trend.svg");
    assertThat(folder.resolve("t.svg")).content().contains("<svg");
    assertThat(Files.readAllBytes(folder.resolve("t.PNG"))).startsWith(0x89, 'P', 'N', 'G');
    assertThat(notice()).contains("t.PNG");
  }

  @Test
  void whatIsNoPictureIsRefusedAndAMissingFolderIsNamed() {
    save("t.gif");
    assertThat(notice()).contains(".svg and .png");
    save("gone/t.svg");
    assertThat(notice()).contains(folder.resolve("gone") + ": there is no such folder");
  }

  @Test
  void whoeverChangesTheirMindSavesNothing() {
    save("");
    assertThat(folder).isEmptyDirectory();
    assertThat(notice()).isEmpty();
  }
}
