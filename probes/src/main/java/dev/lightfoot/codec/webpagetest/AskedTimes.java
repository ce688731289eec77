package dev.lightfoot.codec.webpagetest;

import dev.lightfoot.model.Phase;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// When the phases of a request took place, in nanoseconds from the start of the view.
///
/// @param startNanos of the request
/// @param endNanos of its last phase
/// @param spans start and end by phase, none overlapping the one before
/// @param atZero a connection whose start at 0 was taken for none
record AskedTimes(long startNanos, long endNanos, Map<Phase, Span> spans, boolean atZero) {
  /// No page load lasts longer.
  static final double LONGEST_MILLIS = 12 * 3_600_000.0;

  private static final double NANOS_PER_MILLI = 1e6;

  /// From one instant to the next.
  record Span(long startNanos, long endNanos) {}

  /// Empty where nothing says when it began.
  static Optional<AskedTimes> of(Asked asked) {
    Map<Phase, Span> spans = new EnumMap<>(Phase.class);
    boolean atZero = isAtZero(asked);
    put(spans, Phase.DNS, asked, "dns", false);
    put(spans, Phase.TCP, asked, "connect", atZero);
    put(spans, Phase.TLS, asked, "ssl", false);
    message(spans, Phase.WAIT, asked.number("load_start"), asked.number("ttfb_ms"));
    message(spans, Phase.RECEIVE, asked.number("download_start"), asked.number("download_ms"));
    if (spans.isEmpty()) {
      return Optional.empty();
    }
    long first = spans.values().stream().mapToLong(Span::startNanos).min().orElseThrow();
    long end = spans.values().stream().mapToLong(Span::endNanos).max().orElseThrow();
    double created = asked.number("created");
    if (created >= 0 && nanos(created) < first) {
      spans.put(Phase.BLOCKED, new Span(nanos(created), first));
      first = nanos(created);
    }
    apart(spans);
    boolean possible = first >= 0 && end <= nanos(LONGEST_MILLIS);
    return possible ? Optional.of(new AskedTimes(first, end, spans, atZero)) : Optional.empty();
  }

  /// WebPageTest takes 0 for unknown, and the first request of a view does begin at 0.
  private static boolean isAtZero(Asked asked) {
    double end = asked.number("connect_end");
    return asked.number("connect_ms") < 0
        && asked.number("connect_start") == 0
        && end > 0
        && end <= asked.number("load_start");
  }

  private static void put(
      Map<Phase, Span> into, Phase phase, Asked asked, String name, boolean anyway) {
    double start = asked.number(name + "_start");
    double end = asked.number(name + "_end");
    if ((anyway || asked.number(name + "_ms") >= 0) && start >= 0 && end >= start && end > 0) {
      into.put(phase, new Span(nanos(start), nanos(end)));
    }
  }

  private static void message(Map<Phase, Span> into, Phase phase, double start, double length) {
    if (start >= 0 && length >= 0) {
      into.put(phase, new Span(nanos(start), nanos(start + length)));
    }
  }

  /// Whole milliseconds can make two phases overlap by one: the later begins where the earlier
  /// ends.
  private static void apart(Map<Phase, Span> spans) {
    long cursor = Long.MIN_VALUE;
    for (Map.Entry<Phase, Span> each : spans.entrySet()) {
      Span span = each.getValue();
      long start = Math.max(cursor, span.startNanos);
      each.setValue(new Span(start, Math.max(start, span.endNanos)));
      cursor = each.getValue().endNanos;
    }
  }

  private static long nanos(double millis) {
    return Math.round(Math.min(millis, 10 * LONGEST_MILLIS) * NANOS_PER_MILLI);
  }
}
