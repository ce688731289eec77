package dev.lightfoot.app.ui.workspace;

/// How far a measurement has come.
public enum Stage {
  /// Nothing has been measured or opened.
  IDLE,
  /// Runs are being made.
  RUNNING,
  /// All runs were made; or a snapshot was opened.
  DONE,
  /// The person stopped it.
  STOPPED,
  /// No run came to its end.
  FAILED
}
