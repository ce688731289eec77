package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.model.Phase;

/// What a strip is of.
public sealed interface StripSubject {

  /// One phase of a probe.
  record OfPhase(Phase phase) implements StripSubject {}

  /// One layer behind the server.
  record OfLayer(LayerShift layer) implements StripSubject {}

  /// The runs of one of several that are compared with A, as a whole.
  ///
  /// @param place among them, from 0
  record OfSnapshot(int place, Side side) implements StripSubject {}

  /// A run as a whole.
  record OfTotal() implements StripSubject {}
}
