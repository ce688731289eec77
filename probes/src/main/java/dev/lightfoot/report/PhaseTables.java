package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.report.layout.PhaseTenths;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The phases as tables: of the run that stands for all beside the spread, of the states side by
/// side, of each redirect hop.
final class PhaseTables {
  private final Summary summary;

  PhaseTables(Summary summary) {
    this.summary = summary;
  }

  /// One run beside median, minimum and maximum of its state.
  TextTable billed(Run run, int index) {
    RedirectChain chain = RedirectChain.of(run);
    Optional<StateSummary> state = summary.state(run.state());
    boolean spread = state.isPresent() && state.get().total().count() > 1;
    TextTable table = new TextTable(spread ? "lrrrrr" : "lrr");
    List<String> head = new ArrayList<>(List.of(say("column.phase"), say("column.trips")));
    head.add(say("column.run", Integer.toString(index + 1)));
    if (spread) {
      head.addAll(List.of(say("column.median"), say("column.min"), say("column.max")));
    }
    table.row(head);
    List<Phase> shown = shown(chain);
    PhaseTenths tenths = PhaseTenths.of(chain);
    for (Phase phase : shown) {
      List<String> row = new ArrayList<>(List.of(name(chain, phase), trips(chain, phase)));
      row.add(value(chain, phase, tenths.of(phase)));
      if (spread) {
        row.addAll(cells(Optional.ofNullable(state.get().phases().get(phase))));
      }
      table.row(row);
    }
    addEnd(table, chain, tenths.gap(), spread ? state.map(StateSummary::total) : Optional.empty());
    return table;
  }

  /// Medians of the states side by side.
  TextTable states() {
    List<StateSummary> states = summary.states();
    TextTable table = new TextTable("l" + "r".repeat(states.size()));
    List<String> head = new ArrayList<>(List.of(say("column.phase")));
    for (StateSummary state : states) {
      String count = Numbers.count(state.total().count());
      head.add(say("column.state", PhaseNames.of(state.state()), count));
    }
    table.row(head);
    for (Phase phase : Phase.values()) {
      if (states.stream().anyMatch(state -> state.phases().containsKey(phase))) {
        List<String> row = new ArrayList<>(List.of(PhaseNames.of(phase)));
        states.forEach(state -> row.add(median(state.phases().get(phase))));
        table.row(row);
      }
    }
    List<String> total = new ArrayList<>(List.of(say("column.total")));
    states.forEach(state -> total.add(Numbers.millis(state.total().medianNanos())));
    return table.total(total);
  }

  /// One row for each redirect hop.
  TextTable hops(RedirectChain chain) {
    List<Phase> connecting = shown(chain).stream().filter(PhaseTables::isConnecting).toList();
    TextTable table = new TextTable("rr" + "r".repeat(connecting.size()) + "rrl");
    List<String> head = new ArrayList<>(List.of(say("column.hop"), say("column.status")));
    connecting.forEach(phase -> head.add(PhaseNames.of(phase)));
    head.addAll(List.of(say("column.wait"), say("column.total"), say("column.url")));
    table.row(head);
    PhaseTenths tenths = PhaseTenths.of(chain);
    for (int hop = 0; hop < chain.hops().size(); hop++) {
      Exchange exchange = chain.hops().get(hop);
      int at = hop;
      OptionalInt status = exchange.status();
      List<String> row = new ArrayList<>(List.of(Integer.toString(hop + 1)));
      row.add(status.isPresent() ? Integer.toString(status.getAsInt()) : Numbers.NOT_APPLICABLE);
      connecting.forEach(phase -> row.add(value(exchange, phase, tenths.of(at, phase))));
      row.add(value(exchange, Phase.WAIT, tenths.of(hop, Phase.WAIT)));
      row.add(Numbers.millis(exchange.durationNanos()));
      row.add(exchange.url());
      table.row(row);
    }
    return table;
  }

  private static boolean isConnecting(Phase phase) {
    return switch (phase) {
      case DNS, TCP, PROXY, TLS, QUIC -> true;
      case BLOCKED, SEND, WAIT, RECEIVE -> false;
    };
  }

  private void addEnd(TextTable table, RedirectChain chain, long other, Optional<Spread> total) {
    if (other != 0) {
      List<String> row = new ArrayList<>(List.of(say("column.other"), Numbers.NOT_APPLICABLE));
      row.add(Numbers.ofTenths(other));
      row.addAll(total.isPresent() ? List.of("", "", "") : List.of());
      table.row(row);
    }
    List<String> row =
        new ArrayList<>(List.of(say("column.total"), Integer.toString(chain.totalTrips())));
    row.add(Numbers.millis(chain.durationNanos()));
    if (total.isPresent()) {
      row.addAll(cells(total));
    }
    table.total(row);
  }

  private List<Phase> shown(RedirectChain chain) {
    List<Phase> shown = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      boolean blocked = phase == Phase.BLOCKED && !chain.took(phase);
      boolean exists = chain.hops().stream().anyMatch(e -> e.phases().timing(phase).isPresent());
      if (exists && !blocked) {
        shown.add(phase);
      }
    }
    return shown;
  }

  private static String name(RedirectChain chain, Phase phase) {
    for (Exchange exchange : chain.hops().reversed()) {
      if (exchange.phases().timing(phase).isPresent()) {
        return PhaseNames.of(phase, exchange);
      }
    }
    return PhaseNames.of(phase);
  }

  private static String trips(RedirectChain chain, Phase phase) {
    OptionalInt trips = chain.trips(phase);
    return trips.isPresent()
        ? Integer.toString(trips.getAsInt())
        : chain.took(phase) ? Numbers.UNKNOWN : Numbers.NOT_APPLICABLE;
  }

  private static String value(RedirectChain chain, Phase phase, long tenths) {
    return chain.took(phase) ? Numbers.ofTenths(tenths) : Numbers.NOT_APPLICABLE;
  }

  private static String value(Exchange exchange, Phase phase, long tenths) {
    return took(exchange, phase) ? Numbers.ofTenths(tenths) : Numbers.NOT_APPLICABLE;
  }

  private static List<String> cells(Optional<Spread> spread) {
    return spread
        .map(
            each ->
                List.of(
                    Numbers.millis(each.medianNanos()),
                    Numbers.millis(each.minNanos()),
                    Numbers.millis(each.maxNanos())))
        .orElse(List.of(Numbers.NOT_APPLICABLE, Numbers.NOT_APPLICABLE, Numbers.NOT_APPLICABLE));
  }

  private static String median(@Nullable Spread spread) {
    return spread == null ? Numbers.NOT_APPLICABLE : Numbers.millis(spread.medianNanos());
  }

  private static boolean took(Exchange exchange, Phase phase) {
    return exchange
        .phases()
        .timing(phase)
        .filter(timing -> !(timing instanceof PhaseTiming.NotApplicable))
        .isPresent();
  }
}
