package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.LedgerShift;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.List;

/// What each layer is billed on both sides: trips, distance and all of it, the same in texts and in
/// the window.
public final class LedgerShiftTable {
  private LedgerShiftTable() {}

  /// Heads that say their side each: the first of words, the others of numbers.
  public static List<String> heads() {
    return List.of(
        say("column.layer"),
        say("compare.ledger.trips", "A"),
        say("compare.ledger.trips", "B"),
        say("compare.ledger.more"),
        say("compare.ledger.distance", "A"),
        say("compare.ledger.distance", "B"),
        say("compare.ledger.more"),
        say("compare.ledger.total", "A"),
        say("compare.ledger.total", "B"),
        say("compare.ledger.more"));
  }

  /// A row below [#heads].
  public static List<String> cells(LedgerShift each) {
    List<String> cells = new ArrayList<>(row(each));
    long more = Numbers.tenths(each.b().totalNanos()) - Numbers.tenths(each.a().totalNanos());
    cells.add(more == 0 ? "" : CompareWords.signedOfTenths(more));
    return cells;
  }

  static TextTable of(List<LedgerShift> ledger) {
    TextTable table = new TextTable("lrrrrrrrr");
    if (ledger.isEmpty()) {
      return table;
    }
    table.row(
        say("column.layer"),
        say("compare.ledger.trips", "A"),
        "B",
        say("compare.ledger.more"),
        say("compare.ledger.distance", "A"),
        "B",
        say("compare.ledger.more"),
        say("compare.ledger.total", "A"),
        "B");
    ledger.forEach(each -> table.row(row(each)));
    return table;
  }

  private static List<String> row(LedgerShift each) {
    long trips = each.b().trips() - each.a().trips();
    long distance = tenths(each.b()) - tenths(each.a());
    return List.of(
        PhaseNames.of(each.layer()),
        trips(each.a()),
        trips(each.b()),
        trips == 0 ? "" : (trips > 0 ? "+" : "") + Numbers.count(trips),
        distance(each.a()),
        distance(each.b()),
        distance == 0 ? "" : CompareWords.signedOfTenths(distance),
        Numbers.millis(each.a().totalNanos()),
        Numbers.millis(each.b().totalNanos()));
  }

  private static long tenths(LedgerShift.OfSide side) {
    return Numbers.tenths(side.distanceNanos());
  }

  private static String trips(LedgerShift.OfSide side) {
    return side.trips() == 0
        ? Numbers.NOT_APPLICABLE
        : (side.atLeast() ? "≥ " : "") + Numbers.count(side.trips());
  }

  private static String distance(LedgerShift.OfSide side) {
    return side.distanceNanos() == 0
        ? Numbers.NOT_APPLICABLE
        : Numbers.millis(side.distanceNanos());
  }
}
