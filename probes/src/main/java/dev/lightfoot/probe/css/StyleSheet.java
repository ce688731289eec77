package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a sheet holds, as far as it names things to fetch. What stands under media or features that
/// do not hold is left out.
///
/// @param base what its URLs are relative to
/// @param imports in order
/// @param faces in order
/// @param rules in order
/// @param layers names of cascade layers, in the order in which they are first named
/// @param loose URLs that it stays open for which element they are needed, as in `@keyframes`
/// @param cut whether it was longer than is read
public record StyleSheet(
    WebUrl base,
    List<Import> imports,
    List<FontFace> faces,
    List<StyleRule> rules,
    List<String> layers,
    List<CssUrl> loose,
    boolean cut) {
  public StyleSheet {
    imports = List.copyOf(imports);
    faces = List.copyOf(faces);
    rules = List.copyOf(rules);
    layers = List.copyOf(layers);
    loose = List.copyOf(loose);
  }

  /// Another sheet that stands before the rules of this one.
  ///
  /// @param address of it
  /// @param layer that it goes into: blank for one without a name, empty for none
  /// @param mediaMatches whether its media match the screen
  /// @param supported whether the features that it asks for are there; else it is not fetched
  /// @param isConditional whether it asks for media or features
  public record Import(
      CssUrl address,
      Optional<String> layer,
      boolean mediaMatches,
      boolean supported,
      boolean isConditional) {}

  /// The same within a cascade layer, as an import puts it there.
  public StyleSheet in(String layer) {
    List<String> names = new ArrayList<>(List.of(layer));
    layers.forEach(name -> names.add(layer + "." + name));
    List<StyleRule> inner = new ArrayList<>();
    for (StyleRule rule : rules) {
      String name = rule.layer().map(own -> layer + "." + own).orElse(layer);
      inner.add(
          new StyleRule(rule.selector(), rule.certain(), Optional.of(name), rule.declarations()));
    }
    return new StyleSheet(base, imports, faces, inner, names, loose, cut);
  }
}
