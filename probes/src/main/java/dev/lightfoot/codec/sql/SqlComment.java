package dev.lightfoot.codec.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A statement without the comment in which an application says where it comes from: that of
/// sqlcommenter (`/*controller='a',traceparent='00-…'*/`) or of Rails
/// (`/*application:Shop,action:show*/`), before or after the statement.
///
/// @param statement the rest, without white space and semicolons around it
/// @param tags what the comment says, decoded
public record SqlComment(String statement, Map<String, String> tags) {
  private static final int TAGS = 32;

  /// Takes a statement apart. A comment of another kind stays in it.
  public static SqlComment split(String sql) {
    String text = trim(sql);
    if (text.endsWith("*/")) {
      int start = text.lastIndexOf("/*");
      Map<String, String> tags =
          start > 0 ? tags(text.substring(start + 2, text.length() - 2)) : Map.of();
      if (!tags.isEmpty()) {
        return new SqlComment(trim(text.substring(0, start)), tags);
      }
    }
    int end = text.startsWith("/*") ? text.indexOf("*/") : -1;
    Map<String, String> tags = end > 0 ? tags(text.substring(2, end)) : Map.of();
    return tags.isEmpty()
        ? new SqlComment(text, Map.of())
        : new SqlComment(trim(text.substring(end + 2)), tags);
  }

  private static String trim(String sql) {
    String text = sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    return text;
  }

  private static Map<String, String> tags(String comment) {
    Map<String, String> tags = new LinkedHashMap<>();
    int at = 0;
    while (at < comment.length()) {
      int separator = at;
      while (separator < comment.length() && "=:,'".indexOf(comment.charAt(separator)) < 0) {
        separator++;
      }
      String key = comment.substring(at, separator).strip();
      if (separator == comment.length() || !name(key) || tags.size() == TAGS) {
        return Map.of();
      }
      int end = end(comment, separator);
      if (end < 0) {
        return Map.of();
      }
      tags.put(decode(key), value(comment, separator, end));
      at = end + 1;
    }
    return tags;
  }

  private static boolean name(String key) {
    return !key.isEmpty()
        && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.%".indexOf(c) >= 0);
  }

  /// Where the value that begins after the separator ends: at its comma, or the comment's end.
  private static int end(String comment, int separator) {
    char kind = comment.charAt(separator);
    if (kind != '=' && kind != ':') {
      return -1;
    }
    int at = separator + 1;
    boolean quoted = at < comment.length() && comment.charAt(at) == '\'';
    if (kind == '=' && !quoted) {
      return -1;
    }
    at += quoted ? 1 : 0;
    while (at < comment.length() && comment.charAt(at) != (quoted ? '\'' : ',')) {
      at += comment.charAt(at) == '\\' ? 2 : 1;
    }
    if (!quoted) {
      return Math.min(at, comment.length());
    }
    int after = comment.indexOf(',', at);
    boolean ends = at < comment.length() && comment.substring(at + 1).isBlank();
    boolean goesOn = after > at && comment.substring(at + 1, after).isBlank();
    return ends ? comment.length() : goesOn ? after : -1;
  }

  private static String value(String comment, int separator, int end) {
    String text = comment.substring(separator + 1, end).strip();
    if (text.startsWith("'")) {
      text = text.substring(1, text.lastIndexOf('\'')).replace("\\'", "'");
    }
    return decode(text);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
