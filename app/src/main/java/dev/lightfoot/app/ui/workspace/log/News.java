package dev.lightfoot.app.ui.workspace.log;

/// When rows are to be shown while spans come: the first at once; then, as counting them takes time
/// too, after as long again.
final class News {
  private static final int SPANS_BETWEEN_LOOKS = 2_000;
  private static final long FIRST_PAUSE_NANOS = 250_000_000;

  private final long begun = System.nanoTime();
  private long spans;
  private long pause; // since the beginning

  /// Asked for each span.
  boolean isDue() {
    long now = ++spans % SPANS_BETWEEN_LOOKS == 0 ? System.nanoTime() : begun - 1;
    boolean due = now - begun >= pause;
    if (due) {
      pause = Math.max(FIRST_PAUSE_NANOS, 2 * (now - begun));
    }
    return due;
  }
}
