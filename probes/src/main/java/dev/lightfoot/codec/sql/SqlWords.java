package dev.lightfoot.codec.sql;

/// Takes a statement apart into names, key words and parentheses. Strings, numbers, operators and
/// comments are left out.
final class SqlWords {
  private final String sql;
  private int at;

  private String word = "";

  SqlWords(String sql) {
    this.sql = sql;
  }

  /// Goes to the next word; false at the end.
  boolean next() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '(' || c == ')') {
        word = String.valueOf(c);
        at++;
        return true;
      }
      if (begins(c)) {
        word = name();
        return true;
      }
      at = passOver(c);
    }
    return false;
  }

  /// The word that was found.
  String word() {
    return word;
  }

  /// Where the run of characters that are not words ends.
  private int passOver(char c) {
    if (c == '/' && sql.startsWith("/*", at)) {
      return after("*/", at + 2);
    }
    if (c == '-' && sql.startsWith("--", at)) {
      return after("\n", at);
    }
    if (c == '\'') {
      return closing('\'', at);
    }
    int tag = c == '$' ? dollarTag() : 0;
    if (tag > 0) {
      return after(sql.substring(at, tag), tag);
    }
    return Character.isDigit(c) ? number() : at + 1;
  }

  private int after(String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }

  private int closing(char quote, int from) {
    int end = from + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) == quote) {
        if (end + 1 == sql.length() || sql.charAt(end + 1) != quote) {
          return end + 1;
        }
        end++;
      }
      end++;
    }
    return end;
  }

  /// The end of the opening mark of a string such as `$body$`; 0 where it is a parameter.
  private int dollarTag() {
    int end = at + 1;
    while (end < sql.length() && (Character.isLetter(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    return end < sql.length() && sql.charAt(end) == '$' ? end + 1 : 0;
  }

  private int number() {
    int end = at;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  /// A name with the names before it: `public."order"`.
  private String name() {
    int start = at;
    boolean more = true;
    while (more) {
      char c = sql.charAt(at);
      at = c == '"' || c == '`' ? closing(c, at) : c == '[' ? after("]", at) : plain();
      more = at + 1 < sql.length() && sql.charAt(at) == '.' && begins(sql.charAt(at + 1));
      at += more ? 1 : 0;
    }
    return sql.substring(start, at);
  }

  private int plain() {
    int end = at;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || "_$#".indexOf(sql.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static boolean begins(char c) {
    return Character.isLetter(c) || c == '_' || c == '"' || c == '`' || c == '[';
  }

  static boolean isName(String word) {
    return begins(word.charAt(0));
  }

  static String unquote(String name) {
    return name.replace("\"", "").replace("`", "").replace("[", "").replace("]", "");
  }
}
