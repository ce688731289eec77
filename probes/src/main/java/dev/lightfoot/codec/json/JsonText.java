package dev.lightfoot.codec.json;

import java.nio.charset.StandardCharsets;

/// Writes a nested attribute value as JSON, for values are kept as text.
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /// The text with a question mark for half a surrogate pair: JSON can escape it, UTF-8 cannot hold
  /// it.
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

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
