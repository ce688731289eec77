package dev.lightfoot.probe.markup;

import java.util.Locale;

/// Characters as HTML groups them.
final class Html {
  private Html() {}

  /// ASCII whitespace of the Infra Standard.
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /// Without the whitespace at both ends.
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
