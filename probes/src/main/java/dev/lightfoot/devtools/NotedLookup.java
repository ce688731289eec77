package dev.lightfoot.devtools;

import dev.lightfoot.devtools.netlog.NetLookup;
import java.util.Optional;

/// The lookup that a request waited for, as the log of the network has it. The protocol's own
/// stamps cover only what was left of a lookup when the connection was asked for: browsers begin it
/// earlier.
///
/// @param from when it began, or the request was made, whichever is later
/// @param to when the addresses were there
record NotedLookup(long from, long to) {
  /// A log of the network counts whole milliseconds.
  static final long RESOLUTION = 2_000_000;

  private static final double MILLIS_PER_SECOND = 1_000;

  /// The last lookup of the request's host that ended before its connection was begun; empty where
  /// the stamps hold it whole, and where no connection was made.
  static Optional<NotedLookup> of(Hop hop, Stamps stamps, Circumstances about) {
    if (!stamps.connects()) {
      return Optional.empty();
    }
    long start = about.clock().nanos(hop.timestamp().orElse(0));
    long connect = stamps.connectFrom().orElseThrow();
    String host = name(UrlParts.of(hop.url()));
    return about.netLog().lookups().stream()
        .filter(each -> name(UrlParts.of(each.host())).equals(host))
        .filter(each -> each.from().isPresent() && each.to().isPresent())
        .map(each -> within(each, about, start, connect))
        .filter(each -> each.to >= start && each.to <= connect + RESOLUTION)
        .map(each -> new NotedLookup(each.from, Math.min(each.to, connect)))
        .reduce((_, last) -> last)
        .filter(each -> each.to - each.from > stamped(stamps) + RESOLUTION);
  }

  private static NotedLookup within(
      NetLookup lookup, Circumstances about, long start, long connect) {
    long from = about.clock().nanos(lookup.from().orElseThrow() / MILLIS_PER_SECOND);
    long to = about.clock().nanos(lookup.to().orElseThrow() / MILLIS_PER_SECOND);
    return new NotedLookup(Math.min(connect, Math.max(from, start)), to);
  }

  private static long stamped(Stamps stamps) {
    return stamps.dnsFrom().isPresent() && stamps.dnsTo().isPresent()
        ? stamps.dnsTo().getAsLong() - stamps.dnsFrom().getAsLong()
        : 0;
  }

  /// The host without its port; a log names it with scheme and port or bare.
  private static String name(UrlParts url) {
    String host = url.host().isEmpty() ? url.rest() : url.host();
    return host.replaceAll(":\\d+$", "");
  }
}
