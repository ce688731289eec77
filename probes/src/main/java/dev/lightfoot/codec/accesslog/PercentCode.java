package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// Undoes `%20`; what is no such code stays.
final class PercentCode {
  private PercentCode() {}

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] b = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
    for (int i = 0; i < b.length; i++) {
      int high = b[i] == '%' && i + 2 < b.length ? Character.digit(b[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(b[i + 2], 16) : -1;
      out.write(low >= 0 ? (high << 4) | low : b[i]);
      i += low >= 0 ? 2 : 0;
    }
    return out.toString(UTF_8);
  }
}
