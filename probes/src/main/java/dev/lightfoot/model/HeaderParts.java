package dev.lightfoot.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes field values apart at separators outside quoted strings (RFC 9110 section 5.6).
public final class HeaderParts {
  private HeaderParts() {}

  public static List<String> split(String value, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && quoted && i + 1 < value.length()) {
        part.append(c).append(value.charAt(++i));
        continue;
      }
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /// The first parameter of that name; the first part is the value itself and no parameter.
  static Optional<String> parameter(List<String> parts, String name) {
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      String key = (equals < 0 ? part : part.substring(0, equals)).strip();
      if (key.equalsIgnoreCase(name)) {
        return equals < 0 ? Optional.empty() : Optional.of(unquote(part.substring(equals + 1)));
      }
    }
    return Optional.empty();
  }

  /// Whether a parameter of that name is there, with or without a value.
  static boolean has(List<String> parts, String name) {
    return parts.stream()
        .skip(1)
        .map(part -> split(part, '=').getFirst().strip())
        .anyMatch(name::equalsIgnoreCase);
  }

  private static String unquote(String text) {
    String value = text.strip();
    if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
      return value;
    }
    return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
