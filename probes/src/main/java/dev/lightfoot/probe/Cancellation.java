package dev.lightfoot.probe;

import java.util.ArrayList;
import java.util.List;

/// A switch that stops a measurement once and for all. Safe for use by several threads.
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /// Stops it: runs what was registered, each once. Further calls do nothing.
  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /// Runs the action on cancellation; at once where that has happened already. Closing the result
  /// takes the action back.
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return () -> forget(action);
      }
    }
    action.run();
    return () -> {};
  }

  private synchronized void forget(Runnable action) {
    actions.remove(action);
  }

  /// An action that waits for the cancellation.
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
