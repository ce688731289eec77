package dev.lightfoot.app.ui.shell;

import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The program's own icon in the sizes that window systems ask for.
final class Icons {
  private static final int[] SIZES = {16, 32, 48, 128, 256};

  private Icons() {}

  static void dress(Stage stage) {
    for (int size : SIZES) {
      String name = "/assets/icons/lightfoot-" + size + ".png";
      stage
          .getIcons()
          .add(
              new Image(
                  Objects.requireNonNull(Icons.class.getResource(name), name).toExternalForm()));
    }
  }
}
