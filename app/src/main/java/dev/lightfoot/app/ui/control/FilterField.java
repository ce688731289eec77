package dev.lightfoot.app.ui.control;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A field that narrows what is listed: Escape clears it, and does nothing else where it holds
/// anything.
public final class FilterField {
  private FilterField() {}

  /// An empty one.
  ///
  /// @param prompt what stands in it while it is empty
  /// @param name for who does not see it
  public static TextField of(String id, String prompt, String name) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(name);
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
          }
        });
    return field;
  }
}
