package dev.lightfoot.codec.accesslog.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.SpanStatus;

/// The upstream attempts of a request: the servers that a proxy asked for it.
///
/// nginx has one value for each of them in each of its upstream fields, `, ` between those of one
/// location, ` : ` where an internal redirect came between; `-` where a server was not reached. It
/// does not log when an attempt began. They follow each other, and the first begins when the
/// request's head is read: so they are placed from the start on, and may each have begun later by
/// what the request took beyond them. Other proxies log one number for the only attempt.
final class UpstreamAttempts {
  private static final String SEPARATOR = ", | : ";

  private UpstreamAttempts() {}

  /// Adds a part for each attempt.
  static void add(Entry entry) {
    if (entry.has(Fact.UPSTREAM_RESPONSE)) {
      several(entry);
    } else {
      single(entry);
    }
  }

  private static void several(Entry entry) {
    String[] responses = split(entry, Fact.UPSTREAM_RESPONSE);
    String[] addresses = split(entry, Fact.UPSTREAM_ADDRESS);
    String[] connects = split(entry, Fact.UPSTREAM_CONNECT);
    String[] headers = split(entry, Fact.UPSTREAM_HEADER);
    String[] statuses = split(entry, Fact.UPSTREAM_STATUS);
    long sum = 0;
    for (String response : responses) {
      sum += Math.max(0, nanos(response));
    }
    long slack = Math.max(slack(entry, sum), FieldNumbers.MILLI);
    long offset = 0;
    for (int i = 0; i < responses.length; i++) {
      long duration = nanos(responses[i]);
      Attributes.Builder attributes = address(i < addresses.length ? addresses[i] : "");
      addNanos(attributes, AttributeNames.CONNECT_NANOS, connects, i);
      addNanos(attributes, AttributeNames.FIRST_BYTE_NANOS, headers, i);
      String status = i < statuses.length ? statuses[i] : "";
      addStatus(attributes, status);
      add(entry, EntryPart.upstream(offset, duration, slack, attributes.build()), status);
      offset += Math.max(0, duration);
    }
  }

  private static void single(Entry entry) {
    long duration = singleNanos(entry);
    boolean placed = entry.has(Fact.BEFORE_UPSTREAM_SECONDS);
    long offset = placed ? seconds(entry, Fact.BEFORE_UPSTREAM_SECONDS) : 0;
    if (duration == Entry.NONE || offset == Entry.NONE) {
      return;
    }
    long slack = placed ? FieldNumbers.MILLI : slack(entry, duration);
    Attributes.Builder attributes = address(entry.text(Fact.UPSTREAM_ADDRESS));
    String status = entry.text(Fact.UPSTREAM_STATUS);
    addStatus(attributes, status);
    add(entry, EntryPart.upstream(offset, duration, slack, attributes.build()), status);
  }

  private static long singleNanos(Entry entry) {
    if (entry.has(Fact.UPSTREAM_NANOS)) {
      return FieldNumbers.nanos(entry, Fact.UPSTREAM_NANOS, 1);
    }
    if (entry.has(Fact.UPSTREAM_MILLIS)) {
      return FieldNumbers.nanos(entry, Fact.UPSTREAM_MILLIS, FieldNumbers.MILLI);
    }
    return entry.has(Fact.UPSTREAM_SECONDS) ? seconds(entry, Fact.UPSTREAM_SECONDS) : Entry.NONE;
  }

  private static void add(Entry entry, EntryPart part, String status) {
    boolean failed = status.length() == 3 && status.startsWith("5");
    entry.add(failed ? part.with(SpanStatus.error("HTTP " + status)) : part);
  }

  /// What the request took beyond its attempts.
  private static long slack(Entry entry, long attempts) {
    return entry.durationNanos == Entry.NONE ? 0 : Math.abs(entry.durationNanos - attempts);
  }

  private static Attributes.Builder address(String written) {
    Attributes.Builder attributes = Attributes.builder();
    if (!written.isEmpty()) {
      ServerAddress.add(attributes, written);
    }
    return attributes;
  }

  private static void addStatus(Attributes.Builder into, String status) {
    if (status.length() == 3) {
      into.add(AttributeNames.STATUS, status);
    }
  }

  private static void addNanos(Attributes.Builder into, String name, String[] values, int i) {
    long nanos = i < values.length ? nanos(values[i]) : Entry.NONE;
    if (nanos != Entry.NONE) {
      into.add(name, Long.toString(nanos));
    }
  }

  private static String[] split(Entry entry, Fact fact) {
    String text = entry.text(fact);
    if (text.indexOf(' ') < 0) {
      return new String[] {text};
    }
    return text.split(SEPARATOR, -1);
  }

  private static long seconds(Entry entry, Fact fact) {
    return FieldNumbers.nanos(entry, fact, FieldNumbers.SECOND);
  }

  private static long nanos(String text) {
    byte[] b = text.getBytes(ISO_8859_1);
    return FieldNumbers.nanos(b, 0, b.length, FieldNumbers.SECOND);
  }
}
