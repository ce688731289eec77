package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.stack.Peers;
import dev.lightfoot.analysis.statement.CacheCommand;
import dev.lightfoot.analysis.statement.CallText;
import dev.lightfoot.analysis.statement.CallTexts;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Finds requests and their calls in traces and in logs that know of none. Not for several threads.
final class RequestReader {
  private static final int NONE = SpanTree.NONE;

  private static final Comparator<Call> BY_START =
      Comparator.comparingLong(Call::startNanos).thenComparingInt(Call::position);

  private final List<ServedRequest> requests = new ArrayList<>();
  private final List<Span> unscoped = new ArrayList<>();
  private final CallTexts texts = new CallTexts();
  private final Question.Pool questions = new Question.Pool();
  private int calls;

  /// @param numbered calls that others read: its own are numbered from there on
  RequestReader(int numbered) {
    calls = numbered;
  }

  List<ServedRequest> requests() {
    return requests;
  }

  List<Span> unscoped() {
    return unscoped;
  }

  /// One trace.
  void trace(Collection<Span> spans) {
    SpanTree tree = SpanTree.of(spans);
    TraceParts parts = new TraceParts(tree);
    recorded(parts, Set.of());
    List<Span> loose = IntStream.of(parts.loose()).mapToObj(tree::span).toList();
    if (!loose.isEmpty()) {
      together(loose, ServedRequest.Scope.TRACE, nameOf(loose));
    }
  }

  /// Entries that know of no trace.
  void untraced(Collection<Span> spans) {
    SpanTree tree = SpanTree.of(spans);
    TraceParts parts = new TraceParts(tree);
    Sessions sessions = new Sessions();
    for (int position : parts.loose()) {
      if (parts.isCall(position) && !sessions.add(tree.span(position))) {
        unscoped.add(tree.span(position));
      }
    }
    for (int i = 0; i < tree.size(); i = tree.end(i)) {
      if (tree.end(i) == i + 1 && Sessions.isMark(tree.span(i))) {
        sessions.add(tree.span(i));
      }
    }
    List<Sessions.Stretch> stretches = sessions.stretches();
    Set<String> ends = new HashSet<>();
    stretches.forEach(it -> it.answered().ifPresent(mark -> ends.add(mark.spanId())));
    recorded(parts, ends);
    for (Sessions.Stretch stretch : stretches) {
      List<Span> calls = stretch.calls();
      together(
          calls,
          ServedRequest.Scope.SESSION,
          stretch.answered().map(RequestReader::nameOf).orElseGet(() -> nameOf(calls)));
    }
  }

  /// Those of which the request itself was recorded.
  ///
  /// @param without ids of marks that only end what others record of the request
  private void recorded(TraceParts parts, Set<String> without) {
    SpanTree tree = parts.tree();
    int[][] positions = parts.positions();
    for (int root = 0; root < positions.length; root++) {
      Span span = tree.span(root);
      if (parts.isRequest(root) && !without.contains(span.spanId())) {
        ServedRequest request =
            new ServedRequest(
                parts, root, ServedRequest.Scope.RECORDED, nameOf(span), positions[root]);
        add(request, parts);
      }
    }
  }

  /// Calls that belong together without a request of their own.
  private void together(List<Span> spans, ServedRequest.Scope scope, ServedRequest.Name name) {
    SpanTree tree = SpanTree.of(spans);
    TraceParts parts = new TraceParts(tree);
    int[] all = IntStream.range(0, tree.size()).toArray();
    ServedRequest request = new ServedRequest(parts, NONE, scope, name, all);
    if (IntStream.of(all).anyMatch(parts::isCall)) {
      add(request, parts);
    }
  }

  private static ServedRequest.Name nameOf(Span span) {
    String service = span.attributes().get(AttributeNames.SERVICE_NAME).orElse("");
    return new ServedRequest.Name(service, RouteName.of(span));
  }

  private static ServedRequest.Name nameOf(List<Span> spans) {
    String service =
        first(spans, AttributeNames.SERVICE_NAME)
            .or(() -> first(spans, "sqlcommenter.service"))
            .or(() -> first(spans, AttributeNames.DB_APPLICATION))
            .orElse("");
    return new ServedRequest.Name(service, first(spans, AttributeNames.ROUTE).orElse(""));
  }

  private static Optional<String> first(List<Span> spans, String attribute) {
    return spans.stream().flatMap(span -> span.attributes().get(attribute).stream()).findFirst();
  }

  private void add(ServedRequest request, TraceParts parts) {
    List<Call> found = new ArrayList<>();
    for (int i = 0; i < request.size(); i++) {
      int position = request.position(i);
      if (parts.isCall(position)) {
        found.add(call(request, parts, position));
      }
    }
    found.sort(BY_START);
    request.calls(found);
    requests.add(request);
  }

  private Call call(ServedRequest request, TraceParts parts, int position) {
    SpanTree tree = request.tree();
    Span span = tree.span(position);
    int outer = parts.outer(position);
    // where the path cannot be told, calls are taken as made one after another
    boolean onPath =
        span.time().isInterval()
            && (request.root() == NONE || tree.span(request.root()).time().isInterval());
    long nanos = onPath ? request.pathNanos(position) : span.time().duration().orElse(0);
    boolean failed = span.failed() || tree.span(outer).failed();
    CallText text = outer == position ? texts.of(span) : text(span, tree.span(outer));
    return new Call(
        calls++,
        new Call.Place(position, outer, tree.parent(outer), nanos),
        span,
        failed,
        text,
        questions.of(span.layer(), text.template(), Peers.of(span)));
  }

  /// A driver knows the text, mostly; where it does not, what is above it may. Whether a cache had
  /// it the framework knows.
  private CallText text(Span span, Span outer) {
    CallText own = texts.of(span);
    if (outer.layer() != span.layer()) {
      return own;
    }
    CallText above = texts.of(outer);
    boolean says = above.from().compareTo(own.from()) < 0;
    return says || (hit(above).isPresent() && hit(own).isEmpty()) ? above : own;
  }

  private static Optional<Boolean> hit(CallText text) {
    return text.command().flatMap(CacheCommand::hit);
  }
}
