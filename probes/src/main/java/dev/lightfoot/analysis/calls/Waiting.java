package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.place.ProxyHops;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How long one request waited before an application began with it.
///
/// @param request whose it is
/// @param nanos how long
/// @param wholeNanos of the request with what it waited
/// @param said whether a record says so; else it is what lies between two records on one clock
/// @param evidence the spans that show it
record Waiting(
    ServedRequest request, long nanos, long wholeNanos, boolean said, List<Span> evidence) {
  private static final String REQUEST_BYTES = "http.request.body.size";

  /// A body of more than this takes time to arrive.
  private static final long UPLOAD_BYTES = 16_000;

  /// That of a request; empty where no record tells.
  static Optional<Waiting> before(ServedRequest request) {
    return queued(request).or(() -> between(request)).or(() -> stamped(request));
  }

  /// What a record calls a queue.
  private static Optional<Waiting> queued(ServedRequest request) {
    List<Span> queues = new ArrayList<>();
    long nanos = 0;
    for (int i = 0; i < request.size(); i++) {
      Span span = request.tree().span(request.position(i));
      if (span.layer() == Layer.QUEUE && request.position(i) != request.root()) {
        queues.add(span);
        nanos += span.time().duration().orElse(0);
      }
    }
    return queues.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Waiting(request, nanos, Math.max(nanos, request.wallNanos()), true, queues));
  }

  /// From the proxy's asking to the application's start, where one clock stamped both.
  private static Optional<Waiting> between(ServedRequest request) {
    Optional<Span> asked = ProxyHops.asked(request);
    if (asked.isEmpty()
        || request.root() == SpanTree.NONE
        || !comparable(asked.get(), request.tree().span(request.root()))) {
      return Optional.empty();
    }
    Span proxy = asked.get();
    Span app = request.tree().span(request.root());
    long step = Math.max(proxy.time().resolutionNanos(), app.time().resolutionNanos());
    long gap =
        app.time().atUnixNanos()
            - proxy.time().atUnixNanos()
            - proxy.attributes().number(AttributeNames.CONNECT_NANOS).orElse(0);
    long nanos = Math.max(0, gap - step); // a clock in steps may show what is not there
    long whole = Math.max(nanos, proxy.time().durationNanos());
    return Optional.of(new Waiting(request, nanos, whole, false, List.of(proxy, app)));
  }

  /// From the time that a proxy of the same machine put into a header.
  private static Optional<Waiting> stamped(ServedRequest request) {
    Optional<Span> app = request.span().filter(span -> span.time().start().isPresent());
    OptionalLong start = app.isPresent() ? RequestStart.of(app.get()) : OptionalLong.empty();
    if (start.isEmpty() || isUpload(app.get())) {
      return Optional.empty();
    }
    long gap = app.get().time().atUnixNanos() - start.getAsLong();
    long nanos = Math.max(0, gap - app.get().time().resolutionNanos());
    long whole = nanos + app.get().time().durationNanos();
    return Optional.of(new Waiting(request, nanos, whole, true, List.of(app.get())));
  }

  private static boolean isUpload(Span app) {
    return app.attributes().number(REQUEST_BYTES).orElse(0) > UPLOAD_BYTES;
  }

  private static boolean comparable(Span proxy, Span app) {
    Optional<String> clock = proxy.attributes().get(AttributeNames.CLOCK);
    return clock.isPresent()
        && clock.equals(app.attributes().get(AttributeNames.CLOCK))
        && proxy.time().start().isPresent()
        && app.time().start().isPresent()
        && !isUpload(app);
  }
}
