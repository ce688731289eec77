package dev.lightfoot.app.ui.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands on the newest of many values and forgets those in between: progress is state, not a queue.
///
/// [#offer] may be called by any thread and returns at once. The pace is the executor's: with one
/// that runs tasks 250 ms later, the sink hears at most four values a second, and always the last.
public final class Latest<T> {
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
  private final Executor pace;
  private final Consumer<T> sink;

  public Latest(Executor pace, Consumer<T> sink) {
    this.pace = pace;
    this.sink = sink;
  }

  /// Replaces the value that waits, if one does.
  public void offer(T value) {
    if (waiting.getAndSet(value) == null) {
      pace.execute(this::deliver);
    }
  }

  private void deliver() {
    T value = waiting.getAndSet(null);
    if (value != null) {
      sink.accept(value);
    }
  }
}
