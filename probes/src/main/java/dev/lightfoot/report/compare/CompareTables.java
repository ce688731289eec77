package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.report.layout.compare.ExchangeRows;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The tables of a comparison.
final class CompareTables {
  /// Requests of which no change is shown are listed as long as the table has no more rows.
  static final int MOST_ROWS = 20;

  private final Comparison comparison;

  CompareTables(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Phases in wire order, then the total; of a page only that.
  TextTable phases() {
    TextTable table = new TextTable("lrrrrlr");
    table.row(head(say("column.phase")));
    for (PhaseShift each : comparison.phases()) {
      table.row(row(PhaseNames.of(each.phase()), each.shift()));
    }
    return table.total(row(say("column.total"), comparison.total()));
  }

  /// Layers behind the server, round trips first.
  TextTable layers() {
    TextTable table = new TextTable("lrrrrrl");
    if (comparison.layers().isEmpty()) {
      return table;
    }
    table.row(
        say("column.layer"),
        say("column.trips"),
        say("compare.column.a"),
        say("compare.column.b"),
        say("compare.column.shift"),
        say("compare.column.interval"),
        say("compare.column.verdict"));
    for (LayerShift each : comparison.layers()) {
      Shift shift = each.shift();
      table.row(
          PhaseNames.of(each.layer()),
          CompareWords.trips(each.tripsA(), each.tripsB()).orElse(Numbers.UNKNOWN),
          median(shift.a()),
          median(shift.b()),
          shift(shift),
          interval(shift),
          CompareWords.verdict(shift.verdict()));
    }
    return table;
  }

  /// Requests, those that changed first; nothing of a probe's only request, which the phases are
  /// of.
  TextTable requests() {
    TextTable table = new TextTable("llrrrrl");
    if (comparison.exchanges().size() < 2) {
      return table;
    }
    table.row(
        say("compare.column.request"),
        say("compare.column.match"),
        say("column.trips"),
        say("compare.column.a"),
        say("compare.column.b"),
        say("compare.column.shift"),
        say("compare.column.verdict"));
    shown().forEach(each -> table.row(request(each)));
    return table;
  }

  /// How many requests the table leaves out.
  int requestsLeft() {
    return comparison.exchanges().size() < 2 ? 0 : comparison.exchanges().size() - shown().size();
  }

  private List<ExchangeShift> shown() {
    List<ExchangeShift> sorted = new ArrayList<>(comparison.exchanges());
    sorted.sort(Comparator.comparing(each -> !ExchangeRows.isChanged(each)));
    long changed = sorted.stream().filter(ExchangeRows::isChanged).count();
    return sorted.subList(0, (int) Math.min(sorted.size(), Math.max(changed, MOST_ROWS)));
  }

  private List<String> request(ExchangeShift each) {
    Shift shift = each.shift();
    String url = each.b().or(each::a).map(ExchangeSide::url).orElse("");
    return List.of(
        CompareWords.mark(each.matchedBy()) + " " + shortened(url),
        CompareWords.matched(each.matchedBy()),
        trips(each),
        median(shift.a()),
        median(shift.b()),
        each.a().isPresent() && each.b().isPresent() ? shift(shift) : Numbers.NOT_APPLICABLE,
        each.a().isPresent() && each.b().isPresent()
            ? CompareWords.verdict(shift.verdict())
            : CompareWords.matched(each.matchedBy()));
  }

  private static String trips(ExchangeShift each) {
    OptionalLong a = each.a().map(ExchangeSide::trips).orElseGet(OptionalLong::empty);
    OptionalLong b = each.b().map(ExchangeSide::trips).orElseGet(OptionalLong::empty);
    return say("compare.trips", trips(each.a(), a), trips(each.b(), b));
  }

  private static String trips(Optional<ExchangeSide> side, OptionalLong trips) {
    return side.isEmpty()
        ? Numbers.NOT_APPLICABLE
        : trips.isEmpty() ? Numbers.UNKNOWN : Numbers.count(trips.getAsLong());
  }

  /// Without the origin of the target, where it is of that.
  private String shortened(String url) {
    for (String target : List.of(comparison.b().target(), comparison.a().target())) {
      int path = target.indexOf('/', target.indexOf("://") + 3);
      if (path > 0 && url.length() > path && url.startsWith(target.substring(0, path + 1))) {
        return url.substring(path);
      }
    }
    return url;
  }

  private static List<String> head(String first) {
    return List.of(
        first,
        say("compare.column.a"),
        say("compare.column.b"),
        say("compare.column.shift"),
        say("compare.column.interval"),
        say("compare.column.verdict"),
        say("compare.column.delta"));
  }

  private static List<String> row(String name, Shift shift) {
    return List.of(
        name,
        median(shift.a()),
        median(shift.b()),
        shift(shift),
        interval(shift),
        CompareWords.verdict(shift.verdict()),
        shift.estimate().map(CompareWords::delta).orElse(Numbers.NOT_APPLICABLE));
  }

  private static String shift(Shift shift) {
    return shift
        .estimate()
        .map(Estimate::shiftNanos)
        .map(CompareWords::signed)
        .orElse(Numbers.NOT_APPLICABLE);
  }

  private static String interval(Shift shift) {
    return shift.estimate().map(CompareWords::interval).orElse(Numbers.NOT_APPLICABLE);
  }

  static String median(List<RunValue> values) {
    return Spread.of(values.stream().mapToLong(RunValue::nanos).toArray())
        .map(spread -> Numbers.millis(spread.medianNanos()))
        .orElse(Numbers.NOT_APPLICABLE);
  }
}
