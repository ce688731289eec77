package dev.lightfoot.probe.css;

import java.util.List;
import java.util.Optional;

/// Declarations and the elements that they are for; only what bears on fonts, images, on whether
/// something is shown and how much room it takes is kept.
///
/// @param selector the list of selectors, nesting resolved; empty where it is too long for that
/// @param certain whether it applies for certain: not in a `@container`, for one
/// @param layer the full name of its cascade layer; empty for none
/// @param declarations in order
public record StyleRule(
    Optional<String> selector,
    boolean certain,
    Optional<String> layer,
    List<Declaration> declarations) {
  public StyleRule {
    declarations = List.copyOf(declarations);
  }

  /// Whether it says nothing but how much room something takes.
  public boolean isPlacing() {
    return declarations.stream().allMatch(Declarations::isPlacing);
  }

  /// One declaration.
  ///
  /// @param property in lower case; a custom one as it stands
  /// @param value as it stands, without `!important`
  /// @param important whether it is
  /// @param line from 1
  public record Declaration(String property, String value, boolean important, int line) {}
}
