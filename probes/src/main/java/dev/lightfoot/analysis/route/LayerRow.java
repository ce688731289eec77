package dev.lightfoot.analysis.route;

import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.SpanKind;

/// Counts the operations of one layer.
final class LayerRow {
  private final Layer layer;
  private final Durations durations;
  private long operations;
  private long errors;
  private long made;
  private long served;

  LayerRow(Layer layer) {
    this(layer, new Durations());
  }

  private LayerRow(Layer layer, Durations durations) {
    this.layer = layer;
    this.durations = durations;
  }

  LayerRow copy() {
    LayerRow copy = new LayerRow(layer, durations.copy());
    copy.operations = operations;
    copy.errors = errors;
    copy.made = made;
    copy.served = served;
    return copy;
  }

  void add(SpanKind kind, RoundTrips stands, boolean error) {
    operations += stands.operations();
    errors += error ? 1 : 0;
    switch (kind) {
      case CLIENT, PRODUCER -> made += stands.trips();
      case SERVER, CONSUMER -> served += stands.trips();
      case INTERNAL -> {
        // A part of something, no wait for another machine.
      }
    }
  }

  /// What was added before lies within another call of this layer: a driver's below a pool's.
  void within(RoundTrips inner) {
    made -= inner.trips();
  }

  void lasted(long nanos) {
    durations.add(nanos);
  }

  LayerStatistics statistics() {
    return new LayerStatistics(layer, operations, errors, Math.max(made, served), durations);
  }
}
