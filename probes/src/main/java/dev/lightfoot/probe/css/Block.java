package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.StyleRule.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A block of a sheet that is open, and what holds inside it.
///
/// @param kind what may stand in it
/// @param selector of the elements it is for; empty outside of style rules, and where it is too
///   long
/// @param certain whether it applies for certain
/// @param layer the full name of its cascade layer
/// @param declarations those kept so far
/// @param descriptors those of a font face so far
record Block(
    Kind kind,
    Optional<String> selector,
    boolean certain,
    Optional<String> layer,
    List<Declaration> declarations,
    Map<String, Declaration> descriptors) {
  /// What may stand in a block.
  enum Kind {
    /// Rules.
    RULES,
    /// Declarations and nested rules.
    STYLE,
    /// The descriptors of a font face.
    FACE,
    /// Nothing that counts but URLs.
    LOOSE,
    /// Nothing that counts.
    SKIPPED
  }

  static final Block SHEET =
      new Block(Kind.RULES, Optional.empty(), true, Optional.empty(), List.of(), Map.of());

  /// A block in this one, under the same conditions.
  Block inside(Kind of) {
    Map<String, Declaration> map = of == Kind.FACE ? new LinkedHashMap<>() : Map.of();
    return new Block(of, selector, certain, layer, new ArrayList<>(), map);
  }

  Block uncertain() {
    return new Block(kind, selector, false, layer, declarations, descriptors);
  }

  Block of(Optional<String> elements) {
    boolean known = certain && elements.isPresent();
    return new Block(kind, elements, known, layer, declarations, descriptors);
  }

  Block layered(String name) {
    String full = layer.map(outer -> outer + "." + name).orElse(name);
    return new Block(kind, selector, certain, Optional.of(full), declarations, descriptors);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
