package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.OptionalInt;

/// The round-trip bills of snapshots as text: of one, both of its columns; of several, one line
/// each, and how the time to the first byte grows with distance.
public final class LedgerReport {
  private final TextPage page = new TextPage();

  private LedgerReport() {}

  /// The text; give it redacted snapshots, at least one.
  ///
  /// @param run index of the run that is billed, of one snapshot; empty for the one that stands for
  ///   all
  public static String of(List<Snapshot> snapshots, OptionalInt run) {
    LedgerReport report = new LedgerReport();
    if (snapshots.size() == 1) {
      report.one(snapshots.getFirst(), run);
    } else {
      report.several(snapshots);
    }
    return report.page.text();
  }

  /// The run whose bill stands for a snapshot: of those that servers' records were joined to the
  /// nearest to its median; empty where it has none.
  static OptionalInt billed(Snapshot snapshot) {
    return Summary.of(snapshot.runs()).opened(snapshot.runs());
  }

  private void one(Snapshot snapshot, OptionalInt run) {
    Headline headline = Headlines.finished(snapshot, OptionalInt.empty());
    page.paragraph(snapshot.target());
    page.gap();
    page.paragraph(headline.first());
    headline.second().ifPresent(page::paragraph);
    if (!headline.caption().isEmpty()) {
      page.paragraph(headline.caption());
    }
    (run.isPresent() ? run : billed(snapshot))
        .ifPresent(each -> bill(snapshot.runs().get(each), snapshot.runs(), each + 1));
  }

  private void bill(Run run, List<Run> runs, int number) {
    RunBill bill = RunBill.of(run, runs);
    if (run.page().isPresent()) {
      BillText.write(page, bill, number);
      return;
    }
    page.table(say("text.ledger", Integer.toString(number)), LedgerText.table(run, runs));
    BillText.beside(page, bill, number);
    if (!bill.differs()) {
      page.paragraph(say("bill.whole"));
    }
  }

  private void several(List<Snapshot> snapshots) {
    TextTable table = new TextTable("llrrrrrrr");
    table.row(
        say("bill.column.snapshot"),
        say("column.url"),
        say("column.trips"),
        say("column.distance"),
        say("column.work"),
        say("column.transfer"),
        say("column.queue"),
        say("column.unexplained"),
        say("column.total"));
    for (int i = 0; i < snapshots.size(); i++) {
      Snapshot snapshot = snapshots.get(i);
      OptionalInt run = billed(snapshot);
      if (run.isPresent()) {
        BillTable.Sums sums =
            BillTable.of(RunBill.of(snapshot.runs().get(run.getAsInt()), snapshot.runs()))
                .critical();
        table.row(row(FitWords.name(snapshot, i), snapshot.target(), sums));
      }
    }
    page.table(say("bill.title.several"), table);
    fit(snapshots);
  }

  private void fit(List<Snapshot> snapshots) {
    FirstByteFit fit = FirstByteFit.of(snapshots);
    FitWords words = new FitWords(snapshots);
    page.title(FitWords.title());
    words.sentences(fit).forEach(page::paragraph);
    if (!fit.points().isEmpty()) {
      TextTable table = new TextTable("llrrrrr");
      table.row(FitWords.heads());
      fit.points().forEach(point -> table.row(words.cells(fit, point)));
      page.table(table);
    }
  }

  private static List<String> row(String name, String target, BillTable.Sums sums) {
    LedgerTable.Cells cells = sums.cells();
    return List.of(
        name,
        target,
        BillText.trips(sums.amount()),
        Numbers.ofTenths(cells.distance()),
        Numbers.ofTenths(cells.work()),
        Numbers.ofTenths(cells.transfer()),
        Numbers.ofTenths(cells.queue()),
        Numbers.ofTenths(cells.unexplained()),
        Numbers.ofTenths(cells.total()));
  }
}
