package dev.lightfoot.codec.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which server wrote a log, as far as it decides what `SET timestamp` means.
enum Server {
  /// MySQL from 8.0.14 on: when the statement began.
  STAMPS_START,
  /// MariaDB, and MySQL before: when it was logged, at its end.
  STAMPS_END,
  UNKNOWN;

  /// `/usr/sbin/mysqld, Version: 8.0.36-28 (Percona Server …). started with:`
  private static final Pattern VERSION =
      Pattern.compile(", Version: (\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  private static final int[] FIRST = {8, 0, 14};

  /// By the line with which a server begins its log.
  static Server of(String line) {
    Matcher version = VERSION.matcher(line);
    if (line.contains("MariaDB")) {
      return STAMPS_END;
    }
    if (!version.find()) {
      return UNKNOWN;
    }
    for (int i = 0; i < FIRST.length; i++) {
      int part = Integer.parseInt(version.group(i + 1));
      if (part != FIRST[i]) {
        return part > FIRST[i] ? STAMPS_START : STAMPS_END;
      }
    }
    return STAMPS_START;
  }
}
