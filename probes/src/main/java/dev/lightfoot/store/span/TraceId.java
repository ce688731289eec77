package dev.lightfoot.store.span;

import java.nio.charset.StandardCharsets;

/// The id of a trace in 128 bits: W3C's 32 hexadecimal digits as they are, any other text as a
/// hash.
///
/// @param high the first 16 digits
/// @param low the last 16 digits
public record TraceId(long high, long low) implements Comparable<TraceId> {
  private static final int DIGITS = 32;
  private static final long PRIME = 0x100000001B3L;
  private static final long FIRST_SEED = 0xCBF29CE484222325L;
  private static final long SECOND_SEED = 0x9E3779B97F4A7C15L;

  public static TraceId of(String text) {
    if (isHex(text)) {
      return new TraceId(
          Long.parseUnsignedLong(text, 0, DIGITS / 2, 16),
          Long.parseUnsignedLong(text, DIGITS / 2, DIGITS, 16));
    }
    return isAscii(text) ? ofAscii(text) : ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TraceId ofBytes(byte[] utf8) {
    return new TraceId(hash(utf8, FIRST_SEED), hash(utf8, SECOND_SEED));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /// As of its bytes, without these being made.
  private static TraceId ofAscii(String text) {
    long high = FIRST_SEED;
    long low = SECOND_SEED;
    for (int i = 0; i < text.length(); i++) {
      high = next(high, text.charAt(i));
      low = next(low, text.charAt(i));
    }
    return new TraceId(high, low);
  }

  /// Whether the text can be made of the bits again.
  public static boolean isHex(String text) {
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

  public String hex() {
    return "%016x%016x".formatted(high, low);
  }

  private static long hash(byte[] bytes, long seed) {
    long hash = seed;
    for (byte each : bytes) {
      hash = next(hash, each & 0xFF);
    }
    return hash;
  }

  private static long next(long before, int value) {
    long hash = (before ^ value) * PRIME;
    return hash ^ (hash >>> 29);
  }

  @Override
  public int compareTo(TraceId other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }
}
