package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Ids of requests that have none: derived from what nearly every format says of them, so that a
/// request logged twice has one id. Equal requests of one second have one, too
/// ([dev.lightfoot.codec.Reading#derived]).
final class EntryIds {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  private EntryIds() {}

  /// The id of the part of that number.
  static long child(long id, int number) {
    return Texts.mix(id ^ Texts.mix(number + 1L));
  }

  /// As 16 hexadecimal digits; never all zero, which OpenTelemetry holds for none.
  static String text(long id) {
    long shown = id == 0 ? 1 : id;
    byte[] text = new byte[16];
    for (int i = 15; i >= 0; i--) {
      text[i] = HEX[(int) shown & 15];
      shown >>>= 4;
    }
    return new String(text, ISO_8859_1);
  }
}
