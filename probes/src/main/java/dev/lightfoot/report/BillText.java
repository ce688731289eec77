package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.bill.Amount;
import dev.lightfoot.analysis.bill.BillLine;
import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PeerNames;
import dev.lightfoot.report.words.PhaseNames;
import java.util.List;
import java.util.OptionalLong;

/// The bill of a run as text: what it waited for, and all that was done.
public final class BillText {
  /// A page of many hosts has a line for each layer of each of them.
  static final int MOST_ROWS = 24;

  private BillText() {}

  /// Both columns, each as a table of its own.
  ///
  /// @param number of the run, from 1
  public static void write(TextPage page, RunBill bill, int number) {
    BillTable table = BillTable.of(bill, MOST_ROWS);
    String run = Integer.toString(number);
    page.table(say("bill.title.critical", run), table(table, BillTable.Column.CRITICAL));
    page.table(say("bill.title.all", run), table(table, BillTable.Column.ALL));
    beside(page, bill);
  }

  /// What was done beside what a probe waited for; nothing where all was waited for.
  ///
  /// @param number of the run, from 1
  static void beside(TextPage page, RunBill bill, int number) {
    if (bill.differs()) {
      page.table(
          say("bill.title.all", Integer.toString(number)),
          table(BillTable.of(bill, MOST_ROWS), BillTable.Column.ALL));
      beside(page, bill);
    }
  }

  private static void beside(TextPage page, RunBill bill) {
    if (bill.besideNanos() > 0) {
      page.paragraph(say("bill.beside", Numbers.duration(bill.besideNanos())));
    }
  }

  /// One column.
  static TextTable table(BillTable bill, BillTable.Column column) {
    TextTable table = new TextTable("llrrrrrrrr");
    table.row(LedgerText.heads());
    for (BillTable.Row row : bill.rows(column)) {
      table.row(row(row, row.of(column)));
    }
    BillTable.Sums sum = bill.total(column);
    long[] shares = LedgerTable.shares(sum.cells());
    return table.total(
        List.of(
            say("column.total"),
            say("text.share", Numbers.percent(shares[0])),
            trips(sum.amount()),
            "",
            Numbers.ofTenths(sum.cells().distance()),
            Numbers.ofTenths(sum.cells().work()),
            Numbers.ofTenths(sum.cells().transfer()),
            Numbers.ofTenths(sum.cells().queue()),
            Numbers.ofTenths(sum.cells().unexplained()),
            Numbers.ofTenths(sum.cells().total())));
  }

  private static List<String> row(BillTable.Row row, BillTable.Sums sums) {
    Amount amount = sums.amount();
    OptionalLong rtt = row.line().map(BillLine::rttNanos).orElse(OptionalLong.empty());
    return List.of(
        row.line().map(line -> PhaseNames.of(line.layer())).orElse(say("bill.others")),
        row.line()
            .map(line -> PeerNames.of(line.peer()))
            .orElseGet(() -> count("bill.lines", row.lines())),
        amount.trips() > 0 ? trips(amount) : Numbers.NOT_APPLICABLE,
        rtt.isPresent() && amount.trips() > 0
            ? Numbers.rtt(rtt.getAsLong())
            : Numbers.NOT_APPLICABLE,
        LedgerText.part(sums.cells().distance(), amount.distanceNanos()),
        LedgerText.part(sums.cells().work(), amount.workNanos()),
        LedgerText.part(sums.cells().transfer(), amount.transferNanos()),
        LedgerText.part(sums.cells().queue(), amount.queueNanos()),
        LedgerText.part(sums.cells().unexplained(), amount.unexplainedNanos()),
        Numbers.ofTenths(sums.cells().total()));
  }

  /// Such as `≥ 12`.
  public static String trips(Amount amount) {
    return (amount.atLeast() ? "≥ " : "") + Numbers.count(amount.trips());
  }
}
