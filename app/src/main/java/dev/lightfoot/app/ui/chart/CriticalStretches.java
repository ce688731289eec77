package dev.lightfoot.app.ui.chart;

/// Where the critical path of a trace runs, span by span.
@FunctionalInterface
public interface CriticalStretches {
  /// None.
  CriticalStretches NONE = (_, _) -> {};

  /// Calls back with each stretch within that span, in nanoseconds from the start of the trace.
  void within(int span, Stretch each);

  /// One stretch.
  @FunctionalInterface
  interface Stretch {
    void from(long startNanos, long endNanos);
  }
}
