package dev.lightfoot.app.ui.workspace.log;

import java.util.function.BooleanSupplier;

/// Holds up work that nobody has asked for at this moment while something is measured: it would
/// take processor time from the sockets.
final class MeasuringGate {
  private boolean shut;

  synchronized void shut(boolean measuring) {
    shut = measuring;
    notifyAll();
  }

  /// Lets those go that no longer want to pass.
  synchronized void wake() {
    notifyAll();
  }

  /// Returns when nothing is measured, or when that is no longer waited for: see [#wake].
  synchronized void pass(BooleanSupplier left) {
    try {
      while (shut && !left.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
