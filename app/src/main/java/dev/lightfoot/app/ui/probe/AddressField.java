package dev.lightfoot.app.ui.probe;

import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/// A field for an address that hands a pasted command of curl on, whole: pasted as text it would
/// lose its line ends.
final class AddressField extends TextField {
  private final Predicate<String> taken;

  /// @param taken whether a pasted text was taken over otherwise
  AddressField(Predicate<String> taken) {
    this.taken = taken;
  }

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || !taken.test(text)) {
      super.paste();
    }
  }
}
