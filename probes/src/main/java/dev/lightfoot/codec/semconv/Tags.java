package dev.lightfoot.codec.semconv;

import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import java.util.Locale;

/// Tags of formats that have no member for a kind or a status (Zipkin, Jaeger) and write them as
/// tags: OpenTracing's names, and those OpenTelemetry writes into such formats.
public final class Tags {
  private Tags() {}

  /// Puts a tag where it belongs in a span.
  public static void put(String name, String value, SpanDraft into) {
    switch (name) {
      case "error" -> error(value, into);
      case "span.kind" -> kind(value, into);
      case "otel.status_code" -> status(value, into);
      case "otel.status_description" -> into.message(value);
      case "otel.library.name" -> into.put(SpanDraft.SCOPE, value);
      case "internal.span.format" -> {}
      default -> into.put(name, value);
    }
  }

  /// Zipkin's is the message, OpenTracing's a truth.
  private static void error(String value, SpanDraft into) {
    if (value.equals("false")) {
      return;
    }
    into.status(SpanStatus.Code.ERROR);
    if (!value.equals("true")) {
      into.message(value);
    }
  }

  private static void kind(String value, SpanDraft into) {
    SpanKind.ofLabel(value.toLowerCase(Locale.ROOT)).ifPresent(into::kind);
  }

  private static void status(String value, SpanDraft into) {
    switch (value) {
      case "OK" -> into.status(SpanStatus.Code.OK);
      case "ERROR" -> into.status(SpanStatus.Code.ERROR);
      default -> {}
    }
  }
}
