package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.clock.ClockBound;
import java.util.List;

/// The client's requests of one run with what servers recorded for them, on the run's own clock. It
/// is made from a [dev.lightfoot.model.Run] alone, so a saved snapshot shows what was shown when it
/// was taken. No timestamp is changed: a row's place is what its clock's bounds allow.
///
/// @param rows each before what hangs below it, siblings by their start
/// @param layers what each layer did, in the order of [dev.lightfoot.model.span.Layer]
/// @param clocks bounds of the servers' clocks, by name
/// @param exchanges how each request of the run was found
/// @param contradictions what cannot be as it was recorded
/// @param notes what the numbers do not hold
/// @param waitNanos what the client waited for first bytes, all requests of the run together
/// @param distanceNanos how much of that was the request's own way to the server and back
/// @param explainedNanos how much of the wait is distance or something that a server recorded, dark
///   time excepted
public record Stack(
    List<StackRow> rows,
    List<LayerTotal> layers,
    List<ClockBound> clocks,
    List<JoinedExchange> exchanges,
    List<StackRemark> contradictions,
    List<StackRemark> notes,
    long waitNanos,
    long distanceNanos,
    long explainedNanos) {
  public Stack {
    rows = List.copyOf(rows);
    layers = List.copyOf(layers);
    clocks = List.copyOf(clocks);
    exchanges = List.copyOf(exchanges);
    contradictions = List.copyOf(contradictions);
    notes = List.copyOf(notes);
  }

  /// Whether anything was found on a server.
  public boolean joined() {
    return exchanges.stream().anyMatch(exchange -> exchange.spans() > 0);
  }

  /// Share of the wait that is explained, 0 to 1; 1 where nothing was waited for.
  public double explainedShare() {
    return waitNanos == 0 ? 1 : (double) explainedNanos / waitNanos;
  }
}
