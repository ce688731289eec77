package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.css.CssUrl;

/// A font or image that a style sheet names and an element of the document may need.
///
/// @param kind which of them
/// @param address of it
/// @param certain whether an element that is shown needs it; else it stays open, since it depends
///   on a pointer, a script, the size of a box, or on fonts of the machine
public record Need(Kind kind, CssUrl address, boolean certain) {
  /// What it is.
  public enum Kind {
    FONT,
    IMAGE
  }
}
