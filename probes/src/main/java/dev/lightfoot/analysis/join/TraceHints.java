package dev.lightfoot.analysis.join;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.HeaderParts;
import dev.lightfoot.model.ServerTiming;
import dev.lightfoot.model.span.TraceParent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the headers of a response say of the trace in which the server recorded it. A trace that is
/// named here may still not have been recorded, or not be found.
///
/// @param traces that are named, the most reliable first, each id once
/// @param requestId of `X-Request-ID` and its like: the server's logs may hold it
public record TraceHints(List<Hint> traces, Optional<String> requestId) {
  private static final List<String> REQUEST_IDS =
      List.of("x-request-id", "x-correlation-id", "request-id");
  private static final String VERSION = "00-";
  private static final int LONGEST_REQUEST_ID = 200;

  /// Where a trace is named.
  public enum Source {
    /// The field `traceresponse` (W3C Trace Context, level 2).
    TRACERESPONSE,
    /// `Server-Timing` with a metric `traceparent` or `trace`, whose description is the context.
    SERVER_TIMING,
    /// The field `traceparent` in a response, which no standard knows.
    TRACEPARENT,
    /// `X-Amzn-Trace-Id` of a load balancer of AWS.
    AMAZON;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The name for files and people.
    public String label() {
      return label;
    }
  }

  /// One trace.
  ///
  /// @param traceId 32 lower-case hexadecimal digits
  /// @param spanId the server's span, 16 digits; empty where not said
  public record Hint(Source source, String traceId, Optional<String> spanId) {}

  public TraceHints {
    traces = List.copyOf(traces);
  }

  /// Of a response. A field that may come once and comes with several values says nothing.
  public static TraceHints of(List<Header> headers) {
    List<Hint> found = new ArrayList<>();
    only(headers, "traceresponse").flatMap(TraceHints::response).ifPresent(found::add);
    for (ServerTiming metric : ServerTiming.of(headers)) {
      if (metric.name().equalsIgnoreCase("traceparent")
          || metric.name().equalsIgnoreCase("trace")) {
        metric
            .description()
            .flatMap(TraceParent::parse)
            .map(context -> hint(Source.SERVER_TIMING, context))
            .ifPresent(found::add);
      }
    }
    only(headers, "traceparent")
        .flatMap(TraceParent::parse)
        .map(context -> hint(Source.TRACEPARENT, context))
        .ifPresent(found::add);
    only(headers, "x-amzn-trace-id").flatMap(TraceHints::amazon).ifPresent(found::add);
    return new TraceHints(eachOnce(found), requestId(headers));
  }

  private static Hint hint(Source source, TraceParent context) {
    return new Hint(source, context.traceId(), Optional.of(context.parentId()));
  }

  /// The first of each trace; where a later one names the span and the first does not, that one.
  private static List<Hint> eachOnce(List<Hint> found) {
    List<Hint> each = new ArrayList<>();
    for (Hint hint : found) {
      int known = -1;
      for (int i = 0; i < each.size(); i++) {
        known = each.get(i).traceId().equals(hint.traceId()) ? i : known;
      }
      if (known < 0) {
        each.add(hint);
      } else if (each.get(known).spanId().isEmpty()) {
        each.set(known, hint);
      }
    }
    return each;
  }

  private static Optional<String> only(List<Header> headers, String name) {
    List<String> values =
        headers.stream()
            .filter(header -> header.named(name))
            .map(header -> header.value().strip())
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /// As `traceparent`; its span may be left out: `00-<trace>--01`.
  private static Optional<Hint> response(String value) {
    Optional<Hint> whole =
        TraceParent.parse(value).map(context -> hint(Source.TRACERESPONSE, context));
    String[] parts = value.split("-", -1);
    boolean traceOnly =
        value.startsWith(VERSION)
            && parts.length == 4
            && parts[2].isEmpty()
            && parts[3].length() == 2
            && TraceParent.hexadecimal(parts[3]);
    return traceOnly
        ? traceId(parts[1]).map(id -> new Hint(Source.TRACERESPONSE, id, Optional.empty()))
        : whole;
  }

  /// `Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1`.
  private static Optional<Hint> amazon(String value) {
    String root = "";
    Optional<String> parent = Optional.empty();
    for (String part : HeaderParts.split(value, ';')) {
      String text = part.strip();
      if (text.startsWith("Root=1-") && text.indexOf('-', "Root=1-".length()) == 15) {
        root = text.substring("Root=1-".length()).replace("-", "");
      } else if (text.startsWith("Parent=")) {
        parent = Optional.of(text.substring("Parent=".length())).filter(TraceHints::isSpanId);
      }
    }
    Optional<String> span = parent;
    return traceId(root).map(id -> new Hint(Source.AMAZON, id, span));
  }

  private static Optional<String> traceId(String text) {
    return text.length() == 32 && TraceParent.hexadecimal(text) && !TraceParent.zero(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isSpanId(String text) {
    return text.length() == 16 && TraceParent.hexadecimal(text) && !TraceParent.zero(text);
  }

  private static Optional<String> requestId(List<Header> headers) {
    return REQUEST_IDS.stream()
        .flatMap(name -> only(headers, name).stream())
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_REQUEST_ID)
        .findFirst();
  }
}
