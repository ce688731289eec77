package dev.lightfoot.app.ui.control;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;

/// A text field whose caret does not blink. JavaFX counts 60 pulses a second for as long as a caret
/// blinks, and lets it blink on in fields that have lost the focus; progress is the only thing that
/// may move without end. The theme gives every text field this skin.
public final class StillFieldSkin extends TextFieldSkin {
  public StillFieldSkin(TextField field) {
    super(field);
  }

  /// Leaves the caret in sight, whatever is asked for.
  @Override
  public void setCaretAnimating(boolean blinking) {
    super.setCaretAnimating(false);
  }
}
