package dev.lightfoot.codec.json;

/// Writes a nested attribute value as JSON, for values are kept as text.
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /// A string with its quotes.
  public static void quote(String text, StringBuilder into) {
    into.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        into.append('\\').append(c);
      } else if (c >= ' ') {
        into.append(c);
      } else {
        into.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    into.append('"');
  }
}
