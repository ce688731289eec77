package dev.lightfoot.model;

import java.util.Locale;

/// Says a number of bytes as people read it: `347 B`, `30.3 kB`, `2.4 MB`; 1 kB is 1000 B. The
/// space is one that does not break.
public final class ByteCount {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private ByteCount() {}

  public static String text(long bytes) {
    if (bytes < 1_000) {
      return bytes + "\u00a0B";
    }
    double value = bytes / 1_000.0;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.length - 1) {
      value /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f\u00a0%s", value, UNITS[unit]);
  }
}
