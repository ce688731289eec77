package dev.lightfoot.report.layout.page;

import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.page.PageBytes;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Makes the rows of a page.
final class PageRows {
  private final List<Exchange> exchanges;
  private final Floors floors;
  private final Set<Integer> critical;
  private final Distances distances;
  private final RequestLabels labels;

  private PageRows(Run run, Floors floors, Distances distances, Set<Integer> critical) {
    this.exchanges = run.exchanges();
    this.distances = distances;
    this.floors = floors;
    this.critical = critical;
    int document = run.page().map(PageLoad::documentExchange).orElse(OptionalInt.empty()).orElse(0);
    this.labels = RequestLabels.of(exchanges, document);
  }

  static List<PageRow> of(Run run, Floors floors, Distances distances, Set<Integer> critical) {
    return new PageRows(run, floors, distances, critical).rows();
  }

  private List<PageRow> rows() {
    List<PageRow> rows = new ArrayList<>(exchanges.size());
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      rows.add(
          new PageRow(
              i + 1,
              exchange,
              labels.host(i),
              labels.target(i),
              labels.label(i),
              state(exchange),
              ExchangeTrips.of(exchange, floors),
              PageBytes.of(exchange),
              critical.contains(i),
              foundBy(i, exchange),
              PageLight.of(exchange, distances)));
    }
    return rows;
  }

  private OptionalInt foundBy(int at, Exchange exchange) {
    OptionalInt by = exchange.initiator().map(Initiator::exchange).orElse(OptionalInt.empty());
    return by.isPresent() && by.getAsInt() < exchanges.size() && by.getAsInt() != at
        ? by
        : OptionalInt.empty();
  }

  private static PageRow.State state(Exchange exchange) {
    for (PhaseTiming timing : exchange.phases().byPhase().values()) {
      if (timing instanceof PhaseTiming.Failed failed) {
        return failed.errorType().equals(ErrorType.PRIVATE_ADDRESS.label())
            ? PageRow.State.REFUSED
            : PageRow.State.FAILED;
      }
    }
    if (!exchange.resource().isTransferred()) {
      return PageRow.State.CACHED;
    }
    return exchange.response().flatMap(ResponseFacts::cut).isPresent()
        ? PageRow.State.CUT
        : PageRow.State.DONE;
  }
}
