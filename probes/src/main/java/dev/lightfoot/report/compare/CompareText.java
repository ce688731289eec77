package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.compare.AttributionBars;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.layout.compare.ShownRuns;
import dev.lightfoot.report.layout.compare.StripTable;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Rounding;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A comparison as text: what to know before it is believed, the verdict, what moved the total,
/// then phases, layers and requests.
public final class CompareText {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private CompareText() {}

  /// The whole text; give it a comparison of redacted snapshots.
  public static String of(Comparison comparison) {
    TextPage page = new TextPage();
    page.headed(say("compare.side", "A", side(comparison.a())));
    page.headed(say("compare.side", "B", side(comparison.b())));
    List<String> cautions = CompareCautions.of(comparison);
    if (!cautions.isEmpty()) {
      page.title(say("compare.cautions"));
      cautions.forEach(each -> page.item("!", each));
    }
    Headline headline = CompareHeadline.of(comparison);
    page.gap();
    page.paragraph(headline.first());
    if (comparison.total().estimate().isPresent()) {
      headline.second().ifPresent(page::paragraph);
      page.paragraph(headline.caption());
      body(page, comparison);
    }
    return page.text();
  }

  /// What stands below the headline where that is shown by itself.
  public static TextPage body(Comparison comparison) {
    TextPage page = new TextPage();
    CompareCautions.of(comparison).forEach(each -> page.item("!", each));
    body(page, comparison);
    return page;
  }

  /// A report of a comparison of these two.
  ///
  /// @param a the one compared with, redacted where the report leaves this computer
  /// @param b the other one
  public static Report report(Comparison comparison, Snapshot a, Snapshot b) {
    TextPage page = body(comparison);
    ShownRuns.of(a, b, comparison).ifPresent(shown -> ShownRunsText.add(page, shown));
    page.title(say("report.order"));
    page.figure(new Chart.Order(RunOrder.of(comparison, a, b)));
    page.title(say("report.sides"));
    page.item("A", side(comparison.a()));
    page.item("B", side(comparison.b()));
    return Report.of(
        say("report.comparison"), comparison.b().target(), CompareHeadline.of(comparison), page);
  }

  private static void body(TextPage page, Comparison comparison) {
    comparison
        .attribution()
        .ifPresent(
            moved -> {
              page.title(say("compare.moved.title", CompareWords.basis(moved.basis())));
              page.figure(new Chart.Parts(AttributionBars.of(moved)));
              page.table(parts(moved));
            });
    CompareTables tables = new CompareTables(comparison);
    page.title(say(comparison.phases().isEmpty() ? "compare.loads" : "compare.phases"));
    page.figure(new Chart.Shifts(StripTable.of(comparison)));
    page.table(tables.phases());
    page.table(say("compare.layers"), tables.layers());
    page.table(say("compare.ledger"), LedgerShiftTable.of(comparison.ledger()));
    page.table(say("compare.requests"), tables.requests());
    if (tables.requestsLeft() > 0) {
      page.item("·", count("compare.requests.more", tables.requestsLeft()));
    }
    CompareWords.grounds(comparison.total())
        .ifPresent(
            grounds -> {
              page.title(say("compare.sure"));
              page.item("·", grounds);
              if (!comparison.order().interleaved()) {
                page.item("·", CompareCautions.sessions(comparison.order()));
              }
            });
  }

  private static TextTable parts(Attribution attribution) {
    TextTable table = new TextTable("lr");
    table.row(say("compare.column.part"), say("compare.column.ms"));
    long total = Numbers.tenths(attribution.totalNanos());
    List<Part> parts = attribution.parts();
    long[] tenths = Rounding.toTenths(parts.stream().mapToLong(Part::nanos).toArray(), total);
    for (int i = 0; i < tenths.length; i++) {
      table.row(CompareWords.part(parts.get(i)), CompareWords.signedOfTenths(tenths[i]));
    }
    return table.total(List.of(say("column.total"), CompareWords.signedOfTenths(total)));
  }

  static String side(Side side) {
    String named = side.name().isEmpty() ? side.target() : side.name() + ", " + side.target();
    return named + ", " + WHEN.format(side.takenAt());
  }
}
