package dev.lightfoot.analysis.replay;

/// One connection that carries several responses at once: they share its window, which doubles with
/// each round of acknowledgement (RFC 9002 section 7.3.1), and are sent in the order of their
/// requests.
public final class Channel {
  private long window;
  private long used;
  private long roundStart = Long.MIN_VALUE / 2;

  /// @param initialWindow bytes that may be sent unasked
  public Channel(long initialWindow) {
    this.window = initialWindow;
  }

  /// Sends a response whose first byte could be there then, over the way that it now takes.
  void carry(Body body, long atNanos) {
    long rttNanos = body.rttNanos();
    if (rttNanos <= 0) {
      return;
    }
    while (atNanos >= roundStart + rttNanos) {
      // what was used opens the window further; a pause opens nothing
      window += used;
      used = 0;
      roundStart = Math.max(roundStart + rttNanos, atNanos);
    }
    long left = Math.round(body.bytes() * body.kept());
    int rounds = 0;
    while (left > window - used) {
      left -= window - used;
      window *= 2;
      used = 0;
      roundStart += rttNanos;
      rounds++;
    }
    used += left;
    body.shared(rounds, Math.max(0, roundStart - atNanos));
  }
}
