package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.statement.CallText;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the records cannot tell, so that no finding never looks like all well. The audit rules say
/// it; the others ask here before they judge.
public final class Blindness {
  private static final int ENOUGH_CUT = 5;
  private static final Set<String> TRACERS = Set.of("otlp", "zipkin", "jaeger");

  private final BitSet cut = new BitSet();
  private final Set<SpanTree> partial = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<SpanTree> arriving = Collections.newSetFromMap(new IdentityHashMap<>());
  private final UnseenCaches caches;

  private Blindness(UnseenCaches caches) {
    this.caches = caches;
  }

  static Blindness of(List<ServedRequest> requests, ServedSpans spans) {
    Blindness blindness = new Blindness(UnseenCaches.of(requests));
    for (ServedRequest request : requests) {
      List<Call> cut = new ArrayList<>();
      for (Call call : request.calls()) {
        if (isCut(call)) {
          cut.add(call);
        }
      }
      if (cut.size() >= ENOUGH_CUT) {
        cut.forEach(call -> blindness.cut.set(call.number()));
      }
    }
    SpanTree last = null;
    for (ServedRequest request : requests) {
      if (request.tree() != last) {
        last = request.tree();
        if (isPartial(request, spans.torn())) {
          blindness.partial.add(last);
          if (spans.isArriving(end(last))) {
            blindness.arriving.add(last);
          }
        }
      }
    }
    return blindness;
  }

  /// When the last of a trace's spans ended.
  private static long end(SpanTree tree) {
    long end = 0;
    for (int i = 0; i < tree.size(); i++) {
      end = Math.max(end, tree.span(i).time().atUnixNanos() + tree.span(i).time().durationNanos());
    }
    return end;
  }

  private static boolean isCut(Call call) {
    if (call.layer() != Layer.DATABASE) {
      return false;
    }
    CallText text = call.text();
    boolean nameless =
        (text.from() == CallText.Source.NAME || text.from() == CallText.Source.OPERATION)
            && text.tables().isEmpty()
            && !text.verb().isOverhead();
    return text.isCut() || nameless;
  }

  private static boolean isPartial(ServedRequest request, String torn) {
    SpanTree tree = request.tree();
    if (request.scope() == ServedRequest.Scope.TRACE) {
      return request.calls().stream().map(Call::span).anyMatch(Blindness::isTraced);
    }
    return tree.span(0).traceId().filter(torn::equals).isPresent() || !orphans(tree).isEmpty();
  }

  /// Whether a tracer recorded it as a part of something.
  private static boolean isTraced(Span span) {
    boolean part =
        switch (span.kind()) {
          case INTERNAL, CLIENT, PRODUCER -> true;
          case SERVER, CONSUMER -> false;
        };
    return part
        && span.traceId().isPresent()
        && TRACERS.stream()
            .anyMatch(span.attributes().get(AttributeNames.FORMAT).orElse("otlp")::startsWith);
  }

  private static List<Span> orphans(SpanTree tree) {
    List<Span> orphans = new ArrayList<>();
    for (SpanTree.Oddity oddity : tree.oddities()) {
      if (oddity.kind() == SpanTree.Oddity.Kind.ORPHAN && isTraced(tree.span(oddity.span()))) {
        orphans.add(tree.span(oddity.span()));
      }
    }
    return orphans;
  }

  /// Why it cannot be told of that call whether it is like another: its statement is cut or was not
  /// recorded.
  public Optional<Rule> ofText(Call call) {
    return cut.get(call.number()) ? Optional.of(Rule.STATEMENT_TEXT_CUT) : Optional.empty();
  }

  /// Why nothing can be told of that service's cache: its calls are not recorded.
  public Optional<Rule> ofCache(String service) {
    return caches.hints().containsKey(service) ? Optional.of(Rule.CACHE_UNSEEN) : Optional.empty();
  }

  /// What shows of each service that it uses a cache whose calls are not recorded.
  public Map<String, List<Span>> unseenCaches() {
    return caches.hints();
  }

  /// The first request of such a service that shows it.
  public ServedRequest unseenCacheRequest(String service) {
    return caches.request(service);
  }

  /// Whether parts of that request's trace are missing: counts are "at least".
  public boolean isPartial(ServedRequest request) {
    return partial.contains(request.tree());
  }

  /// Whether the missing parts of that request's trace may still be on their way.
  public boolean isArriving(ServedRequest request) {
    return arriving.contains(request.tree());
  }

  /// The spans of that request's trace whose parents are missing.
  public List<Span> orphans(ServedRequest request) {
    return isPartial(request) ? orphans(request.tree()) : List.of();
  }
}
