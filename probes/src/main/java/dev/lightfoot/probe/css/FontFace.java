package dev.lightfoot.probe.css;

import java.util.List;
import java.util.Optional;

/// A font that a sheet offers (`@font-face`, CSS Fonts Level 4).
///
/// @param family in lower case
/// @param weights that it is for
/// @param italic whether it is slanted
/// @param characters that it is for; never empty
/// @param source the first that a browser of the Chromium family can use; empty where there is none
/// @param maybeLocal whether a font of the machine is asked for before it
public record FontFace(
    String family,
    Range weights,
    boolean italic,
    List<Range> characters,
    Optional<CssUrl> source,
    boolean maybeLocal) {
  /// Every character.
  static final Range ALL = new Range(0, Character.MAX_CODE_POINT);

  /// Numbers from one to another, both included.
  public record Range(int first, int last) {
    public boolean holds(int number) {
      return number >= first && number <= last;
    }
  }

  public FontFace {
    characters = List.copyOf(characters);
  }

  boolean has(int character) {
    for (Range range : characters) {
      if (range.holds(character)) {
        return true;
      }
    }
    return false;
  }
}
