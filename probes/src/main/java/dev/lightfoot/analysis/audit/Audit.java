package dev.lightfoot.analysis.audit;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.List;
import java.util.Optional;

/// What audit rules show: no saving, only what cannot be told.
final class Audit {
  private static final List<String> TRACERS = List.of("otlp", "zipkin", "jaeger");

  private Audit() {}

  /// Whether a tracer recorded it; otherwise it is an entry of a log.
  static boolean isTraced(Span span) {
    String format = span.attributes().get(AttributeNames.FORMAT).orElse("otlp");
    return span.traceId().isPresent() && isTracers(format);
  }

  private static boolean isTracers(String format) {
    for (String tracer : TRACERS) {
      if (format.startsWith(tracer)) {
        return true;
      }
    }
    return false;
  }

  /// Of a whole service, whatever the route.
  static Showing ofService(
      ServedRequest request, Optional<Layer> layer, List<Span> evidence, List<Fact> facts) {
    FindingSubject subject = new FindingSubject(request.service(), "", layer, "");
    return of(request, subject, evidence, facts);
  }

  static Showing of(
      ServedRequest request, FindingSubject subject, List<Span> evidence, List<Fact> facts) {
    return new Showing(
        request, subject, evidence.size(), Optional.empty(), Evidence.IMPORTED, evidence, facts);
  }
}
