package dev.lightfoot.receive;

import java.util.concurrent.atomic.LongAdder;

/// Counts while many threads receive.
final class ReceiverCounters {
  private final LongAdder kept = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder refused = new LongAdder();

  void spans(SpanPortions intake) {
    kept.add(intake.kept());
    rejected.add(intake.rejected());
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
