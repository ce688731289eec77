package dev.lightfoot.probe.trace;

import dev.lightfoot.model.Late;
import java.util.ArrayList;
import java.util.List;

/// What is noted about arrivals of which this computer let its program know only later. Safe for
/// use by several threads.
public final class LateNotes {
  private final List<Late> noted = new ArrayList<>();
  private boolean kernel;
  private boolean socket;
  private boolean over;

  LateNotes() {}

  synchronized void stamped(boolean byKernel) {
    kernel |= byKernel && !over;
    socket |= !byKernel && !over;
  }

  synchronized void add(long fromNanos, long toNanos) {
    if (toNanos > fromNanos && !over) {
      noted.add(new Late(fromNanos, toNanos - fromNanos));
    }
  }

  /// The exchange has ended: what arrives now is none of its own.
  synchronized void over() {
    over = true;
  }

  /// Whether the kernel noted every arrival.
  public synchronized boolean allStamped() {
    return kernel && !socket;
  }

  /// The stretches of time that delayed something, in order and apart from each other: those that
  /// began before the request left or after the answer was complete. In between nothing of ours is
  /// waited for: the server works and sends on.
  ///
  /// @param sent when the request began to leave
  /// @param complete when the answer's last byte had come
  public synchronized List<Late> list(long sent, long complete) {
    return Late.apart(
        noted.stream()
            .filter(each -> each.atNanos() < sent || each.atNanos() >= complete)
            .toList());
  }
}
