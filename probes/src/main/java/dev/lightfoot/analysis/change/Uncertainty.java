package dev.lightfoot.analysis.change;

import java.util.Locale;

/// What a prediction has to assume, because the snapshot does not say it.
public enum Uncertainty {
  /// How long a round trip really is: between the least and what the connection took.
  ROUND_TRIP,
  /// How much of a handshake's own time the new one needs.
  CRYPTOGRAPHY,
  /// How much of the time between calls passes all the same without them.
  TIME_BETWEEN,
  /// How much of the work of single calls a batch has to do.
  BATCH_WORK,
  /// Whether the one call for all is a call of its own, or part of the one before it.
  OWN_CALL,
  /// How small text becomes.
  RATIO,
  /// How far the window of a kept connection is open.
  WINDOW,
  /// How much later than the server's first moment it can send something.
  SERVER_PAUSE,
  /// How much of a call's floor is not distance.
  CALL_OVERHEAD;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  public String label() {
    return label;
  }
}
