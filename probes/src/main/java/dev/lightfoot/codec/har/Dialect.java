package dev.lightfoot.codec.har;

import static dev.lightfoot.codec.har.TimingsDraft.CONNECT;
import static dev.lightfoot.codec.har.TimingsDraft.SSL;

import java.util.List;

/// What this file means by its numbers, judged by all entries: some writers keep to HAR 1.2, some
/// do not, and one and the same program changed its mind between versions.
///
/// @param writer the program that wrote it
/// @param exclusive `connect` leaves `ssl` out
/// @param zeroIsReused `connect` of 0 with `dns` of 0 means that a connection was reused
/// @param portAsConnection `connection` is the server's port
record Dialect(Program writer, boolean exclusive, boolean zeroIsReused, boolean portAsConnection) {
  /// Writers that count in whole milliseconds are wrong by as much.
  static final double TOLERANCE_MILLIS = 1.01;

  static Dialect of(Program writer, List<EntryDraft> entries) {
    return new Dialect(
        writer, isExclusive(writer, entries), isZeroReused(writer, entries), isPort(entries));
  }

  /// By the sums where they tell, else by who wrote it.
  private static boolean isExclusive(Program writer, List<EntryDraft> entries) {
    int inclusive = 0;
    int exclusive = 0;
    for (EntryDraft entry : entries) {
      TimingsDraft timings = entry.timings;
      double ssl = timings.length(SSL);
      if (ssl <= TOLERANCE_MILLIS || timings.length(CONNECT) == 0) {
        continue;
      }
      if (isLongerThanConnect(timings)) {
        exclusive++;
      } else if (Math.abs(timings.sum() - entry.time) <= TOLERANCE_MILLIS) {
        inclusive++;
      } else if (Math.abs(timings.sum() + ssl - entry.time) <= TOLERANCE_MILLIS) {
        exclusive++;
      }
    }
    return exclusive == inclusive ? writer.countsSslBesideConnect() : exclusive > inclusive;
  }

  /// Whether `ssl` cannot lie within `connect`.
  static boolean isLongerThanConnect(TimingsDraft timings) {
    return timings.length(SSL) > timings.length(CONNECT) + TOLERANCE_MILLIS;
  }

  /// Where a file has no -1 at all, 0 has to mean both.
  private static boolean isZeroReused(Program writer, List<EntryDraft> entries) {
    boolean minus = entries.stream().anyMatch(entry -> entry.timings.of(CONNECT) == -1);
    return writer.writesZeroForReused() || !minus;
  }

  private static boolean isPort(List<EntryDraft> entries) {
    boolean any = false;
    for (EntryDraft entry : entries) {
      if (!entry.connection.isEmpty()) {
        String port = entry.request.url.startsWith("https:") ? "443" : "80";
        if (!entry.connection.equals(port)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  boolean isZero(TimingsDraft timings) {
    return zeroIsReused
        && timings.isZero(CONNECT)
        && timings.length(TimingsDraft.DNS) == 0
        && timings.length(SSL) == 0;
  }
}
