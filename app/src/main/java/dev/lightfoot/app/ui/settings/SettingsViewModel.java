package dev.lightfoot.app.ui.settings;

import dev.lightfoot.app.ui.place.PlaceNamesBegun;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.ProxySetting;
import dev.lightfoot.app.ui.workspace.setting.RememberedLogs;
import dev.lightfoot.app.ui.workspace.setting.ResolverText;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.Theme;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.report.words.Numbers;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The settings without their looks. What is wrong is said in place and not kept.
public final class SettingsViewModel {
  private final Workspace workspace;
  private final Path dataFolder;
  private final ReadOnlyStringWrapper resolverError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper authoritiesError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper timeoutError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper proxyError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper placeError = new ReadOnlyStringWrapper("");

  public SettingsViewModel(Workspace workspace, Path dataFolder) {
    this.workspace = workspace;
    this.dataFolder = dataFolder;
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return workspace.settingsProperty();
  }

  public Path dataFolder() {
    return dataFolder;
  }

  /// Where the paths of open log files are remembered.
  public Path rememberedLogs() {
    return RememberedLogs.path(dataFolder);
  }

  public Path logFile() {
    return workspace.logFile();
  }

  public ReadOnlyStringProperty resolverErrorProperty() {
    return resolverError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty authoritiesErrorProperty() {
    return authoritiesError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty timeoutErrorProperty() {
    return timeoutError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty proxyErrorProperty() {
    return proxyError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty placeErrorProperty() {
    return placeError.getReadOnlyProperty();
  }

  public void chooseTheme(Theme theme) {
    workspace.settingsProperty().set(workspace.settings().withTheme(theme));
  }

  public void chooseFontSize(int pixels) {
    workspace.settingsProperty().set(workspace.settings().withFontSize(pixels));
  }

  public void chooseRuns(int runs) {
    workspace.settingsProperty().set(workspace.settings().withRuns(runs));
  }

  /// Takes over a resolver as it was written.
  public void chooseResolver(String text) {
    try {
      ResolverText.parse(text);
      String kept = text.isBlank() ? Settings.CONFIGURED_RESOLVER : text.strip();
      workspace.settingsProperty().set(workspace.settings().withResolver(kept));
      resolverError.set("");
    } catch (IllegalArgumentException e) {
      resolverError.set(String.valueOf(e.getMessage()));
    }
  }

  /// Takes over a file of roots; a blank text takes it away.
  public void chooseAuthorities(String text) {
    if (text.isBlank()) {
      authoritiesError.set("");
      workspace
          .settingsProperty()
          .set(workspace.settings().withCertificateAuthorities(Optional.empty()));
      return;
    }
    Optional<Path> file = readable(text.strip());
    authoritiesError.set(file.isPresent() ? "" : Words.text("settings.ca.wrong", text.strip()));
    if (file.isPresent()) {
      workspace.settingsProperty().set(workspace.settings().withCertificateAuthorities(file));
    }
  }

  private void choose(UnaryOperator<Settings.Requests> change) {
    Settings before = workspace.settings();
    workspace.settingsProperty().set(before.withRequests(change.apply(before.requests())));
  }

  /// Takes over seconds as they were written; a blank text means the usual ones.
  public void chooseTimeout(String text) {
    Optional<Duration> timeout =
        text.isBlank() ? Optional.of(ProbeRequest.DEFAULT_TIMEOUT) : seconds(text.strip());
    timeoutError.set(
        timeout.isPresent()
            ? ""
            : Words.text(
                "settings.timeout.wrong",
                text.strip(),
                Numbers.count(ProbeRequest.LONGEST_TIMEOUT.toSeconds())));
    timeout.ifPresent(value -> choose(requests -> requests.withTimeout(value)));
  }

  /// In whole milliseconds, more than none.
  private static Optional<Duration> seconds(String text) {
    try {
      BigDecimal millis = new BigDecimal(text).movePointRight(3);
      BigDecimal most = BigDecimal.valueOf(ProbeRequest.LONGEST_TIMEOUT.toMillis());
      boolean within = millis.compareTo(BigDecimal.ONE) >= 0 && millis.compareTo(most) <= 0;
      return within ? Optional.of(Duration.ofMillis(millis.longValue())) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public void chooseAddressFamily(AddressFamily family) {
    choose(requests -> requests.withAddressFamily(family));
  }

  /// Takes over a proxy as it was written; a blank text means what the environment says.
  public void chooseProxy(String text) {
    try {
      ProxySetting.parse(text);
      choose(requests -> requests.withProxy(text.strip()));
      proxyError.set("");
    } catch (IllegalArgumentException e) {
      proxyError.set(String.valueOf(e.getMessage()));
    }
  }

  /// Takes over a place: a name, or latitude and longitude in degrees; a blank text takes it away.
  public void choosePlace(String text) {
    placeError.set(PlaceNamesBegun.refusal(text));
    if (placeError.get().isEmpty()) {
      Optional<String> place = PlaceNamesBegun.written(text);
      choose(requests -> requests.withWhereabouts(requests.whereabouts().withFrom(place)));
    }
  }

  public void chooseAllowPrivate(boolean allow) {
    choose(requests -> requests.withAllowPrivate(allow));
  }

  public void chooseReopenLogs(boolean reopen) {
    workspace.settingsProperty().set(workspace.settings().withReopenLogs(reopen));
  }

  private static Optional<Path> readable(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::isReadable).filter(Files::isRegularFile);
    } catch (java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
  }
}
