package dev.lightfoot.report;

import static dev.lightfoot.report.Sentences.say;

import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
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
    Optional<StateSummary> state = summary.state(run.state());
    boolean spread = state.isPresent() && state.get().total().count() > 1;
    TextTable table = new TextTable(spread ? "lrrrrr" : "lrr");
    List<String> head = new ArrayList<>(List.of(say("column.phase"), say("column.trips")));
    head.add(say("column.run", Integer.toString(index + 1)));
    if (spread) {
      head.addAll(List.of(say("column.median"), say("column.min"), say("column.max")));
    }
    table.row(head);
    List<Phase> shown = shown(run);
    long[] tenths = tenths(run, shown);
    for (int i = 0; i < shown.size(); i++) {
      Phase phase = shown.get(i);
      List<String> row = new ArrayList<>(List.of(name(run, phase), trips(run, phase)));
      row.add(value(run, phase, tenths[i]));
      if (spread) {
        row.addAll(cells(Optional.ofNullable(state.get().phases().get(phase))));
      }
      table.row(row);
    }
    addEnd(
        table,
        run,
        tenths[shown.size()],
        spread ? state.map(StateSummary::total) : Optional.empty());
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
    return table.row(total);
  }

  /// One row for each redirect hop.
  TextTable hops(Run run) {
    List<Phase> connecting = shown(run).stream().filter(PhaseTables::isConnecting).toList();
    TextTable table = new TextTable("rr" + "r".repeat(connecting.size()) + "rrl");
    List<String> head = new ArrayList<>(List.of(say("column.hop"), say("column.status")));
    connecting.forEach(phase -> head.add(PhaseNames.of(phase)));
    head.addAll(List.of(say("column.wait"), say("column.total"), say("column.url")));
    table.row(head);
    for (int hop = 0; hop < run.exchanges().size(); hop++) {
      Exchange exchange = run.exchanges().get(hop);
      OptionalInt status = exchange.status();
      List<String> row = new ArrayList<>(List.of(Integer.toString(hop + 1)));
      row.add(status.isPresent() ? Integer.toString(status.getAsInt()) : Numbers.NOT_APPLICABLE);
      connecting.forEach(phase -> row.add(value(exchange, phase)));
      row.add(value(exchange, Phase.WAIT));
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

  private void addEnd(TextTable table, Run run, long other, Optional<Spread> total) {
    if (other != 0) {
      List<String> row = new ArrayList<>(List.of(say("column.other"), Numbers.NOT_APPLICABLE));
      row.add(Numbers.ofTenths(other));
      row.addAll(total.isPresent() ? List.of("", "", "") : List.of());
      table.row(row);
    }
    int trips = run.exchanges().stream().mapToInt(e -> e.phases().totalTrips()).sum();
    List<String> row = new ArrayList<>(List.of(say("column.total"), Integer.toString(trips)));
    row.add(Numbers.millis(run.durationNanos()));
    if (total.isPresent()) {
      row.addAll(cells(total));
    }
    table.row(row);
  }

  private List<Phase> shown(Run run) {
    List<Phase> shown = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      boolean blocked = phase == Phase.BLOCKED && !took(run, phase);
      boolean exists = run.exchanges().stream().anyMatch(e -> e.phases().timing(phase).isPresent());
      if (exists && !blocked) {
        shown.add(phase);
      }
    }
    return shown;
  }

  /// The phases' tenths and, last, what lies between them.
  private static long[] tenths(Run run, List<Phase> shown) {
    long[] nanos = new long[shown.size() + 1];
    long left = run.durationNanos();
    for (int i = 0; i < shown.size(); i++) {
      nanos[i] = nanos(run, shown.get(i));
      left -= nanos[i];
    }
    nanos[shown.size()] = left;
    return Rounding.toTenths(nanos);
  }

  private static String name(Run run, Phase phase) {
    for (Exchange exchange : run.exchanges().reversed()) {
      if (exchange.phases().timing(phase).isPresent()) {
        return PhaseNames.of(phase, exchange);
      }
    }
    return PhaseNames.of(phase);
  }

  private static String trips(Run run, Phase phase) {
    int trips = 0;
    boolean known = false;
    for (Exchange exchange : run.exchanges()) {
      OptionalInt counted = exchange.phases().trips(phase);
      known |= counted.isPresent();
      trips += counted.orElse(0);
    }
    return known
        ? Integer.toString(trips)
        : took(run, phase) ? Numbers.UNKNOWN : Numbers.NOT_APPLICABLE;
  }

  private static String value(Run run, Phase phase, long tenths) {
    return took(run, phase) ? Numbers.ofTenths(tenths) : Numbers.NOT_APPLICABLE;
  }

  private static String value(Exchange exchange, Phase phase) {
    return took(exchange, phase)
        ? Numbers.millis(exchange.phases().durationNanos(phase))
        : Numbers.NOT_APPLICABLE;
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

  private static long nanos(Run run, Phase phase) {
    return run.exchanges().stream().mapToLong(e -> e.phases().durationNanos(phase)).sum();
  }

  private static boolean took(Run run, Phase phase) {
    return run.exchanges().stream().anyMatch(exchange -> took(exchange, phase));
  }

  private static boolean took(Exchange exchange, Phase phase) {
    return exchange
        .phases()
        .timing(phase)
        .filter(timing -> !(timing instanceof PhaseTiming.NotApplicable))
        .isPresent();
  }
}
