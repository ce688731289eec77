package dev.lightfoot.app.ui.control;

import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;

/// A text area whose caret does not blink: see [StillFieldSkin].
public final class StillAreaSkin extends TextAreaSkin {
  public StillAreaSkin(TextArea area) {
    super(area);
  }

  /// Leaves the caret in sight, whatever is asked for.
  @Override
  public void setCaretAnimating(boolean blinking) {
    super.setCaretAnimating(false);
  }
}
