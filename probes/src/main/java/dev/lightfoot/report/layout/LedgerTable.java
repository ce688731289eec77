package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.report.words.Rounding;
import java.util.ArrayList;
import java.util.List;

/// A [Ledger] rounded to what is shown, so that the parts shown add up to the totals shown: along
/// each row, down each column, and to the wall time.
///
/// @param rows one for each line of the ledger
/// @param total their sums; its line is the ledger's own total
public record LedgerTable(List<Row> rows, Cells total) {
  public LedgerTable {
    rows = List.copyOf(rows);
  }

  /// One line as it is shown.
  public record Row(LedgerLine line, Cells cells) {}

  /// Tenths of a millisecond.
  public record Cells(
      long distance, long work, long transfer, long queue, long unexplained, long total) {
    private Cells plus(Cells other) {
      return new Cells(
          distance + other.distance,
          work + other.work,
          transfer + other.transfer,
          queue + other.queue,
          unexplained + other.unexplained,
          total + other.total);
    }
  }

  /// The table of that bill.
  public static LedgerTable of(Ledger ledger) {
    long[] totals =
        Rounding.toTenths(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).toArray());
    List<Row> rows = new ArrayList<>();
    Cells sum = new Cells(0, 0, 0, 0, 0, 0);
    for (int i = 0; i < totals.length; i++) {
      LedgerLine line = ledger.lines().get(i);
      Cells cells = cells(line, totals[i]);
      rows.add(new Row(line, cells));
      sum = sum.plus(cells);
    }
    return new LedgerTable(rows, sum);
  }

  private static Cells cells(LedgerLine line, long total) {
    long[] nanos = {
      line.distanceNanos(),
      line.workNanos(),
      line.transferNanos(),
      line.queueNanos(),
      line.unexplainedNanos()
    };
    long[] tenths = Rounding.toTenths(nanos, total);
    return new Cells(tenths[0], tenths[1], tenths[2], tenths[3], tenths[4], total);
  }
}
