package dev.lightfoot.probe.trace;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that is put together when it is first asked for: after the last byte, not between two
/// stamps.
///
/// @param <T> what it is
public final class Deferred<T> implements Supplier<T> {
  private final Supplier<T> work;
  private Optional<T> done = Optional.empty();

  public Deferred(Supplier<T> work) {
    this.work = work;
  }

  @Override
  public synchronized T get() {
    if (done.isEmpty()) {
      done = Optional.of(work.get());
    }
    return done.get();
  }
}
