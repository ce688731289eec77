package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.SpanStatus;

/// nginx's upstream fields: one value for each server that was asked, `, ` between those of one
/// location, ` : ` where an internal redirect came between; `-` where a server was not reached.
///
/// A try's start is not logged. They follow each other, and the first begins when the request's
/// head is read: so they are told from the start on, and may each have begun later by what the
/// request took beyond them.
final class Tries {
  private static final String SEPARATOR = ", | : ";

  private Tries() {}

  /// Adds a phase for each try.
  static void add(Entry entry) {
    if (!entry.has(Fact.UPSTREAM_RESPONSE)) {
      single(entry);
      return;
    }
    String[] responses = split(entry, Fact.UPSTREAM_RESPONSE);
    String[] addresses = split(entry, Fact.UPSTREAM_ADDRESS);
    String[] connects = split(entry, Fact.UPSTREAM_CONNECT);
    String[] headers = split(entry, Fact.UPSTREAM_HEADER);
    String[] statuses = split(entry, Fact.UPSTREAM_STATUS);
    long sum = 0;
    for (String response : responses) {
      sum += Math.max(0, nanos(response));
    }
    long slack = entry.durationNanos == Entry.NONE ? 0 : Math.abs(entry.durationNanos - sum);
    long offset = 0;
    for (int i = 0; i < responses.length; i++) {
      long duration = nanos(responses[i]);
      Attributes.Builder attributes = Attributes.builder();
      if (i < addresses.length && !addresses[i].isEmpty()) {
        Addresses.add(attributes, addresses[i]);
      }
      addNanos(attributes, AttributeNames.CONNECT_NANOS, connects, i);
      addNanos(attributes, AttributeNames.FIRST_BYTE_NANOS, headers, i);
      String status = i < statuses.length ? statuses[i] : "";
      if (status.length() == 3) {
        attributes.add(AttributeNames.STATUS, status);
      }
      Phase phase =
          Phase.upstream(offset, duration, Math.max(slack, Numbers.MILLI), attributes.build());
      entry.phases.add(
          status.startsWith("5") ? phase.with(SpanStatus.error("HTTP " + status)) : phase);
      offset += Math.max(0, duration);
    }
  }

  /// One server and one number: Envoy's and Traefik's.
  private static void single(Entry entry) {
    long duration =
        entry.has(Fact.UPSTREAM_NANOS)
            ? Numbers.nanos(entry, Fact.UPSTREAM_NANOS, 1)
            : Numbers.nanos(entry, Fact.UPSTREAM_MILLIS, Numbers.MILLI);
    if (duration == Entry.NONE) {
      return;
    }
    Attributes.Builder attributes = Attributes.builder();
    if (entry.has(Fact.UPSTREAM_ADDRESS)) {
      Addresses.add(attributes, entry.text(Fact.UPSTREAM_ADDRESS));
    }
    String status = entry.text(Fact.UPSTREAM_STATUS);
    if (status.length() == 3) {
      attributes.add(AttributeNames.STATUS, status);
    }
    long slack = entry.durationNanos == Entry.NONE ? 0 : Math.abs(entry.durationNanos - duration);
    Phase phase = Phase.upstream(0, duration, slack, attributes.build());
    entry.phases.add(
        status.startsWith("5") ? phase.with(SpanStatus.error("HTTP " + status)) : phase);
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

  private static long nanos(String text) {
    byte[] b = text.getBytes(ISO_8859_1);
    return Numbers.nanos(b, 0, b.length, Numbers.SECOND);
  }
}
