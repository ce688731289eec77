package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Headers of requests and answers that matter here, whichever way a format writes them.
final class FieldNames {
  private static final Map<String, Fact> HEADERS =
      Map.of(
          "user-agent", Fact.USER_AGENT,
          "x-request-id", Fact.REQUEST_ID,
          "request-id", Fact.REQUEST_ID,
          "traceparent", Fact.TRACEPARENT,
          "x-amzn-trace-id", Fact.AMZN_TRACE,
          "host", Fact.HOST);

  private FieldNames() {}

  /// What the header of that name says.
  static Optional<Fact> header(String name) {
    return Optional.ofNullable(HEADERS.get(name.toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
