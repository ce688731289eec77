package dev.lightfoot.model.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts as a budget file writes them: a number, a space that may be left out, and its unit. What
/// is written is read again as the same amount.
public final class Amounts {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long BYTES_PER_KILO = 1_000;

  /// Units of durations, in nanoseconds.
  private static final Map<String, Long> TIMES =
      Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "ms", NANOS_PER_MILLI, "s", 1_000_000_000L);

  /// Units of bytes; 1 kB is 1000 B.
  private static final Map<String, Long> BYTES =
      Map.of(
          "B",
          1L,
          "kB",
          BYTES_PER_KILO,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30);

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?) ?([A-Za-zµ%]+)");

  private Amounts() {}

  /// A duration, such as `400 ms`, in nanoseconds; empty where it is none.
  public static OptionalLong nanos(String text) {
    return read(text, TIMES);
  }

  /// A number of bytes, such as `300 kB`; empty where it is none.
  public static OptionalLong bytes(String text) {
    return read(text, BYTES);
  }

  /// A share, such as `5 %`, in hundredths; empty where it is none.
  public static OptionalDouble percent(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches() && parts.group(2).equals("%")
        ? OptionalDouble.of(Double.parseDouble(parts.group(1)))
        : OptionalDouble.empty();
  }

  /// A duration in milliseconds with as many decimals as it needs: `400 ms`, `0.25 ms`.
  public static String ofNanos(long nanos) {
    return number(nanos, NANOS_PER_MILLI) + " ms";
  }

  /// A number of bytes: `300 kB`, `12.345 kB`, `950 B`.
  public static String ofBytes(long bytes) {
    return bytes < BYTES_PER_KILO ? bytes + " B" : number(bytes, BYTES_PER_KILO) + " kB";
  }

  /// A share: `5 %`.
  public static String ofPercent(double percent) {
    return plain(BigDecimal.valueOf(percent)) + " %";
  }

  private static String number(long amount, long unit) {
    return plain(BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(unit)));
  }

  private static String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0
        ? shortest.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
        : shortest.toPlainString();
  }

  private static OptionalLong read(String text, Map<String, Long> units) {
    Matcher parts = WRITTEN.matcher(text);
    Long unit = parts.matches() ? units.get(parts.group(2)) : null;
    if (unit == null) {
      return OptionalLong.empty();
    }
    BigDecimal amount = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit));
    boolean fits = amount.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return fits
        ? OptionalLong.of(amount.setScale(0, RoundingMode.HALF_UP).longValueExact())
        : OptionalLong.empty();
  }
}
