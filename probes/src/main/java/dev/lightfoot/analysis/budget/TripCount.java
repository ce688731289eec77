package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The round trips of some requests of a run, as the ledger counts the client's ([ExchangeTrips])
/// and the stack those of each layer behind the server ([LayerTotal]): all of them, whether the
/// request waited for them or not, so that the count does not hang on the clock.
final class TripCount {
  /// Layers whose trips the client makes itself.
  private static final Set<Layer> OF_CLIENT =
      EnumSet.of(
          Layer.DNS, Layer.TCP, Layer.TLS, Layer.QUIC, Layer.PROXY, Layer.REQUEST, Layer.RESPONSE);

  private final Run run;
  private final List<Exchange> exchanges;
  private final boolean narrowed;
  private final Floors floors;

  /// @param narrowed whether these are not all requests of the run
  TripCount(Run run, List<Exchange> exchanges, boolean narrowed, Floors floors) {
    this.run = run;
    this.exchanges = exchanges;
    this.narrowed = narrowed;
    this.floors = floors;
  }

  /// In all: the client's and, where servers recorded theirs, those behind the server.
  RunCount all() {
    TripSum own =
        TripSum.of(exchanges.stream().map(each -> ExchangeTrips.of(each, floors)).toList());
    RunCount client =
        own.trips().isEmpty()
            ? RunCount.unknown(Unmeasurable.Known.NOT_COUNTED)
            : new RunCount(own.trips().getAsInt(), own.lowerBound(), Optional.empty());
    return exchanges.stream()
        .flatMap(each -> totals(each).stream())
        .map(TripCount::of)
        .reduce(client, RunCount::plus);
  }

  /// In one layer.
  RunCount in(Layer layer) {
    RunCount count = OF_CLIENT.contains(layer) ? ofClient(layer) : ofServers(layer);
    if (layer != Layer.PROXY) {
      return count;
    }
    // A proxy may stand on either side: what reverse proxies recorded counts here too.
    return exchanges.stream()
        .flatMap(each -> totals(each).stream())
        .filter(total -> total.layer() == layer)
        .map(TripCount::of)
        .reduce(count, RunCount::plus);
  }

  private RunCount ofClient(Layer layer) {
    return exchanges.stream()
        .map(each -> ofClient(each, layer))
        .reduce(RunCount.of(0), RunCount::plus);
  }

  private RunCount ofClient(Exchange exchange, Layer layer) {
    List<LedgerLine> lines =
        LedgerBuilder.build(exchange, floors).lines().stream()
            .filter(line -> line.layer() == layer)
            .toList();
    List<OptionalInt> counted = lines.stream().map(TripCount::trips).toList();
    if (!counted.isEmpty() && counted.stream().allMatch(OptionalInt::isEmpty)) {
      return RunCount.unknown(Unmeasurable.Known.NOT_COUNTED);
    }
    return RunCount.of(counted.stream().mapToInt(each -> each.orElse(0)).sum());
  }

  /// A body whose first flight was all has no trip on its line, though it was counted.
  private static OptionalInt trips(LedgerLine line) {
    return line.peer() instanceof Peer.Body body ? body.rounds() : line.trips();
  }

  private RunCount ofServers(Layer layer) {
    List<Exchange> opened =
        exchanges.stream().filter(each -> !each.serverSpans().isEmpty()).toList();
    if (opened.isEmpty()) {
      return RunCount.unknown(new Unmeasurable.NothingRecorded(layer));
    }
    RunCount sum = RunCount.of(0);
    boolean shown = opened.stream().anyMatch(this::isLookedInto);
    for (Exchange each : opened) {
      for (LayerTotal total : totals(each)) {
        if (total.layer() == layer) {
          shown = true;
          sum = sum.plus(of(total));
        }
      }
    }
    if (!shown) {
      return RunCount.unknown(new Unmeasurable.NotShown(layer));
    }
    return opened.containsAll(expected()) ? sum : RunCount.atLeast(sum.value());
  }

  /// The requests whose servers have to be looked into: of a whole run the one that gave the
  /// document, since redirects and files seldom reach an application.
  private List<Exchange> expected() {
    return narrowed ? exchanges : RedirectChain.of(run).last().stream().toList();
  }

  private List<LayerTotal> totals(Exchange exchange) {
    return exchange.serverSpans().isEmpty()
        ? List.of()
        : StackBuilder.build(
                run.with(List.of(exchange), run.spans(), run.alignments()), List.of(run))
            .layers();
  }

  private static RunCount of(LayerTotal total) {
    return new RunCount(total.trips(), total.atLeast(), Optional.empty());
  }

  /// Whether a recorder noted what happens within the request, so that a layer without a span had
  /// no call: an access log does not.
  private boolean isLookedInto(Exchange exchange) {
    Set<String> ids = new HashSet<>(exchange.serverSpans());
    return run.spans().stream()
        .filter(span -> ids.contains(span.spanId()))
        .anyMatch(TripCount::isWithin);
  }

  private static boolean isWithin(Span span) {
    return span.layer() != Layer.PROXY
        && (span.kind() == SpanKind.INTERNAL || span.kind() == SpanKind.CLIENT);
  }
}
