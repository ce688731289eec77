package dev.lightfoot.report.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes numbers as every screen and report shows them: milliseconds with one decimal, round-trip
/// times with two decimals below ten, spaces in thousands, a real minus. The spaces are ones that
/// do not break.
public final class Numbers {
  /// Shown where a quantity does not apply.
  public static final String NOT_APPLICABLE = "–";

  /// Shown where a quantity is not known.
  public static final String UNKNOWN = "?";

  /// One decimal of a millisecond.
  public static final long NANOS_PER_TENTH = 100_000;

  private static final long TENTHS_IN_TEN_SECONDS = 100_000;
  private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB"};
  private static final char SPACE = '\u00a0';
  private static final long TWO_DECIMALS_BELOW = 9_995_000;

  private Numbers() {}

  /// Rounded half up to tenths of a millisecond.
  public static long tenths(long nanos) {
    return Math.floorDiv(nanos + NANOS_PER_TENTH / 2, NANOS_PER_TENTH);
  }

  /// Milliseconds without their unit: `40.3`.
  public static String millis(long nanos) {
    return ofTenths(tenths(nanos));
  }

  /// Tenths of a millisecond without their unit: `40.3` of 403.
  public static String ofTenths(long tenths) {
    return grouped(BigDecimal.valueOf(tenths, 1));
  }

  /// A duration with its unit: `40.3 ms`, and `12.4 s` from ten seconds on.
  public static String duration(long nanos) {
    return durationOfTenths(tenths(nanos));
  }

  /// A duration with its unit, from tenths of a millisecond.
  public static String durationOfTenths(long tenths) {
    if (Math.abs(tenths) < TENTHS_IN_TEN_SECONDS) {
      return ofTenths(tenths) + SPACE + "ms";
    }
    BigDecimal seconds = BigDecimal.valueOf(tenths, 4).setScale(1, RoundingMode.HALF_UP);
    return grouped(seconds) + SPACE + "s";
  }

  /// A duration to the whole millisecond, for what is not final: `318 ms`.
  public static String roughly(long nanos) {
    long tenths = tenths(nanos);
    if (tenths >= TENTHS_IN_TEN_SECONDS) {
      return durationOfTenths(tenths);
    }
    return count(Math.floorDiv(tenths + 5, 10)) + SPACE + "ms";
  }

  /// A round-trip time in milliseconds, with the digits that multiplying needs: `140.1`, `2.04`.
  public static String rtt(long nanos) {
    int decimals = nanos >= TWO_DECIMALS_BELOW ? 1 : 2;
    return grouped(BigDecimal.valueOf(nanos, 6).setScale(decimals, RoundingMode.HALF_UP));
  }

  /// A number without a unit that is not whole: `4.11`.
  public static String hundredths(double number) {
    return grouped(BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP));
  }

  /// A whole number with spaces in thousands: `26 904`.
  public static String count(long number) {
    return grouped(Long.toString(number), 0);
  }

  /// Bytes: `347 B`, `30.3 kB`, `2.4 MB`; 1 kB is 1000 B.
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + "" + SPACE + "B";
    }
    double value = bytes / 1_000.0;
    int unit = 0;
    while (value >= 999.95 && unit < BYTE_UNITS.length - 1) {
      value /= 1_000;
      unit++;
    }
    return grouped(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP))
        + SPACE
        + BYTE_UNITS[unit];
  }

  /// A whole percentage of a named whole: `74 %`; `–` where the whole is nothing.
  public static String percent(long part, long whole) {
    return whole == 0 ? NOT_APPLICABLE : Math.round(100.0 * part / whole) + "" + SPACE + "%";
  }

  /// A whole percentage: `74 %`.
  public static String percent(long hundredths) {
    return hundredths + "" + SPACE + "%";
  }

  /// A bound on a distance, rounded up to three digits: `4 010 km`.
  public static String kilometres(long kilometres) {
    long step = 1;
    while (kilometres / step >= 1_000) {
      step *= 10;
    }
    return count(Math.ceilDiv(kilometres, step) * step) + SPACE + "km";
  }

  /// A distance between two places, in whole kilometres: `1 774 km`.
  public static String distance(double kilometres) {
    return count(Math.round(kilometres)) + SPACE + "km";
  }

  /// The same text with plain spaces, for places where nothing breaks lines.
  public static String plain(String text) {
    return text.replace(SPACE, ' ');
  }

  private static String grouped(BigDecimal number) {
    return grouped(number.toPlainString(), number.scale());
  }

  private static String grouped(String plain, int decimals) {
    StringBuilder text = new StringBuilder(plain);
    int whole = plain.length() - (decimals > 0 ? decimals + 1 : 0);
    int first = plain.startsWith("-") ? 1 : 0;
    for (int at = whole - 3; at > first; at -= 3) {
      text.insert(at, SPACE);
    }
    if (first == 1) {
      text.setCharAt(0, '−');
    }
    return text.toString();
  }
}
