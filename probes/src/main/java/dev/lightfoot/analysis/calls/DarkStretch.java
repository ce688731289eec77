package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Time of a request that nothing below it covers. What has parts of its own does not cover the
/// time between them, except a template: it says what is done there.
///
/// @param nanos how long
/// @param after what ended before it; empty where it is the request's begin
/// @param before what began after it; empty where it is the request's end
record DarkStretch(long nanos, Optional<Span> after, Optional<Span> before) {
  private static final Comparator<Span> BY_START =
      Comparator.comparingLong(span -> span.time().atUnixNanos());

  static List<DarkStretch> of(ServedRequest request) {
    Span whole = request.span().orElseThrow();
    long end = whole.time().atUnixNanos() + whole.time().durationNanos();
    long reached = whole.time().atUnixNanos();
    Optional<Span> last = Optional.empty();
    List<DarkStretch> dark = new ArrayList<>();
    for (Span span : covering(request)) {
      long start = Math.min(end, span.time().atUnixNanos());
      if (start > reached) {
        dark.add(new DarkStretch(start - reached, last, Optional.of(span)));
      }
      long until = span.time().atUnixNanos() + span.time().durationNanos();
      if (until > reached) {
        reached = until;
        last = Optional.of(span);
      }
    }
    if (end > reached) {
      dark.add(new DarkStretch(end - reached, last, Optional.empty()));
    }
    return dark;
  }

  private static List<Span> covering(ServedRequest request) {
    SpanTree tree = request.tree();
    List<Span> covering = new ArrayList<>();
    for (int i = 0; i < request.size(); i++) {
      int position = request.position(i);
      Span span = tree.span(position);
      boolean covers = isLeaf(request, i) || span.layer() == Layer.TEMPLATE;
      if (position != request.root() && covers && span.time().start().isPresent()) {
        covering.add(span);
      }
    }
    request
        .calls()
        .forEach(
            call -> {
              if (call.timed()) {
                covering.add(call.span());
              }
            });
    addOthers(request, covering);
    covering.sort(BY_START);
    return covering;
  }

  /// Requests of other services below it, whose calls nobody may have recorded.
  private static void addOthers(ServedRequest request, List<Span> covering) {
    SpanTree tree = request.tree();
    int own = 0;
    for (int i = request.root(); i < tree.end(request.root()); ) {
      while (own < request.size() && request.position(own) < i) {
        own++;
      }
      boolean other = own == request.size() || request.position(own) != i;
      if (other && tree.span(i).time().start().isPresent()) {
        covering.add(tree.span(i));
      }
      i = other ? tree.end(i) : i + 1;
    }
  }

  private static boolean isLeaf(ServedRequest request, int i) {
    return request.tree().end(request.position(i)) == request.position(i) + 1;
  }

  /// The spans at its ends; the request's own where it has none.
  List<Span> ends(ServedRequest request) {
    List<Span> ends = new ArrayList<>();
    after.ifPresent(ends::add);
    before.ifPresent(ends::add);
    request.span().ifPresent(ends::add);
    return ends;
  }
}
