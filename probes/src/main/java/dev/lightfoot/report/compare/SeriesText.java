package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/// Several comparisons with one baseline as a table: a row for each side, A first.
public final class SeriesText {
  private SeriesText() {}

  /// The text of several comparisons.
  ///
  /// @param comparisons at least one, all with the same A; of redacted snapshots
  public static String of(List<Comparison> comparisons) {
    TextPage page = new TextPage();
    Comparison first = comparisons.getFirst();
    page.headed(say("compare.side", "A", CompareText.side(first.a())));
    for (int i = 0; i < comparisons.size(); i++) {
      page.headed(say("compare.side", letter(i), CompareText.side(comparisons.get(i).b())));
    }
    cautions(page, comparisons);
    page.table(say("compare.series"), table(comparisons));
    page.gap();
    page.paragraph(summary(comparisons));
    return page.text();
  }

  private static void cautions(TextPage page, List<Comparison> comparisons) {
    boolean titled = false;
    for (int i = 0; i < comparisons.size(); i++) {
      for (String each : CompareCautions.of(comparisons.get(i), letter(i))) {
        if (!titled) {
          page.title(say("compare.cautions"));
          titled = true;
        }
        page.item("!", say("compare.series.of", letter(i), each));
      }
    }
  }

  private static TextTable table(List<Comparison> comparisons) {
    TextTable table = new TextTable("lrrrrlll");
    table.row(
        say("compare.column.side"),
        say("column.runs"),
        say("column.median"),
        say("compare.column.against"),
        say("compare.column.interval"),
        say("compare.column.verdict"),
        say("column.trips"),
        say("compare.column.order"));
    Comparison first = comparisons.getFirst();
    String none = Numbers.NOT_APPLICABLE;
    table.row(
        "A",
        Numbers.count(first.a().counting()),
        CompareTables.median(first.total().a()),
        none,
        none,
        say("compare.series.baseline"),
        "",
        "");
    for (int i = 0; i < comparisons.size(); i++) {
      table.row(row(letter(i), comparisons.get(i)));
    }
    return table;
  }

  private static List<String> row(String letter, Comparison comparison) {
    Side side = comparison.b();
    String trips =
        comparison.layers().stream()
            .flatMap(layer -> CompareWords.tripsChanged(layer).stream())
            .collect(Collectors.joining(", "));
    return List.of(
        letter,
        Numbers.count(side.counting()),
        CompareTables.median(comparison.total().b()),
        comparison
            .total()
            .estimate()
            .map(Estimate::shiftNanos)
            .map(CompareWords::signed)
            .orElse(Numbers.NOT_APPLICABLE),
        comparison.total().estimate().map(CompareWords::interval).orElse(Numbers.NOT_APPLICABLE),
        CompareWords.verdict(comparison.total().verdict()),
        trips,
        CompareCautions.order(comparison.order()));
  }

  private static String summary(List<Comparison> comparisons) {
    return say(
        "compare.series.summary",
        letters(comparisons, Verdict.FASTER),
        letters(comparisons, Verdict.SLOWER));
  }

  private static String letters(List<Comparison> comparisons, Verdict verdict) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < comparisons.size(); i++) {
      if (comparisons.get(i).total().verdict() == verdict) {
        letters.append(letters.isEmpty() ? "" : ", ").append(letter(i));
      }
    }
    return letters.isEmpty() ? say("compare.series.none") : letters.toString();
  }

  private static String letter(int comparison) {
    return String.valueOf((char) ('B' + comparison));
  }
}
