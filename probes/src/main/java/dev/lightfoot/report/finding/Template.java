package dev.lightfoot.report.finding;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with places for values: `{name}` for a value as it is written, `{name:query|queries}` for
/// a number with the noun that goes with it. Other braces, such as those of `{% cache %}`, are
/// text.
record Template(String text) {
  private static final Pattern PLACE =
      Pattern.compile("\\{([a-z][A-Za-z0-9_-]*)(?::([^{}|]*)\\|([^{}|]*))?\\}");

  /// A value as it is written in a text.
  ///
  /// @param one whether the noun beside it is in the singular
  record Value(String text, boolean one) {}

  /// The text with its values.
  ///
  /// @param values the value of that name; empty where it is not known
  /// @param unknown what is written in the place of one that is not known
  String fill(Function<String, Optional<Value>> values, String unknown) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place, values, unknown)));
  }

  private static String value(
      MatchResult place, Function<String, Optional<Value>> values, String unknown) {
    Value value = values.apply(place.group(1)).orElse(new Value(unknown, false));
    if (place.group(2) == null) {
      return value.text();
    }
    return value.text() + " " + place.group(value.one() ? 2 : 3);
  }

  /// What it asks for.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    PLACE.matcher(text).results().forEach(place -> names.add(place.group(1)));
    return names;
  }
}
