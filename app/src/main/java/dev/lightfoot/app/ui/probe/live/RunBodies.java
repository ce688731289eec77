package dev.lightfoot.app.ui.probe.live;

import dev.lightfoot.probe.wire.BodyStart;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the bodies of the newest runs of one measurement begin, in memory only: they may hold
/// secrets, and no snapshot has them.
public final class RunBodies {
  /// Those of older runs are forgotten: 6.4 MiB at most.
  public static final int MAX_RUNS = 100;

  private final Map<Integer, BodyStart> starts = new TreeMap<>();

  /// Keeps what the last hop of a run brought.
  ///
  /// @param run its index
  synchronized void keep(int run, BodyStart start) {
    starts.put(run, start);
    starts.keySet().removeIf(index -> index <= run - MAX_RUNS);
  }

  /// What a run brought, if it is still kept.
  public synchronized Optional<BodyStart> of(int run) {
    return Optional.ofNullable(starts.get(run));
  }
}
