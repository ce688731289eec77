package dev.lightfoot.store.span;

import java.nio.charset.StandardCharsets;

/// The id of a trace in 128 bits: W3C's 32 hexadecimal digits as they are, any other text as a
/// hash.
///
/// @param high the first 16 digits
/// @param low the last 16 digits
record TraceId(long high, long low) implements Comparable<TraceId> {
  private static final int DIGITS = 32;
  private static final long PRIME = 0x100000001B3L;

  static TraceId of(String text) {
    if (isHex(text)) {
      return new TraceId(
          Long.parseUnsignedLong(text, 0, DIGITS / 2, 16),
          Long.parseUnsignedLong(text, DIGITS / 2, DIGITS, 16));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new TraceId(hash(bytes, 0xCBF29CE484222325L), hash(bytes, 0x9E3779B97F4A7C15L));
  }

  /// Whether the text can be made of the bits again.
  static boolean isHex(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  String hex() {
    return "%016x%016x".formatted(high, low);
  }

  private static long hash(byte[] bytes, long seed) {
    long hash = seed;
    for (byte each : bytes) {
      hash = (hash ^ (each & 0xFF)) * PRIME;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  @Override
  public int compareTo(TraceId other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }
}
