package dev.lightfoot.probe.kernel;

/// When bytes arrived that were read together; raw readings of [System#nanoTime].
///
/// @param asked when the read began
/// @param first when the first of them arrived
/// @param last when the last of them arrived
/// @param taken when we had them; what lies between is ours
/// @param stamped whether the kernel noted the arrival; else it is when we had them
public record Arrival(long asked, long first, long last, long taken, boolean stamped) {

  /// Of bytes whose arrival nobody noted but us.
  public static Arrival read(long asked, long taken) {
    return new Arrival(asked, taken, taken, taken, false);
  }

  /// Of the same bytes, which could not be had before that instant.
  Arrival notBefore(long instant) {
    return first - instant >= 0
        ? this
        : new Arrival(asked, instant, last - instant >= 0 ? last : instant, taken, stamped);
  }

  /// Of more bytes that were read together with these, and not waited for.
  public Arrival rest() {
    return new Arrival(taken, last, last, taken, stamped);
  }
}
