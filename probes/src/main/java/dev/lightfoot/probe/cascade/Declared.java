package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.cascade.Style.Value;
import dev.lightfoot.probe.css.CssValues;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// What the winning declarations of an element say, with variables put in.
///
/// @param cascade where they are
record Declared(Cascade cascade) {

  /// The value of a property of an element; empty where it has none, or a variable is missing.
  Optional<String> text(Element element, String property) {
    return cascade.of(element).flatMap(style -> text(element, style, property));
  }

  /// The same in lower case, as keywords are read.
  Optional<String> word(Element element, String property) {
    return text(element, property).map(value -> value.strip().toLowerCase(Locale.ROOT));
  }

  /// The value of a property in the style of an element or of a part of it.
  Optional<String> text(Element element, Style style, String property) {
    return style
        .value(property)
        .flatMap(value -> whole(element, value))
        .map(
            text ->
                property.equals("font-family") && text.contains("/")
                    ? CssValues.familiesOfFont(text)
                    : text);
  }

  Optional<String> whole(Element element, Value value) {
    return value.text().contains("var(")
        ? CssValues.substitute(value.text(), name -> variable(element, name))
        : Optional.of(value.text());
  }

  /// A custom property is inherited.
  private Optional<String> variable(Element element, String name) {
    for (Element each = element; each != null; each = each.parent()) {
      Optional<Value> value = cascade.of(each).flatMap(style -> style.value(name));
      if (value.isPresent()) {
        return value.map(Value::text);
      }
    }
    return Optional.empty();
  }
}
