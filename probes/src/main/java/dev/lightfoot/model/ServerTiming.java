package dev.lightfoot.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// One metric that a server reports in its `Server-Timing` field (W3C Server Timing).
///
/// @param name metric name
/// @param durationNanos its `dur` parameter; empty where it has none that is a number
/// @param description its `desc` parameter
public record ServerTiming(String name, OptionalLong durationNanos, Optional<String> description) {
  private static final double NANOS_PER_MILLISECOND = 1_000_000;

  /// The metrics in these header lines, in order. As the standard says, the first parameter of a
  /// name counts, and what cannot be read is left out without harm to the rest.
  public static List<ServerTiming> of(List<Header> headers) {
    List<ServerTiming> found = new ArrayList<>();
    for (Header header : headers) {
      if (header.named("server-timing")) {
        for (String metric : HeaderParts.split(header.value(), ',')) {
          metric(metric).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<ServerTiming> metric(String text) {
    List<String> parts = HeaderParts.split(text, ';');
    String name = parts.getFirst().strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> dur = HeaderParts.parameter(parts, "dur");
    return Optional.of(
        new ServerTiming(
            name,
            dur.map(ServerTiming::nanos).orElse(OptionalLong.empty()),
            HeaderParts.parameter(parts, "desc")));
  }

  private static OptionalLong nanos(String text) {
    try {
      double millis = Double.parseDouble(text.toLowerCase(Locale.ROOT));
      return Double.isFinite(millis) && millis >= 0
          ? OptionalLong.of(Math.round(millis * NANOS_PER_MILLISECOND))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
