package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The instants of one response as the protocol's `ResourceTiming` has them, from the start of the
/// run; empty where it says -1. Connecting includes TLS. An instant that lies before the request
/// had to wait for it is moved there by the browser: a connection that was there before takes no
/// time.
///
/// @param headersFrom first byte of any response, a 103 among them
/// @param headersTo last byte of the final response's header section
record Stamps(
    OptionalLong dnsFrom,
    OptionalLong dnsTo,
    OptionalLong connectFrom,
    OptionalLong connectTo,
    OptionalLong tlsFrom,
    OptionalLong tlsTo,
    OptionalLong sendFrom,
    OptionalLong sendTo,
    OptionalLong headersFrom,
    OptionalLong headersTo) {

  /// @param timing a `Network.ResourceTiming`
  static Stamps of(JsonValue timing, EventClock clock) {
    OptionalDouble requested = timing.number("requestTime");
    Reader reader = new Reader(timing, clock, requested.orElse(0), requested.isPresent());
    return new Stamps(
        reader.at("dnsStart"),
        reader.at("dnsEnd"),
        reader.at("connectStart"),
        reader.at("connectEnd"),
        reader.at("sslStart"),
        reader.at("sslEnd"),
        reader.at("sendStart"),
        reader.at("sendEnd"),
        reader.at("receiveHeadersStart"),
        reader.at("receiveHeadersEnd"));
  }

  /// Where the request stopped being held up; empty where nothing is known.
  OptionalLong first() {
    return dnsFrom.isPresent() ? dnsFrom : connectFrom.isPresent() ? connectFrom : sendFrom;
  }

  /// Whether the request had to wait for a connection to be made.
  boolean connects() {
    return connectFrom.isPresent()
        && connectTo.isPresent()
        && connectTo.getAsLong() > connectFrom.getAsLong();
  }

  private record Reader(JsonValue timing, EventClock clock, double base, boolean isKnown) {
    private static final double MILLIS_PER_SECOND = 1_000;

    private OptionalLong at(String member) {
      double millis = timing.number(member).orElse(-1);
      return isKnown && millis >= 0
          ? OptionalLong.of(clock.nanos(base + millis / MILLIS_PER_SECOND))
          : OptionalLong.empty();
    }
  }
}
