package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Palette;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Fonts, colours and font size of the window, as chosen or as the system has them.
final class Appearance {
  private static final List<String> FACES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMonoNL-Regular.ttf",
          "JetBrainsMonoNL-Bold.ttf");

  private final Scene scene;
  private final Look look;
  private final Workspace workspace;

  Appearance(Scene scene, Look look, Workspace workspace) {
    this.scene = scene;
    this.look = look;
    this.workspace = workspace;
  }

  /// Dresses the scene now and whenever a choice or the system's scheme changes. It listens to the
  /// scene's own view of that scheme: the system's outlives the window, and would keep it in
  /// memory.
  void follow() {
    FACES.forEach(face -> Font.loadFont(resource("fonts/" + face).toExternalForm(), 14));
    workspace.settingsProperty().subscribe(this::dress);
    scene.getPreferences().colorSchemeProperty().subscribe(_ -> dress(workspace.settings()));
  }

  private void dress(Settings settings) {
    String sheet = dark(settings.theme()) ? "theme/dark.css" : "theme/light.css";
    List<String> sheets =
        List.of(resource(sheet).toExternalForm(), resource("theme/lightfoot.css").toExternalForm());
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
      look.paletteProperty().set(Palette.parse(read(sheet)));
    }
    scene.getRoot().setStyle("-fx-font-size: " + settings.fontSize() + "px;");
    look.emProperty().set(settings.fontSize());
  }

  private boolean dark(Theme theme) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> scene.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(
        Appearance.class.getResource("/assets/" + name), () -> "missing from the jar: " + name);
  }

  private static String read(String name) {
    try (InputStream in = resource(name).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
