package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names the clock that stamped a span: the one it names itself, else its host, else its service,
/// else one for each format. An application's log and the access log of its server share a clock
/// where they name the same process.
final class SpanClocks {
  private static final List<String> NAMES =
      List.of(
          AttributeNames.CLOCK,
          AttributeNames.HOST_NAME,
          AttributeNames.SERVICE_NAME,
          AttributeNames.FORMAT);

  private final Map<String, String> byProcess = new HashMap<>();

  SpanClocks(Collection<Span> spans) {
    for (Span span : spans) {
      if (span.layer() == Layer.APP) {
        SpanRoles.process(span).ifPresent(process -> note(process, span));
      }
    }
  }

  /// A host's clock is another's, too; a format's is only its own.
  private void note(String process, Span span) {
    if (isPlaced(span)) {
      byProcess.put(process, own(span));
    } else {
      byProcess.putIfAbsent(process, own(span));
    }
  }

  private static boolean isPlaced(Span span) {
    return span.attributes().get(AttributeNames.HOST_NAME).isPresent();
  }

  /// The name of the span's clock.
  String of(Span span) {
    boolean placed = isPlaced(span);
    boolean application = span.layer() != Layer.PROXY && !SpanRoles.isServersOwn(span);
    return placed || !application
        ? own(span)
        : SpanRoles.process(span).map(byProcess::get).orElseGet(() -> own(span));
  }

  private static String own(Span span) {
    Attributes attributes = span.attributes();
    return NAMES.stream()
        .flatMap(name -> attributes.get(name).stream())
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(span.layer().label());
  }
}
