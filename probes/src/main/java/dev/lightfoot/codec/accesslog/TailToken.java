package dev.lightfoot.codec.accesslog;

import java.util.ArrayList;
import java.util.List;

/// A column of one line.
///
/// @param before what leads to its value: blank, key, bracket
/// @param key its name; empty where it has none
/// @param value what it says
/// @param after the bracket or quote behind it
record TailToken(String before, String key, String value, String after) {
  /// Takes a tail apart at its blanks.
  static List<TailToken> split(String tail) {
    List<TailToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < tail.length()) {
      int start = at;
      while (at < tail.length() && !isName(tail.charAt(at)) && !opens(tail.charAt(at))) {
        if (tail.charAt(at) != ' ' && tail.charAt(at) != '|' && tail.charAt(at) != ',') {
          break;
        }
        at++;
      }
      int name = at;
      while (at < tail.length() && isName(tail.charAt(at))) {
        at++;
      }
      boolean named = at > name && at < tail.length() && tail.charAt(at) == '=';
      String key = named ? tail.substring(name, at) : "";
      at = named ? at + 1 : name;
      boolean opened = at < tail.length() && opens(tail.charAt(at));
      char close = opened ? closing(tail.charAt(at)) : ' ';
      int value = opened ? at + 1 : at;
      int end = end(tail, value, close);
      tokens.add(
          new TailToken(
              tail.substring(start, value),
              key,
              tail.substring(value, end),
              opened && end < tail.length() ? String.valueOf(close) : ""));
      at = Math.max(opened ? end + 1 : end, start + 1);
    }
    return tokens;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
  }

  private static boolean opens(char c) {
    return c == '"' || c == '[' || c == '<';
  }

  private static char closing(char open) {
    return open == '[' ? ']' : open == '<' ? '>' : open;
  }

  private static int end(String tail, int from, char close) {
    int i = from;
    while (i < tail.length()) {
      char c = tail.charAt(i);
      if (c == '\\' && close == '"') {
        i++;
      } else if (c == close && !(close == ' ' && goesOn(tail, from, i))) {
        return i;
      }
      i++;
    }
    return Math.min(i, tail.length());
  }

  private static boolean goesOn(String tail, int from, int i) {
    boolean afterComma = i > from && tail.charAt(i - 1) == ',';
    boolean afterColon = i > from + 1 && tail.charAt(i - 1) == ':' && tail.charAt(i - 2) == ' ';
    return afterComma || afterColon || tail.startsWith(" : ", i);
  }

  /// What lines of one layout have in common.
  static String shape(List<TailToken> tokens) {
    StringBuilder shape = new StringBuilder();
    for (TailToken token : tokens) {
      shape.append(token.before).append('\0').append(token.after);
    }
    return shape.toString();
  }
}
