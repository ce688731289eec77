package dev.lightfoot.analysis.stream;

import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.stack.RowLabel;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBar;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What servers recorded for one request of the client, on the client's clock.
///
/// @param rows each before what hangs below it
record Served(MeasuredExchange exchange, List<StackRow> rows) {
  Served {
    rows = List.copyOf(rows);
  }

  /// The requests of that run for which something was recorded.
  static List<Served> of(MeasuredRun run) {
    List<Served> served = new ArrayList<>();
    run.stack().ifPresent(stack -> addAll(run, stack, served));
    return served;
  }

  private static void addAll(MeasuredRun run, Stack stack, List<Served> served) {
    int joined = -1;
    List<StackRow> rows = new ArrayList<>();
    for (StackRow row : stack.rows()) {
      if (row.label() instanceof RowLabel.ClientWait) {
        add(run, stack, joined, rows, served);
        rows.clear();
        joined++;
      } else {
        rows.add(row);
      }
    }
    add(run, stack, joined, rows, served);
  }

  private static void add(
      MeasuredRun run, Stack stack, int joined, List<StackRow> rows, List<Served> served) {
    if (!rows.isEmpty() && joined >= 0) {
      int at = stack.exchanges().get(joined).exchange();
      served.add(new Served(run.exchanges().get(at), rows));
    }
  }

  /// The application's row, else the outermost; empty where its place in time is not known.
  Optional<StackRow> app() {
    return rows.stream()
        .filter(row -> row.layer() == Layer.APP && isPlaced(row))
        .findFirst()
        .or(() -> rows.stream().filter(Served::isPlaced).findFirst());
  }

  private static boolean isPlaced(StackRow row) {
    return !row.floating() && row.bars().size() == 1;
  }

  /// Calls to databases, caches and other services, as their caller recorded them.
  List<StackBar> calls() {
    return rows.stream()
        .filter(row -> isCall(row.layer()) && !(row.label() instanceof RowLabel.OwnLog))
        .flatMap(row -> row.bars().stream())
        .toList();
  }

  private static boolean isCall(Layer layer) {
    return layer == Layer.DATABASE || layer == Layer.CACHE || layer == Layer.EXTERNAL;
  }

  /// When something that a server sent was first there, as it or the proxy before it recorded.
  ///
  /// @param atNanos from the start of the run
  /// @param endNanos when all of it was
  /// @param whiskerNanos how far both can be off to either side
  record FirstByte(long atNanos, long endNanos, long whiskerNanos) {}

  /// Of the innermost server whose first byte was recorded.
  Optional<FirstByte> firstByte() {
    Optional<FirstByte> innermost = Optional.empty();
    for (StackRow row : rows) {
      if (isPlaced(row)) {
        Optional<FirstByte> own = firstByte(row);
        innermost = own.isPresent() ? own : innermost;
      }
    }
    return innermost;
  }

  private Optional<FirstByte> firstByte(StackRow row) {
    StackBar bar = row.bars().getFirst();
    return exchange.run().run().spans().stream()
        .filter(span -> row.spanIds().contains(span.spanId()))
        .flatMap(span -> span.attributes().get(AttributeNames.FIRST_BYTE_NANOS).stream())
        .filter(text -> text.matches("[0-9]{1,18}"))
        .findFirst()
        .map(
            text ->
                new FirstByte(
                    bar.startNanos() + Long.parseLong(text), bar.endNanos(), bar.whiskerNanos()));
  }
}
