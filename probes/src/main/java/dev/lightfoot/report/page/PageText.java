package dev.lightfoot.report.page;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.page.PageFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageColumn;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageView;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.text.Block;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.CaptureText;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One load of a page as text: its waterfall, the chain that it waited for, the table of its
/// requests, facts and notes.
public final class PageText {
  /// Rows that are shown unless all are asked for.
  public static final int MOST_ROWS = 60;

  /// In a narrower table there is no room for what stands beside the bars already.
  private static final int WIDE = 130;

  private static final Set<PageColumn> BESIDE_BARS = Set.of(PageColumn.TRIPS, PageColumn.SIZE);

  private final TextPage page;
  private final Shown shown;

  /// What of a page is shown.
  ///
  /// @param choice grouping, order and filter
  /// @param most rows at most
  /// @param width of the terminal, in characters
  public record Shown(PageChoice choice, int most, int width) {
    /// By party, what fits a report.
    public static final Shown STANDARD = new Shown(PageChoice.STANDARD, MOST_ROWS, TextTable.PAGE);
  }

  public PageText(TextPage page, Shown shown) {
    this.page = page;
    this.shown = shown;
  }

  /// Writes the bars of that run, and the chain that it waited for.
  ///
  /// @param index of the run among all
  /// @param waterfall of the run
  public void waterfall(int index, PageWaterfall waterfall) {
    PageView view = waterfall.view(shown.choice());
    page.title(say("page.text.waterfall", Integer.toString(index + 1)));
    page.figure(
        new Block.Figure(
            new Chart.Waterfall(view),
            PageChart.of(view, shown.width(), shown.most()),
            PageChart.legend(view),
            Optional.empty()));
    leftOut(view);
    page.table(say("page.text.path"), PathTable.of(waterfall));
  }

  /// Writes its requests, facts and notes.
  ///
  /// @param runs all runs of the snapshot
  /// @param waterfall of the run
  public void details(Run run, List<Run> runs, PageWaterfall waterfall) {
    page.table(say("page.text.requests"), table(waterfall.view(shown.choice())));
    failures(waterfall);
    facts(PageFacts.of(run, waterfall.path(), Floors.of(runs)));
    run.page().ifPresent(this::notes);
  }

  private void leftOut(PageView view) {
    int rows = view.waterfall().rows().size();
    if (view.shown() < rows) {
      page.paragraph(say("page.text.filtered", Numbers.count(view.shown()), Numbers.count(rows)));
    }
    if (view.shown() > shown.most()) {
      page.paragraph(count("page.text.more", view.shown() - (long) shown.most()));
    }
  }

  private TextTable table(PageView view) {
    List<PageColumn> columns =
        PageCells.columns(view.waterfall()).stream()
            .filter(column -> shown.width() >= WIDE || !BESIDE_BARS.contains(column))
            .toList();
    StringBuilder align = new StringBuilder();
    columns.forEach(column -> align.append(column.isText() ? 'l' : 'r'));
    TextTable table = new TextTable(align.toString(), shown.width());
    table.row(columns.stream().map(PageWords::shortHead).toList());
    view.waterfall().rows().stream()
        .filter(shown.choice().filter()::matches)
        .sorted(shown.choice().order().comparator())
        .limit(shown.most())
        .forEach(row -> table.row(cells(columns, row)));
    return table;
  }

  private static List<String> cells(List<PageColumn> columns, PageRow row) {
    return columns.stream().map(column -> PageCells.of(column, row)).toList();
  }

  /// What failed stands whether a filter shows it or not.
  private void failures(PageWaterfall waterfall) {
    List<PageRow> failed =
        waterfall.rows().stream().filter(row -> row.failure().isPresent()).toList();
    if (failed.isEmpty()) {
      return;
    }
    page.title(say("page.text.failures"));
    for (PageRow row : failed.stream().limit(shown.most()).toList()) {
      page.item(row.number() + ".", row.label() + ": " + PageWords.failure(row).orElse(""));
    }
    if (failed.size() > shown.most()) {
      page.paragraph(count("page.text.more", failed.size() - (long) shown.most()));
    }
  }

  private void facts(PageFacts facts) {
    page.title(say("page.text.facts"));
    page.item("-", FactWords.total(facts));
    FactWords.of(facts).forEach(sentence -> page.item("-", sentence));
  }

  private void notes(PageLoad load) {
    load.source().ifPresent(this::source);
    if (!load.notes().isEmpty() || !load.candidates().isEmpty()) {
      page.title(say("page.text.notes"));
    }
    load.notes().forEach(note -> page.item("-", note));
    if (!load.candidates().isEmpty()) {
      page.item(
          "-",
          count(
              "page.text.candidates",
              load.candidates().size(),
              PageWords.listed(load.candidates())));
    }
  }

  private void source(PageSource source) {
    page.title(say("page.text.source"));
    page.item("-", CaptureText.of(source) + ".");
    source
        .repairs()
        .forEach(repair -> page.item(repair.mended() ? "-" : "!", CaptureText.of(repair)));
  }
}
