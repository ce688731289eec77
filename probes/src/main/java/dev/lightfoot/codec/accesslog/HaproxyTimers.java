package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.EntryPart;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.SpanStatus;

/// HAProxy's five timers in milliseconds: until the request's head was there (TR), in the queue
/// (Tw), until the server was connected (Tc), until its answer's head was there (Tr), and all (Ta).
/// -1 where it never came to that; a `+` before the last where the line was written before the end.
final class HaproxyTimers {
  private static final int COUNT = 5;

  private HaproxyTimers() {}

  /// Whether there are five, as HTTP has them and TCP has not.
  static boolean isFive(Entry entry) {
    byte[] b = entry.bytes(Fact.TIMERS);
    int slashes = 0;
    for (int i = entry.from(Fact.TIMERS); i < entry.to(Fact.TIMERS); i++) {
      slashes += b[i] == '/' ? 1 : 0;
    }
    return slashes == COUNT - 1;
  }

  /// Fills in the duration, the queue and the server.
  static void note(Entry entry) {
    long[] timers = nanos(entry);
    long head = timers[0];
    long queue = timers[1];
    long connect = timers[2];
    long answer = timers[3];
    long all = timers[4];
    entry.lasts(all);
    long asked = Math.max(0, head) + Math.max(0, queue);
    if (queue > 0) {
      entry.add(EntryPart.queue(Math.max(0, head), queue));
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
    EntryPart part = EntryPart.upstream(asked, Math.max(0, all - asked), 0, attributes.build());
    entry.add(
        answer == Entry.NONE ? part.with(SpanStatus.error("no answer from the server")) : part);
  }

  private static long[] nanos(Entry entry) {
    byte[] b = entry.bytes(Fact.TIMERS);
    long[] timers = new long[COUNT];
    int from = entry.from(Fact.TIMERS);
    for (int i = 0; i < COUNT; i++) {
      int to = from;
      while (to < entry.to(Fact.TIMERS) && b[to] != '/') {
        to++;
      }
      boolean signed = from < to && b[from] == '+';
      timers[i] = FieldNumbers.nanos(b, signed ? from + 1 : from, to, FieldNumbers.MILLI);
      from = to + 1;
    }
    return timers;
  }
}
