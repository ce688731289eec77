package dev.lightfoot.probe.trace;

import dev.lightfoot.model.Phase;

/// Called when an exchange enters a phase, between stamps: returns at once, throws nothing.
@FunctionalInterface
public interface PhaseWatcher {
  void entered(Phase phase, long atNanos);
}
