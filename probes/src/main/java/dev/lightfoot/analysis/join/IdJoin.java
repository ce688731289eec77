package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds spans by the ids that a request carried: the trace's, then the request's own. Hops of a
/// redirect share a trace; the span that each was sent as distinguishes them, else what they asked
/// for.
final class IdJoin {
  private final Pool pool;

  IdJoin(Pool pool) {
    this.pool = pool;
  }

  void join() {
    byTrace();
    byRequestId();
  }

  private void byTrace() {
    Map<String, List<Request>> asked = new LinkedHashMap<>();
    for (Request request : pool.requests()) {
      request
          .traceIds()
          .forEach(id -> asked.computeIfAbsent(id, _ -> new ArrayList<>()).add(request));
    }
    Map<String, List<Span>> recorded = new HashMap<>();
    for (Span span : pool.free()) {
      span.traceId()
          .filter(asked::containsKey)
          .ifPresent(id -> recorded.computeIfAbsent(id, _ -> new ArrayList<>()).add(span));
    }
    asked.forEach((id, requests) -> trace(requests, recorded.getOrDefault(id, List.of())));
  }

  private void trace(List<Request> requests, List<Span> spans) {
    SpanTree tree = SpanTree.of(spans);
    Map<Integer, Request> roots = owners(requests, tree);
    for (int root : tree.roots()) {
      Request owner = roots.getOrDefault(root, requests.getLast());
      for (int i = root; i < tree.end(root); i++) {
        pool.take(owner, tree.span(i), JoinedBy.TRACE_ID);
      }
    }
  }

  /// Which request each root belongs to: the one that says so. Of several requests for the same
  /// thing the first recorded is the first made.
  private Map<Integer, Request> owners(List<Request> requests, SpanTree tree) {
    Map<Integer, Request> owners = new HashMap<>();
    if (requests.size() == 1) {
      return owners;
    }
    Map<String, List<Integer>> alike = new LinkedHashMap<>();
    for (int root : tree.roots()) {
      Span span = tree.span(root);
      Optional<Request> sender = sender(requests, span);
      if (sender.isPresent()) {
        owners.put(root, sender.get());
        continue;
      }
      alike
          .computeIfAbsent(pool.clock(span) + span.layer() + asked(span), _ -> new ArrayList<>())
          .add(root);
    }
    for (List<Integer> roots : alike.values()) {
      Span first = tree.span(roots.getFirst());
      List<Request> fitting =
          requests.stream()
              .filter(request -> Likeness.asksTheSame(request, first))
              .sorted(Comparator.comparingLong(request -> request.window().startNanos()))
              .toList();
      if (fitting.size() > 1 && roots.size() % fitting.size() != 0) {
        pool.remark(
            new JoinRemark.PairedInOrder(
                pool.clock(first), roots.size(), fitting.size(), asked(first)));
      }
      int each = Math.max(1, roots.size() / Math.max(1, fitting.size()));
      for (int i = 0; i < roots.size() && !fitting.isEmpty(); i++) {
        owners.put(roots.get(i), fitting.get(Math.min(i / each, fitting.size() - 1)));
      }
    }
    return owners;
  }

  /// The one request whose own span is that root's parent.
  private static Optional<Request> sender(List<Request> requests, Span root) {
    List<Request> senders =
        requests.stream()
            .filter(request -> request.spanId().isPresent())
            .filter(request -> request.spanId().equals(root.parentSpanId()))
            .toList();
    return senders.size() == 1 ? Optional.of(senders.getFirst()) : Optional.empty();
  }

  private static String asked(Span span) {
    return span.attributes().get(AttributeNames.METHOD).orElse("")
        + " "
        + Likeness.target(span).orElse(span.name());
  }

  /// By the ids that the requests carried, and those that what was found by trace carries.
  private void byRequestId() {
    Map<String, Set<Request>> owners = new HashMap<>();
    for (Request request : pool.requests()) {
      request
          .requestIds()
          .forEach(id -> owners.computeIfAbsent(id, _ -> new HashSet<>()).add(request));
      for (Span span : pool.spans(request)) {
        requestId(span)
            .ifPresent(id -> owners.computeIfAbsent(id, _ -> new HashSet<>()).add(request));
      }
    }
    for (Span span : pool.free()) {
      Set<Request> found = requestId(span).map(owners::get).orElse(Set.of());
      Optional<Request> owner =
          found.size() == 1
              ? found.stream().findFirst()
              : found.stream()
                  .filter(request -> Likeness.asksTheSame(request, span))
                  .min(Comparator.comparingLong(request -> request.window().startNanos()));
      owner.ifPresent(request -> pool.take(request, span, JoinedBy.REQUEST_ID));
    }
  }

  private static Optional<String> requestId(Span span) {
    return span.kind() == SpanKind.CLIENT
        ? Optional.empty()
        : span.attributes().get(AttributeNames.REQUEST_ID).filter(id -> id.length() > 1);
  }
}
