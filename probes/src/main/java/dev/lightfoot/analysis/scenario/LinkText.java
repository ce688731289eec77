package dev.lightfoot.analysis.scenario;

import dev.lightfoot.model.budget.Amounts;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers of a scenario as people write them: a number and its unit.
public final class LinkText {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*([a-zA-Z/]+)");

  private static final long NANOS_PER_MINUTE = 60_000_000_000L;

  private static final Map<String, Double> TIMES =
      Map.of("min", (double) NANOS_PER_MINUTE, "h", 60.0 * NANOS_PER_MINUTE);

  private static final Map<String, Double> RATES =
      Map.of(
          "bit/s", 0.125,
          "kbit/s", 125.0,
          "Mbit/s", 125_000.0,
          "Gbit/s", 125_000_000.0,
          "kB/s", 1e3,
          "MB/s", 1e6,
          "GB/s", 1e9);

  private static final Map<String, Double> SIZES = Map.of("TB", 1e12);
  private static final Map<String, Double> LENGTHS = Map.of("km", 1.0, "m", 0.001);

  private LinkText() {}

  /// A number of bytes, such as `36 GB`; empty where it is none, or nothing.
  public static OptionalLong bytes(String text) {
    OptionalLong bytes = Amounts.bytes(text.strip());
    return positive(bytes.isPresent() ? bytes : whole(read(text, SIZES)));
  }

  /// A time, such as `66.7 us`, `20 min`; in nanoseconds.
  public static OptionalLong nanos(String text) {
    OptionalLong nanos = Amounts.nanos(text.strip());
    return nanos.isPresent() ? nanos : whole(read(text, TIMES));
  }

  /// A width, such as `1 MB/s` or `100 Mbit/s`; in bytes a second.
  public static OptionalLong bytesPerSecond(String text) {
    return positive(whole(read(text, RATES)));
  }

  /// A length, such as `10 km`; in kilometres.
  public static OptionalDouble kilometres(String text) {
    return read(text, LENGTHS);
  }

  private static OptionalLong positive(OptionalLong number) {
    return number.isPresent() && number.getAsLong() > 0 ? number : OptionalLong.empty();
  }

  private static OptionalLong whole(OptionalDouble number) {
    return number.isPresent()
        ? OptionalLong.of(Math.round(number.getAsDouble()))
        : OptionalLong.empty();
  }

  private static OptionalDouble read(String text, Map<String, Double> units) {
    Matcher parts = WRITTEN.matcher(text.strip());
    Double unit = parts.matches() ? units.get(parts.group(2)) : null;
    return unit == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(parts.group(1)) * unit);
  }
}
