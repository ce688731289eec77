package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.clock.ClockBounds;
import dev.lightfoot.analysis.clock.Stamped;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.TraceParent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One exchange as it is looked for in servers' records: what it asked for, the ids it carried, and
/// when the server can have worked on it.
///
/// @param run position of its run
/// @param exchange position in the run
/// @param facts the exchange
/// @param originUnixNanos the client's wall clock at the run's instant 0
record Request(int run, int exchange, Exchange facts, long originUnixNanos) {
  /// All that left this machine.
  static List<Request> of(List<Run> runs) {
    List<Request> found = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      long origin = runs.get(i).startUnixNanos();
      for (int j = 0; j < runs.get(i).exchanges().size(); j++) {
        Exchange exchange = runs.get(i).exchanges().get(j);
        if (begin(exchange).isPresent()) {
          found.add(new Request(i, j, exchange, origin));
        }
      }
    }
    return found;
  }

  /// Of an imported request the wait alone may be known.
  private static Optional<Long> begin(Exchange exchange) {
    return sent(exchange.phases().timing(Phase.SEND))
        .or(() -> sent(exchange.phases().timing(Phase.WAIT)));
  }

  private static Optional<Long> sent(Optional<PhaseTiming> timing) {
    return switch (timing.orElse(null)) {
      case PhaseTiming.Measured measured -> Optional.of(measured.startNanos());
      case PhaseTiming.Failed failed -> Optional.of(failed.startNanos());
      case PhaseTiming.NotApplicable _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  /// From its first byte out to the last byte of its answer: what the server did for it, it did in
  /// between.
  Stamped window() {
    return new Stamped(
        ClockBounds.CLIENT, originUnixNanos + start(), originUnixNanos + facts.endNanos());
  }

  /// First byte out, from the start of the run.
  long start() {
    return begin(facts).orElseThrow();
  }

  /// Trace ids that it was sent with or answered with, the sent one first.
  Set<String> traceIds() {
    Set<String> ids = new LinkedHashSet<>();
    facts.request().headers().stream()
        .filter(header -> header.named("traceparent"))
        .flatMap(header -> TraceParent.parse(header.value()).stream())
        .forEach(context -> ids.add(context.traceId()));
    TraceHints.of(responseHeaders()).traces().forEach(hint -> ids.add(hint.traceId()));
    return ids;
  }

  /// The span id that it was sent with: the parent of what the first server records.
  Optional<String> spanId() {
    return facts.request().headers().stream()
        .filter(header -> header.named("traceparent"))
        .flatMap(header -> TraceParent.parse(header.value()).stream())
        .map(TraceParent::parentId)
        .findFirst();
  }

  /// Request ids that it was sent with or answered with.
  Set<String> requestIds() {
    Set<String> ids = new LinkedHashSet<>();
    facts.request().headers().stream()
        .filter(header -> header.named("x-request-id") && !header.value().isBlank())
        .forEach(header -> ids.add(header.value().strip()));
    TraceHints.of(responseHeaders()).requestId().ifPresent(ids::add);
    return ids;
  }

  String path() {
    String target = target();
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.isEmpty() ? "/" : path;
  }

  Optional<String> query() {
    String target = target();
    int query = target.indexOf('?');
    return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
  }

  /// What stands after the authority, without the fragment. By hand, for [java.net.URI] refuses
  /// what browsers send.
  private String target() {
    String url = facts.url();
    int fragment = url.indexOf('#');
    String whole = fragment < 0 ? url : url.substring(0, fragment);
    int host = whole.indexOf("://") + 3;
    for (int i = host; i < whole.length(); i++) {
      if (whole.charAt(i) == '/' || whole.charAt(i) == '?') {
        return whole.substring(i);
      }
    }
    return "";
  }

  private List<Header> responseHeaders() {
    return facts.response().map(ResponseFacts::headers).orElse(List.of());
  }

  /// An exchange is found by its place: comparing all that is known of it would take long.
  @Override
  public boolean equals(Object other) {
    return other instanceof Request that && run == that.run && exchange == that.exchange;
  }

  @Override
  public int hashCode() {
    return 31 * run + exchange;
  }
}
