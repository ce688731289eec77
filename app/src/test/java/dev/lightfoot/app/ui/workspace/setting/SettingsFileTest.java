package dev.lightfoot.app.ui.workspace.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProbeRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
            new Settings.Requests(
                Duration.ofMillis(2_500),
                AddressFamily.IPV6,
                "http://proxy.test:3128",
                new Whereabouts(
                    Optional.of("47.4,8.5"),
                    Map.of("www.shop.test", "Helsinki", "[::1]", "AWS eu-west-1")),
                true),
            false,
            new Settings.Bounds(1200, 700, true));
    new SettingsFile(folder.resolve("new")).write(chosen);
    assertThat(new SettingsFile(folder.resolve("new")).read()).isEqualTo(chosen);
  }

  @Test
  void linesOfOtherVersionsAreKept() throws IOException {
    SettingsFile file = new SettingsFile(folder);
    Files.writeString(file.path(), "runs = 7\nfuture = a = b\n");
    file.write(file.read().withRuns(8));
    assertThat(Files.readAllLines(file.path())).contains("future = a = b", "runs = 8");
    file.write(file.read());
    assertThat(Files.readAllLines(file.path())).containsOnlyOnce("future = a = b", "runs = 8");
  }

  @Test
  void aProxysPasswordIsNeitherReadNorKept() throws IOException {
    SettingsFile file = new SettingsFile(folder);
    Files.writeString(file.path(), "proxy = http://user:s3cr3t@proxy.test:3128\n");
    assertThat(file.read().requests().proxy()).isEmpty();
    file.write(file.read());
    assertThat(Files.readString(file.path())).doesNotContain("s3cr3t");
  }

  @Test
  void requestSettingsThatMakeNoSenseCountAsAbsentOrAreBroughtBack() throws IOException {
    Files.writeString(
        new SettingsFile(folder).path(),
        "timeout-ms = 99999999\nip = 5\nproxy = socks5://x y\nallow-private = maybe\n");
    assertThat(new SettingsFile(folder).read().requests())
        .isEqualTo(Settings.Requests.DEFAULTS.withTimeout(ProbeRequest.LONGEST_TIMEOUT));
  }

  @Test
  void aLineThatMakesNoSenseCountsAsAbsent() throws IOException {
    Files.writeString(
        new SettingsFile(folder).path(),
        "theme = mauve\nfont-size = big\nnonsense\nruns = 7\nreopen-logs = maybe\n");
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
