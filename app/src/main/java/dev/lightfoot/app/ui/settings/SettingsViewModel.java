package dev.lightfoot.app.ui.settings;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.ResolverText;
import dev.lightfoot.app.ui.workspace.Settings;
import dev.lightfoot.app.ui.workspace.Theme;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The settings without their looks. What is wrong is said in place and not kept.
public final class SettingsViewModel {
  private final Workspace workspace;
  private final Path dataFolder;
  private final ReadOnlyStringWrapper resolverError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper authoritiesError = new ReadOnlyStringWrapper("");

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

  public Path logFile() {
    return workspace.logFile();
  }

  public ReadOnlyStringProperty resolverErrorProperty() {
    return resolverError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty authoritiesErrorProperty() {
    return authoritiesError.getReadOnlyProperty();
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

  private static Optional<Path> readable(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::isReadable).filter(Files::isRegularFile);
    } catch (java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
  }
}
