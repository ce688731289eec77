package dev.lightfoot.app.ui.workspace;

import java.util.Optional;

/// One sentence above the content, with at most one thing to do about it.
///
/// @param text the sentence
/// @param bad whether something went wrong
/// @param action what can be done
public record Notice(String text, boolean bad, Optional<Action> action) {

  /// What a notice offers.
  ///
  /// @param label text of the button
  /// @param run what it does
  public record Action(String label, Runnable run) {}

  public static Notice plain(String text) {
    return new Notice(text, false, Optional.empty());
  }

  public static Notice bad(String text) {
    return new Notice(text, true, Optional.empty());
  }

  public Notice offering(String label, Runnable run) {
    return new Notice(text, bad, Optional.of(new Action(label, run)));
  }
}
