package dev.lightfoot.codec.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Strings as Redis writes them for people: `"GET" "a\"b\x00"`.
final class RedisWords {
  private RedisWords() {}

  /// All of a text; empty where one is not closed.
  static Optional<List<String>> of(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      StringBuilder word = new StringBuilder();
      int end = text.charAt(at) == '"' ? read(text, at + 1, word) : -1;
      if (end < 0) {
        return Optional.empty();
      }
      words.add(word.toString());
      at = end;
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static int read(String text, int from, StringBuilder word) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        at += escaped(text, at, word);
      } else {
        word.append(c);
      }
    }
    return -1;
  }

  /// Appends what the escape means; returns how many characters more it takes than one.
  private static int escaped(String text, int at, StringBuilder word) {
    switch (text.charAt(at)) {
      case 'n' -> word.append('\n');
      case 'r' -> word.append('\r');
      case 't' -> word.append('\t');
      case 'a' -> word.append('\u0007');
      case 'b' -> word.append('\b');
      case 'x' -> {
        if (at + 2 < text.length()
            && Character.digit(text.charAt(at + 1), 16) >= 0
            && Character.digit(text.charAt(at + 2), 16) >= 0) {
          word.append((char) Integer.parseInt(text, at + 1, at + 3, 16));
          return 2;
        }
        word.append('x');
      }
      default -> word.append(text.charAt(at));
    }
    return 0;
  }
}
