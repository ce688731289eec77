package dev.lightfoot.truth;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What else the machine does while a cell is measured, and which bars hold then.
enum Setting {
  /// Nothing.
  IDLE(0, 0.3, CellResult.PHASES, List.of("tcp", "wait")),
  /// A busy loop for each processor.
  LOADED(
      Runtime.getRuntime().availableProcessors(),
      1,
      List.of("dns", "tcp", "tls", "wait"),
      List.of());

  static final double MEDIAN_BAR_MILLIS = 0.05;

  private final int loops;
  private final double p95BarMillis;
  private final List<String> p95Phases;
  private final List<String> medianPhases;

  Setting(int loops, double p95BarMillis, List<String> p95Phases, List<String> medianPhases) {
    this.loops = loops;
    this.p95BarMillis = p95BarMillis;
    this.p95Phases = p95Phases;
    this.medianPhases = medianPhases;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Keeps the machine as busy as this setting wants it, until it is closed.
  BusyLoops begin() throws IOException {
    return BusyLoops.start(loops);
  }

  double p95BarMillis() {
    return p95BarMillis;
  }

  boolean hasP95Bar(String phase) {
    return p95Phases.contains(phase);
  }

  boolean hasMedianBar(String phase) {
    return medianPhases.contains(phase);
  }
}
