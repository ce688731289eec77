package dev.lightfoot.app.ui.finding.whatif;

/// How far the question is what the changes bring that are switched on.
public enum Asking {
  /// Nothing is asked, or it is answered.
  SETTLED,
  /// The runs are being replayed.
  WORKING,
  /// They are, and have been for longer than people wait without a word.
  SLOW,
  /// Something is measured, and the runs are replayed afterwards.
  WAITING,
  /// The person has stopped it.
  STOPPED,
  /// It could not be answered.
  FAILED;

  /// Whether an answer is still to come.
  boolean isWanted() {
    return this == WORKING || this == SLOW || this == WAITING;
  }
}
