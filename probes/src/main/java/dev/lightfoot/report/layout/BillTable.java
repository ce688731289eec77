package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.bill.Amount;
import dev.lightfoot.analysis.bill.BillLine;
import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Rounding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A [RunBill] rounded to what is shown, so that the parts shown add up to the totals shown: along
/// each row, down each column, and to the wall time.
///
/// @param rows in the order of the bill
/// @param all the sum of what was done
/// @param critical the sum of what was waited for
public record BillTable(RunBill bill, List<Row> rows, Sums all, Sums critical) {
  public BillTable {
    rows = List.copyOf(rows);
  }

  /// Which of its two columns.
  public enum Column {
    /// What was waited for.
    CRITICAL,
    /// What was done.
    ALL
  }

  /// One column of a row, or of all.
  public record Sums(Amount amount, LedgerTable.Cells cells) {}

  /// One line, or those that are folded into one.
  ///
  /// @param line empty for a folded one
  /// @param lines how many it stands for
  public record Row(Optional<BillLine> line, int lines, Sums all, Sums critical) {
    /// That column of it.
    public Sums of(Column column) {
      return column == Column.ALL ? all : critical;
    }
  }

  /// The table of that bill, with a row for each of its lines.
  public static BillTable of(RunBill bill) {
    return of(bill, Integer.MAX_VALUE);
  }

  /// The table of that bill. The lines that took least are folded into one where there are more.
  ///
  /// @param most rows
  public static BillTable of(RunBill bill, int most) {
    List<Draft> drafts = folded(bill.lines(), most);
    List<Sums> all = round(drafts, Draft::all, bill.all());
    List<Sums> critical = round(drafts, Draft::critical, bill.critical());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      rows.add(new Row(draft.line(), draft.lines(), all.get(i), critical.get(i)));
    }
    return new BillTable(bill, rows, sum(all, bill.all()), sum(critical, bill.critical()));
  }

  /// That column's sum.
  public Sums total(Column column) {
    return column == Column.ALL ? all : critical;
  }

  /// The rows of which that column holds anything.
  public List<Row> rows(Column column) {
    Predicate<Row> any =
        row -> row.of(column).amount().trips() > 0 || row.of(column).cells().total() != 0;
    return rows.stream().filter(any).toList();
  }

  private record Draft(Optional<BillLine> line, int lines, Amount all, Amount critical) {}

  private static List<Draft> folded(List<BillLine> lines, int most) {
    List<BillLine> kept =
        lines.size() <= most
            ? lines
            : lines.stream()
                .sorted(
                    Comparator.comparingLong(
                            (BillLine line) ->
                                Math.max(line.all().totalNanos(), line.critical().totalNanos()))
                        .reversed())
                .limit(most - 1L)
                .toList();
    List<Draft> drafts = new ArrayList<>();
    Amount all = Amount.NONE;
    Amount critical = Amount.NONE;
    for (BillLine line : lines) {
      if (kept.contains(line)) {
        drafts.add(new Draft(Optional.of(line), 1, line.all(), line.critical()));
      } else {
        all = all.plus(line.all());
        critical = critical.plus(line.critical());
      }
    }
    int left = lines.size() - drafts.size();
    if (left > 0) {
      drafts.add(new Draft(Optional.empty(), left, all, critical));
    }
    return drafts;
  }

  private static List<Sums> round(List<Draft> drafts, Function<Draft, Amount> column, Amount sum) {
    long[] totals =
        Rounding.toTenths(
            drafts.stream().mapToLong(draft -> column.apply(draft).totalNanos()).toArray(),
            Numbers.tenths(sum.totalNanos()));
    List<Sums> rounded = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      Amount amount = column.apply(drafts.get(i));
      rounded.add(
          new Sums(
              amount,
              LedgerTable.Cells.of(
                  amount.distanceNanos(),
                  totals[i],
                  amount.workNanos(),
                  amount.transferNanos(),
                  amount.queueNanos(),
                  amount.unexplainedNanos())));
    }
    return rounded;
  }

  private static Sums sum(List<Sums> rows, Amount amount) {
    return new Sums(
        amount,
        rows.stream().map(Sums::cells).reduce(LedgerTable.Cells.NONE, LedgerTable.Cells::plus));
  }
}
