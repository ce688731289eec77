package dev.lightfoot.truth;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What else the machine does while a cell is measured, and which bars hold then.
enum Setting {
  /// Nothing.
  IDLE(0, 0.3),
  /// A busy loop for each processor.
  LOADED(Runtime.getRuntime().availableProcessors(), 1);

  static final double MEDIAN_BAR_MILLIS = 0.05;

  private final int loops;
  private final double p95BarMillis;

  Setting(int loops, double p95BarMillis) {
    this.loops = loops;
    this.p95BarMillis = p95BarMillis;
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
    return switch (this) {
      case IDLE -> true;
      case LOADED -> List.of("dns", "tcp", "tls", "wait").contains(phase);
    };
  }

  boolean hasMedianBar(String phase) {
    return this == IDLE && List.of("tcp", "wait").contains(phase);
  }
}
