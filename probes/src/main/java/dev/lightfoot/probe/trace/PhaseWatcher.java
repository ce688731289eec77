package dev.lightfoot.probe.trace;

import dev.lightfoot.model.Phase;

/// Hears when an exchange enters a phase. Called between stamps: returns at once, throws nothing.
@FunctionalInterface
public interface PhaseWatcher {
  void entered(Phase phase, long atNanos);
}
