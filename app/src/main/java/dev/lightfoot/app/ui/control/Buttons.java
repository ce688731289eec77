package dev.lightfoot.app.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// Push buttons that name their key.
public final class Buttons {
  private Buttons() {}

  /// A button.
  public static Button of(String text, Runnable action) {
    Button button = new Button(text);
    button.setAccessibleText(text);
    button.setMnemonicParsing(false); // names hold underscores
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// A button of 28 px for panels.
  public static Button small(String text, Runnable action) {
    Button button = of(text, action);
    button.getStyleClass().add("small");
    return button;
  }

  /// Shows the key that does the same beside the text; none where it is empty.
  public static void hint(Button button, String key) {
    if (key.isEmpty()) {
      button.setGraphic(null);
      button.setAccessibleText(button.getText());
      return;
    }
    Label hint = new Label(key);
    hint.getStyleClass().add("key-hint");
    button.setGraphic(hint);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setGraphicTextGap(8);
    button.setAccessibleText(button.getText() + ", " + key);
  }
}
