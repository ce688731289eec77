package dev.lightfoot.app.cli;

/// What the program's exit status says.
final class ExitStatus {
  /// Measured, also where the server answered with an error.
  static final int DONE = 0;

  /// Wrong use, unreadable input, unwritable output, ambiguous name.
  static final int USAGE = 2;

  /// The target could not be measured, or its certificate did not verify.
  static final int TARGET = 3;

  /// A fault of ours.
  static final int FAULT = 4;

  /// Stopped by the person.
  static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
