package dev.lightfoot.probe.cascade;

import dev.lightfoot.model.url.WebUrl;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The declarations that won for one element, or for a part of it.
final class Style {
  /// A declared value.
  ///
  /// @param text as it stands
  /// @param base what its URLs are relative to
  /// @param line of the sheet
  /// @param rank among other values of the property; the highest wins
  record Value(String text, WebUrl base, int line, long rank) {}

  private final Map<String, Value> values = new HashMap<>();

  /// Of equal ranks the later one wins.
  void declare(String property, Value value) {
    Value before = values.get(property);
    if (before == null || before.rank() <= value.rank()) {
      values.put(property, value);
    }
  }

  Optional<Value> value(String property) {
    return Optional.ofNullable(values.get(property));
  }

  Map<String, Value> values() {
    return values;
  }
}
