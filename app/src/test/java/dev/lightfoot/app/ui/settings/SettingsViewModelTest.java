package dev.lightfoot.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsViewModelTest {
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final SettingsViewModel model = new SettingsViewModel(workspace, Path.of("data"));

  @Test
  void secondsMayHaveAFractionAndNothingMeansTheUsualOnes() {
    model.chooseTimeout(" 2.5 ");
    assertThat(requests().timeout()).isEqualTo(Duration.ofMillis(2_500));
    model.chooseTimeout("3600");
    assertThat(requests().timeout()).isEqualTo(Duration.ofHours(1));
    model.chooseTimeout("");
    assertThat(requests()).isEqualTo(Settings.Requests.DEFAULTS);
    assertThat(model.timeoutErrorProperty().get()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.0001", "3600.001", "ten", "NaN", "1e99"})
  void aTimeOutThatCannotBeIsExplainedAndNotKept(String text) {
    model.chooseTimeout(text);
    assertThat(model.timeoutErrorProperty().get()).contains(text, "at most 3\u00a0600");
    assertThat(requests()).isEqualTo(Settings.Requests.DEFAULTS);
  }

  @Test
  void aProxyThatCannotBeIsExplainedWithoutItsPassword() {
    model.chooseProxy("http://user:secret@proxy.test:99999");
    assertThat(model.proxyErrorProperty().get())
        .startsWith("This cannot be used as a proxy")
        .doesNotContain("secret");
    assertThat(requests().proxy()).isEmpty();
    model.chooseProxy(" none ");
    assertThat(requests().proxy()).isEqualTo("none");
    assertThat(model.proxyErrorProperty().get()).isEmpty();
  }

  @Test
  void aProxyWithAPasswordIsNotKept() {
    model.chooseProxy("http://user:s3cr3t@proxy.test:3128");
    assertThat(model.proxyErrorProperty().get())
        .startsWith("Passwords are not kept here")
        .doesNotContain("s3cr3t");
    assertThat(requests().proxy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zürich", "47.4, 8.5", "-90,180", "ZRH", "eu-central-1"})
  void aPlaceIsANameOrDegrees(String text) {
    model.choosePlace(text);
    assertThat(place()).contains(text);
    model.choosePlace(" ");
    assertThat(place()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"91,0", "0,-181"})
  void degreesThatCannotBeAreExplained(String text) {
    model.choosePlace(text);
    assertThat(model.placeErrorProperty().get()).contains(text);
    assertThat(place()).isEmpty();
  }

  @Test
  void anUnknownPlaceIsAnsweredWithTheNearest() {
    model.choosePlace("Züricch");
    assertThat(model.placeErrorProperty().get()).contains("Did you mean Zürich, CH");
    assertThat(place()).isEmpty();
  }

  private Optional<String> place() {
    return requests().whereabouts().from();
  }

  private Settings.Requests requests() {
    return workspace.settings().requests();
  }
}
