package dev.lightfoot.app.ui.detail;

import dev.lightfoot.analysis.bill.Amount;
import dev.lightfoot.analysis.bill.BillLine;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.BillText;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PeerNames;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// A row of the table of a run's bill: a layer of one peer, or their sum.
///
/// @param line empty for the sum
/// @param all what was done
/// @param critical what was waited for
public record BillRow(Optional<BillLine> line, BillTable.Sums all, BillTable.Sums critical) {

  /// The rows of that bill, their sum first: the place for them is low.
  public static List<BillRow> of(BillTable table) {
    List<BillRow> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(new BillRow(row.line(), row.all(), row.critical())));
    rows.removeIf(row -> row.isNothing(row.all) && row.isNothing(row.critical));
    if (!rows.isEmpty()) {
      rows.addFirst(new BillRow(Optional.empty(), table.all(), table.critical()));
    }
    return rows;
  }

  private boolean isNothing(BillTable.Sums sums) {
    return sums.amount().trips() == 0 && sums.cells().total() == 0;
  }

  /// Whether something was done that nobody waited for.
  boolean isApart() {
    return !trips(all).equals(trips(critical)) || !all.cells().equals(critical.cells());
  }

  boolean isSum() {
    return line.isEmpty();
  }

  Optional<Layer> layer() {
    return line.map(BillLine::layer);
  }

  String name() {
    return layer().map(PhaseNames::of).orElseGet(() -> Words.text("ledger.total"));
  }

  String peer() {
    return line.map(BillLine::peer).map(PeerNames::of).orElse("");
  }

  String rtt() {
    return line.map(
            each ->
                each.rttNanos().isPresent() && each.all().trips() + each.critical().trips() > 0
                    ? Numbers.rtt(each.rttNanos().getAsLong())
                    : Numbers.NOT_APPLICABLE)
        .orElse("");
  }

  static String trips(BillTable.Sums sums) {
    Amount amount = sums.amount();
    return amount.trips() == 0 ? Numbers.NOT_APPLICABLE : BillText.trips(amount);
  }

  /// A part of a column, a dash where there is none of it.
  static String part(
      BillTable.Sums sums, ToLongFunction<Amount> nanos, ToLongFunction<LedgerTable.Cells> tenths) {
    return nanos.applyAsLong(sums.amount()) == 0
        ? Numbers.NOT_APPLICABLE
        : Numbers.ofTenths(tenths.applyAsLong(sums.cells()));
  }

  String spoken() {
    return Words.text(
        "bill.spoken",
        name(),
        peer(),
        trips(critical),
        Numbers.ofTenths(critical.cells().total()),
        trips(all),
        Numbers.ofTenths(all.cells().total()));
  }
}
