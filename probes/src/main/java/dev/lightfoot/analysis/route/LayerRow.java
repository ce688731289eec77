package dev.lightfoot.analysis.route;

import dev.lightfoot.model.Layer;
import dev.lightfoot.model.SpanKind;

/// Counts the operations of one layer.
final class LayerRow {
  private final Layer layer;
  private final Durations durations = new Durations();
  private long operations;
  private long errors;
  private long made;
  private long served;

  LayerRow(Layer layer) {
    this.layer = layer;
  }

  /// @param calls for how many calls the span stands
  void add(SpanKind kind, long calls, boolean error) {
    operations += calls;
    errors += error ? 1 : 0;
    switch (kind) {
      case CLIENT, PRODUCER -> made += calls;
      case SERVER, CONSUMER -> served += calls;
      case INTERNAL -> {
        // A part of something, no wait for another machine.
      }
    }
  }

  void lasted(long nanos) {
    durations.add(nanos);
  }

  LayerStatistics statistics() {
    return new LayerStatistics(layer, operations, errors, Math.max(made, served), durations.copy());
  }
}
