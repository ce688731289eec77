package dev.lightfoot.model;

import java.util.List;

/// A pattern in which `*` stands for any text and everything else for itself. Whatever the pattern,
/// a text is looked through without going back.
public final class Wildcard {
  private final List<String> parts;

  public Wildcard(String pattern) {
    this.parts = List.of(pattern.split("\\*", -1));
  }

  /// Whether the whole text is as the pattern says.
  public boolean matches(String text) {
    String first = parts.getFirst();
    if (parts.size() == 1) {
      return text.equals(first);
    }
    String last = parts.getLast();
    int end = text.length() - last.length();
    if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    int at = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return at <= end;
  }
}
