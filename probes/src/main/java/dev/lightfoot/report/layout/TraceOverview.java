package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.trace.SpanTree;

/// A whole trace at a glance: how many spans run in each of some equal parts of its time, and where
/// errors begin.
public final class TraceOverview {
  private final int[] running;
  private final boolean[] errors;
  private final int most;

  private TraceOverview(int[] running, boolean[] errors, int most) {
    this.running = running;
    this.errors = errors;
    this.most = most;
  }

  /// The overview of a trace.
  ///
  /// @param parts into how many parts the time is cut
  public static TraceOverview of(TraceWaterfall waterfall, int parts) {
    SpanTree tree = waterfall.tree();
    int[] running = new int[parts + 1];
    boolean[] errors = new boolean[parts];
    for (int i = 0; i < tree.size(); i++) {
      TraceWaterfall.Bar bar = waterfall.bar(i);
      int from = part(bar.startNanos(), waterfall.wholeNanos(), parts);
      switch (bar.known()) {
        case INTERVAL -> {
          running[from]++;
          running[part(bar.endNanos(), waterfall.wholeNanos(), parts) + 1]--;
        }
        case INSTANT, DURATION -> {}
      }
      errors[from] |= tree.span(i).status().isError();
    }
    int most = 0;
    for (int i = 1; i < parts; i++) {
      running[i] += running[i - 1];
    }
    for (int i = 0; i < parts; i++) {
      most = Math.max(most, running[i]);
    }
    return new TraceOverview(running, errors, most);
  }

  private static int part(long nanos, long whole, int parts) {
    return Math.clamp((long) ((double) nanos / whole * parts), 0, parts - 1);
  }

  /// Into how many parts the time is cut.
  public int parts() {
    return errors.length;
  }

  /// How many spans run at some instant of that part.
  public int running(int part) {
    return running[part];
  }

  /// Whether one that failed begins in it.
  public boolean error(int part) {
    return errors[part];
  }

  /// The largest number that runs in any part.
  public int most() {
    return most;
  }
}
