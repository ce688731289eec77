package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws everything the window can show, in every size, light and dark, for a person to look at:
/// `-Dlightfoot.pictures=FOLDER[,SIGHT...]`. No test by its name: it runs where it is asked for.
@UiTest
@EnabledIfSystemProperty(
    named = Pictures.PROPERTY,
    matches = ".+",
    disabledReason = "pictures are drawn when -Dlightfoot.pictures names a folder for them")
class Pictures {
  static final String PROPERTY = "lightfoot.pictures";

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @ParameterizedTest
  @EnumSource
  void draw(Sight sight) throws Exception {
    List<String> wanted = List.of(System.getProperty(PROPERTY, "").split(",", -1));
    if (wanted.size() > 1 && !wanted.contains(sight.name())) {
      return;
    }
    Path folder = Files.createDirectories(Path.of(wanted.getFirst()));
    try (Sight.Stand stand = sight.open(stage)) {
      for (Size size : Size.values()) {
        size.take(stand.rig());
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
          String name = String.join("-", sight.name(), size.name(), theme.name());
          Path file = folder.resolve(name.toLowerCase(Locale.ROOT) + ".png");
          write(snapshot(stand.rig(), theme), file);
          assertThat(file).isNotEmptyFile();
        }
      }
    }
  }

  private static WritableImage snapshot(Rig rig, Theme theme) {
    Settings settings = rig.wiring.workspace().settings().withTheme(theme);
    WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> rig.wiring.workspace().settingsProperty().set(settings));
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> rig.scene().snapshot(null));
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(copy, "png", file.toFile());
  }
}
