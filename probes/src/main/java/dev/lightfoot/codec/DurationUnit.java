package dev.lightfoot.codec;

import java.util.Locale;
import java.util.Optional;

/// In what a log counts how long something took.
public enum DurationUnit {
  SECONDS("s", "seconds", 1_000_000_000),
  MILLISECONDS("ms", "milliseconds", 1_000_000),
  MICROSECONDS("us", "microseconds", 1_000),
  NANOSECONDS("ns", "nanoseconds", 1);

  private final String symbol;
  private final String words;
  private final long nanos;

  DurationUnit(String symbol, String words, long nanos) {
    this.symbol = symbol;
    this.words = words;
    this.nanos = nanos;
  }

  /// As on the command line, such as `ms`.
  public String symbol() {
    return symbol;
  }

  /// As in a sentence, such as `milliseconds`.
  public String words() {
    return words;
  }

  /// Nanoseconds of one.
  public long nanos() {
    return nanos;
  }

  /// The unit of that symbol, `µs` included; empty where there is none.
  public static Optional<DurationUnit> of(String symbol) {
    String plain =
        symbol.strip().toLowerCase(Locale.ROOT).replace('\u00b5', 'u').replace('\u03bc', 'u');
    for (DurationUnit unit : values()) {
      if (unit.symbol.equals(plain)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
