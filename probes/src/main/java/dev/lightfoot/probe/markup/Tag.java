package dev.lightfoot.probe.markup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A start tag.
///
/// @param name in lower case
/// @param attributes by name in lower case, the first of each name; character references resolved
/// @param cut names of attributes that are longer than is read
/// @param selfClosing whether it ends in a slash
/// @param line that it begins in, from 1
record Tag(
    String name, Map<String, String> attributes, Set<String> cut, boolean selfClosing, int line) {
  boolean is(String other) {
    return name.equals(other);
  }

  boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /// The attribute in lower case and without spaces around it; empty where it is not there.
  String word(String attribute) {
    return Html.lower(Html.strip(attributes.getOrDefault(attribute, "")));
  }
}
