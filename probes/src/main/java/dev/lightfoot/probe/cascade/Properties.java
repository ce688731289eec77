package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.css.CssValues;
import dev.lightfoot.probe.css.StyleRule.Declaration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Properties by the name under which they compete: a shorthand is taken apart as far as it counts
/// here.
final class Properties {
  private Properties() {}

  /// What a declaration says of each property.
  static Map<String, String> of(Declaration declaration) {
    String value = declaration.value();
    Map<String, String> said = new LinkedHashMap<>();
    switch (declaration.property()) {
      case "font" -> {
        String families = CssValues.familiesOfFont(value);
        String style = CssValues.styleOfFont(value);
        said.put("font-family", value.contains("var(") ? value : families);
        said.put("font-weight", style);
        said.put("font-style", style);
        said.put("font-size", CssValues.sizeOfFont(value));
      }
      case "background" -> said.put("background-image", value);
      case "list-style" -> said.put("list-style-image", value);
      case "border-image" -> said.put("border-image-source", value);
      case "mask", "-webkit-mask", "-webkit-mask-image" -> said.put("mask-image", value);
      default -> said.put(declaration.property(), value);
    }
    return said;
  }
}
