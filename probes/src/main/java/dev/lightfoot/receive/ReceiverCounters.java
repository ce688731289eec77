package dev.lightfoot.receive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Counts while many threads receive.
final class ReceiverCounters {
  private final LongAdder kept = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Deque<Refusal> refusals = new ArrayDeque<>();

  void spans(SpanPortions intake) {
    kept.add(intake.kept());
    rejected.add(intake.rejected());
  }

  /// Remembers why something was refused; the oldest gives way.
  void refusal(Refusal why) {
    synchronized (refusals) {
      refusals.addFirst(why);
      if (refusals.size() > ReceiverLimits.REFUSALS) {
        refusals.removeLast();
      }
    }
  }

  /// The newest first.
  List<Refusal> refusals() {
    synchronized (refusals) {
      return List.copyOf(refusals);
    }
  }

  void request(Reply answer) {
    requests.increment();
    if (answer.status() >= 400) {
      refused.increment();
    }
  }

  ReceiverCounts counts() {
    return new ReceiverCounts(kept.sum(), rejected.sum(), requests.sum(), refused.sum());
  }
}
