package dev.lightfoot.codec.semconv;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// Trace and span ids of every writing: lower hexadecimal digits, 32 and 16 of them.
public final class Ids {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;

  private Ids() {}

  /// A trace's id in hexadecimal digits or base64; empty where it is not valid.
  public static String trace(String text) {
    return id(text, TRACE_BYTES);
  }

  /// A span's id in hexadecimal digits or base64; empty where it is not valid.
  public static String span(String text) {
    return id(text, SPAN_BYTES);
  }

  /// A trace's id whose leading zeros its writer may have left away (Zipkin, Jaeger).
  public static String shortTrace(String text) {
    return isHex(text) && !text.isEmpty() && text.length() <= 32
        ? nonZero("0".repeat(32 - text.length()) + text.toLowerCase(Locale.ROOT))
        : "";
  }

  /// A span's id whose leading zeros its writer may have left away.
  public static String shortSpan(String text) {
    return isHex(text) && !text.isEmpty() && text.length() <= 16
        ? nonZero("0".repeat(16 - text.length()) + text.toLowerCase(Locale.ROOT))
        : "";
  }

  /// An id as bytes.
  ///
  /// @param count which must be the length for it to be one
  public static String ofBytes(byte[] bytes, int offset, int length, int count) {
    return length == count ? nonZero(HexFormat.of().formatHex(bytes, offset, offset + length)) : "";
  }

  private static String id(String text, int bytes) {
    if (text.length() == 2 * bytes && isHex(text)) {
      return nonZero(isLower(text) ? text : text.toLowerCase(Locale.ROOT));
    }
    // protobuf's own JSON writes bytes in base64: 24 and 12 characters, with padding or without
    int unpadded = (bytes * 8 + 5) / 6;
    if (text.length() != unpadded && text.length() != (bytes + 2) / 3 * 4) {
      return "";
    }
    try {
      byte[] id = Base64.getDecoder().decode(text);
      return ofBytes(id, 0, id.length, bytes);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String nonZero(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) != '0') {
        return id;
      }
    }
    return "";
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'F') {
        return false;
      }
    }
    return true;
  }
}
