package dev.lightfoot.app.cli.console;

/// What the program's exit status says.
public final class ExitStatus {
  /// Measured, also where the server answered with an error.
  public static final int DONE = 0;

  /// Measured, and not as it was to be: a budget is broken, or what was compared is slower.
  public static final int WORSE = 1;

  /// Wrong use, unreadable input, unwritable output, ambiguous name.
  public static final int USAGE = 2;

  /// The target could not be measured, or its certificate did not verify.
  public static final int TARGET = 3;

  /// A fault of ours.
  public static final int FAULT = 4;

  /// Stopped by the person.
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
