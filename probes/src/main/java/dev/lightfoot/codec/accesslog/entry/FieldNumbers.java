package dev.lightfoot.codec.accesslog.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Reads the numbers in fields. What is not a number, negative or too long for a `long` is
/// [Entry#NONE].
public final class FieldNumbers {
  /// A second, a millisecond and a microsecond in nanoseconds.
  public static final long SECOND = 1_000_000_000L;

  public static final long MILLI = 1_000_000L;
  public static final long MICRO = 1_000L;

  /// Longer than any request: a number beyond it is not a duration.
  private static final long LONGEST = 1_000_000 * SECOND;

  private FieldNumbers() {}

  /// A whole number.
  public static long whole(byte[] b, int from, int to) {
    if (from >= to || to - from > 18) {
      return Entry.NONE;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return Entry.NONE;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// The whole number that a fact is.
  public static long whole(Entry entry, Fact fact) {
    return whole(entry.bytes(fact), entry.from(fact), entry.to(fact));
  }

  /// A decimal number of some unit, in nanoseconds.
  ///
  /// @param unitNanos nanoseconds of one unit, a power of ten up to a second
  public static long nanos(byte[] b, int from, int to, long unitNanos) {
    int dot = from;
    while (dot < to && b[dot] != '.') {
      dot++;
    }
    long whole = whole(b, from, dot);
    if (whole == Entry.NONE || whole > LONGEST / unitNanos) {
      return Entry.NONE;
    }
    long nanos = whole * unitNanos;
    long step = unitNanos;
    for (int i = dot + 1; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return exponent(b, from, to, unitNanos);
      }
      step /= 10;
      nanos += digit * step;
    }
    return nanos;
  }

  /// `1.2e-05`, as JSON writers put small ones.
  private static long exponent(byte[] b, int from, int to, long unitNanos) {
    if (to - from > 32) {
      return Entry.NONE;
    }
    try {
      double value = Double.parseDouble(new String(b, from, to - from, ISO_8859_1));
      double nanos = value * unitNanos;
      return nanos >= 0 && nanos <= LONGEST ? Math.round(nanos) : Entry.NONE;
    } catch (NumberFormatException e) {
      return Entry.NONE;
    }
  }

  static long nanos(Entry entry, Fact fact, long unitNanos) {
    return nanos(entry.bytes(fact), entry.from(fact), entry.to(fact), unitNanos);
  }

  /// `1.67ms`, `12us`, `1h2m3.5s`, `129 msecs`, `68 micros`; a bare number is seconds.
  static long withUnit(byte[] b, int from, int to) {
    long sum = 0;
    int at = from;
    while (at < to) {
      int number = at;
      while (at < to && (b[at] == '.' || isDigit(b[at]))) {
        at++;
      }
      int end = at;
      while (at < to && b[at] == ' ') {
        at++;
      }
      int unit = at;
      while (at < to && b[at] != '.' && !isDigit(b[at])) {
        at++;
      }
      long nanos = withUnit(b, number, end, unitNanos(b, unit, at));
      if (nanos == Entry.NONE || (sum += nanos) > LONGEST) {
        return Entry.NONE;
      }
    }
    return from < to ? sum : Entry.NONE;
  }

  private static long withUnit(byte[] b, int from, int to, long unitNanos) {
    if (unitNanos <= SECOND) {
      return unitNanos == 0 ? Entry.NONE : nanos(b, from, to, unitNanos);
    }
    long seconds = nanos(b, from, to, SECOND);
    long times = unitNanos / SECOND;
    return seconds == Entry.NONE || seconds > LONGEST / times ? Entry.NONE : seconds * times;
  }

  /// 0 where it is none.
  private static long unitNanos(byte[] b, int from, int to) {
    byte first = from < to ? b[from] : (byte) 's';
    byte second = from + 1 < to ? b[from + 1] : 0;
    return switch (first) {
      case 'h' -> 3600 * SECOND;
      case 's' -> SECOND;
      case 'm' ->
          switch (second) {
            case 0 -> 60 * SECOND;
            case 'i' -> from + 2 < to ? milliOrMicro(b[from + 2]) : 0;
            case 's' -> MILLI;
            default -> 0;
          };
      case 'n' -> 1;
      // The sign for micro has two bytes, and there are two of it.
      case 'u', (byte) 0xC2, (byte) 0xCE -> MICRO;
      default -> 0;
    };
  }

  private static long milliOrMicro(byte third) {
    return third == 'l' ? MILLI : third == 'c' ? MICRO : 0;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
