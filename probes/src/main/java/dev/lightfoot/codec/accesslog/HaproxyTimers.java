package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.SpanStatus;

/// HAProxy's five timers in milliseconds: until the request's head was there (TR), in the queue
/// (Tw), until the server was connected (Tc), until its answer's head was there (Tr), and all (Ta).
/// -1 where it never came to that; a `+` before the last where the line was written before the end.
final class HaproxyTimers {
  private static final int COUNT = 5;

  private HaproxyTimers() {}

  /// Whether there are five, as HTTP has them and TCP has not.
  static boolean isFive(Entry entry) {
    return entry.text(Fact.TIMERS).split("/", -1).length == COUNT;
  }

  /// Fills in the duration, the queue and the server.
  static void tell(Entry entry) {
    String[] timers = entry.text(Fact.TIMERS).split("/", -1);
    long head = nanos(timers[0]);
    long queue = nanos(timers[1]);
    long connect = nanos(timers[2]);
    long answer = nanos(timers[3]);
    long all = nanos(timers[4]);
    entry.durationNanos = all;
    long asked = Math.max(0, head) + Math.max(0, queue);
    if (queue > 0) {
      entry.phases.add(Phase.queue(Math.max(0, head), queue));
    }
    if (connect == Entry.NONE || all == Entry.NONE) {
      return;
    }
    Attributes.Builder attributes = Attributes.builder();
    attributes.add(AttributeNames.UPSTREAM_ADDRESS, entry.text(Fact.BACKEND));
    attributes.add(AttributeNames.CONNECT_NANOS, Long.toString(connect));
    if (answer != Entry.NONE) {
      attributes.add(AttributeNames.FIRST_BYTE_NANOS, Long.toString(connect + answer));
    }
    Phase phase = Phase.upstream(asked, Math.max(0, all - asked), 0, attributes.build());
    entry.phases.add(
        answer == Entry.NONE ? phase.with(SpanStatus.error("no answer from the server")) : phase);
  }

  private static long nanos(String timer) {
    String digits = timer.startsWith("+") ? timer.substring(1) : timer;
    byte[] b = digits.getBytes(ISO_8859_1);
    return Numbers.nanos(b, 0, b.length, Numbers.MILLI);
  }
}
