package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.cascade.Style.Value;
import java.util.List;
import java.util.Optional;

/// What an element hands down to what is in it.
///
/// @param shown whether it has a box
/// @param families of its font, in order
/// @param weight of its font
/// @param italic whether its font is slanted
/// @param marker the image of list items in it
record Box(
    boolean shown, List<String> families, int weight, boolean italic, Optional<Value> marker) {
  static final int NORMAL = 400;
  static final int BOLD = 700;

  static final Box ROOT = new Box(true, List.of(), NORMAL, false, Optional.empty());

  Box hidden() {
    return new Box(false, families, weight, italic, marker);
  }
}
