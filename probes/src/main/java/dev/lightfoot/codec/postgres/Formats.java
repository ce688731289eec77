package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.LogFormat;
import java.util.Optional;

/// What is common to PostgreSQL's three formats: an entry is stamped when its statement is done, in
/// milliseconds; durations count microseconds.
final class Formats {
  private static final long MILLI = 1_000_000;

  private Formats() {}

  static LogFormat of(String name, String title, String advice) {
    return new LogFormat(name, title, LogFormat.Stamp.END, MILLI, true, Optional.of(advice));
  }
}
