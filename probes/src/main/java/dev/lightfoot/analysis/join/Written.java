package dev.lightfoot.analysis.join;

/// When entries were written, by the client's clock: no entry is older than it says when it was
/// written, so this bounds how far a server's clock can be off.
///
/// @param fromUnixNanos none was written before; [#UNKNOWN] where that is not known
/// @param toUnixNanos all had been written by then; [#UNKNOWN] where that is not known
public record Written(long fromUnixNanos, long toUnixNanos) {
  /// Not known.
  public static final long UNKNOWN = Long.MIN_VALUE;

  /// Nothing is known: an opened file may be of any day.
  public static final Written ANY_TIME = new Written(UNKNOWN, UNKNOWN);

  /// Read by then, written at any time before.
  public static Written by(long toUnixNanos) {
    return new Written(UNKNOWN, toUnixNanos);
  }
}
