package dev.lightfoot.report.redact;

import dev.lightfoot.model.SecretNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds secrets in the body of a response, which may be cut anywhere: members of JSON and fields
/// of forms whose names say so, beside what [SecretText] finds in any text.
final class SecretBody {
  private static final Pattern MEMBER =
      Pattern.compile("\"([^\"\\\\\\r\\n]{1,100})\"\\s{0,20}:\\s{0,20}(?=[\"0-9-])");
  private static final Pattern TAG =
      Pattern.compile("<(?:input|meta)\\b[^<>]{0,2000}(?:>|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = attribute("name");
  private static final Pattern TYPE = attribute("type");
  private static final Pattern VALUE = attribute("value|content");

  private final SecretText text;

  SecretBody(SecretText text) {
    this.text = text;
  }

  private static Pattern attribute(String name) {
    return Pattern.compile(
        "\\b(?:" + name + ")\\s{0,5}=\\s{0,5}(?:\"([^\"]*)|'([^']*)|([^\\s\"'>]+))",
        Pattern.CASE_INSENSITIVE);
  }

  String clean(String body) {
    return text.clean(fields(members(body)));
  }

  private String members(String body) {
    StringBuilder cleaned = new StringBuilder(body.length());
    Matcher member = MEMBER.matcher(body);
    int from = 0;
    while (from < body.length() && member.find(from)) {
      int value = member.end();
      int end = endOfValue(body, value);
      cleaned.append(body, from, value);
      String name = member.group(1);
      boolean quoted = body.charAt(value) == '"';
      if (SecretNames.member(name)) {
        String inner = quoted ? body.substring(value + 1, end) : body.substring(value, end);
        cleaned.append(quoted ? "\"" : "").append(text.remove("member " + name, inner));
        from = end;
      } else {
        from = value;
      }
    }
    return cleaned.append(body, from, body.length()).toString();
  }

  /// Where a value ends: before its closing quote, or with the text where that is cut.
  private static int endOfValue(String body, int start) {
    boolean quoted = body.charAt(start) == '"';
    int at = quoted ? start + 1 : start;
    while (at < body.length()) {
      char c = body.charAt(at);
      if (quoted ? c == '"' : c == ',' || c == '}' || c == ']' || Character.isWhitespace(c)) {
        return at;
      }
      at += quoted && c == '\\' ? 2 : 1;
    }
    return body.length();
  }

  private String fields(String body) {
    return TAG.matcher(body).replaceAll(tag -> Matcher.quoteReplacement(field(tag.group())));
  }

  private String field(String tag) {
    Matcher name = NAME.matcher(tag);
    Matcher type = TYPE.matcher(tag);
    boolean password = type.find() && value(type).equalsIgnoreCase("password");
    boolean named = name.find() && SecretNames.parameter(value(name));
    Matcher value = VALUE.matcher(tag);
    if (!(password || named) || !value.find() || value(value).isEmpty()) {
      return tag;
    }
    int group = value.group(1) != null ? 1 : value.group(2) != null ? 2 : 3;
    String what = named ? "field " + value(name) : "field of a password";
    return tag.substring(0, value.start(group))
        + text.remove(what, value.group(group))
        + tag.substring(value.end(group));
  }

  private static String value(Matcher attribute) {
    for (int group = 1; group <= 3; group++) {
      if (attribute.group(group) != null) {
        return attribute.group(group);
      }
    }
    return "";
  }
}
