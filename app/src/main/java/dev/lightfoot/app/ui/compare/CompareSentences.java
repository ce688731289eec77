package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.MeasuringOrder;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.app.ui.chart.compare.StripLabels;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.report.compare.CompareCautions;
import dev.lightfoot.report.compare.CompareWords;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.layout.compare.AttributionBars;
import dev.lightfoot.report.layout.compare.RunOrder;
import dev.lightfoot.report.layout.compare.StripRow;
import dev.lightfoot.report.layout.compare.StripSubject;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What is said of the parts of a comparison: in the strips, in tables, beside the pointer and to a
/// screen reader.
final class CompareSentences implements StripLabels {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  @Override
  public String name(StripRow row) {
    return switch (row.subject()) {
      case StripSubject.OfPhase(var phase) -> PhaseNames.of(phase);
      case StripSubject.OfLayer(var layer) -> PhaseNames.of(layer.layer());
      case StripSubject.OfSnapshot(_, Side side) -> title(side);
      case StripSubject.OfTotal() -> Words.text("compare.total");
    };
  }

  @Override
  public String note(StripRow row) {
    return row.subject() instanceof StripSubject.OfLayer(var layer)
            && layer.tripsA().isPresent()
            && layer.tripsB().isPresent()
        ? Words.text("compare.trips-change", fromTo(layer.tripsA(), layer.tripsB()))
        : "";
  }

  @Override
  public String before(StripRow row) {
    return millis(row.medianA());
  }

  @Override
  public String after(StripRow row) {
    return millis(row.medianB());
  }

  @Override
  public String shift(StripRow row) {
    return shift(row.shift());
  }

  /// The shift in milliseconds, with its sign.
  static String shift(Shift shift) {
    return shift
        .estimate()
        .map(estimate -> CompareWords.signed(estimate.shiftNanos()))
        .orElse(Numbers.NOT_APPLICABLE);
  }

  @Override
  public String verdict(StripRow row) {
    return CompareWords.verdict(row.shift().verdict());
  }

  @Override
  public String interval(StripRow row) {
    Verdict verdict = row.shift().verdict();
    boolean change = verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
    return change ? interval(row.shift()) : "";
  }

  /// Both ends of the interval of a shift.
  static String interval(Shift shift) {
    return shift.estimate().map(CompareWords::interval).orElse(Numbers.NOT_APPLICABLE);
  }

  @Override
  public String delta(StripRow row) {
    return row.shift().estimate().map(CompareWords::delta).orElse(Numbers.NOT_APPLICABLE);
  }

  /// How likely such a difference is by chance, as it is said of the verdict.
  static String probability(Shift shift) {
    return shift
        .estimate()
        .map(estimate -> CompareWords.p(estimate.pAdjusted()))
        .orElse(Numbers.NOT_APPLICABLE);
  }

  @Override
  public String spoken(StripRow row) {
    String note = note(row);
    return Words.text(
        "compare.spoken",
        name(row) + (note.isEmpty() ? "" : " (" + note + ")"),
        before(row),
        after(row),
        shift(row),
        interval(row.shift()),
        verdict(row),
        Numbers.millis(row.shift().floorNanos()),
        delta(row));
  }

  @Override
  public String spoken(StripRow row, boolean second, RunValue run) {
    return Words.text(
        "compare.spoken.run",
        side(second),
        Integer.toString(run.run() + 1),
        name(row),
        Numbers.duration(run.nanos()));
  }

  static String spoken(RunOrder.Dot dot) {
    return Words.text(
        "compare.spoken.run",
        side(dot.second()),
        Integer.toString(dot.run() + 1),
        Words.text("compare.total"),
        Numbers.duration(dot.nanos()));
  }

  static String side(boolean second) {
    return second ? "B" : "A";
  }

  static String millis(OptionalLong nanos) {
    return nanos.isPresent() ? Numbers.millis(nanos.getAsLong()) : Numbers.NOT_APPLICABLE;
  }

  /// The middle of the runs of one side of a request.
  static String millis(List<RunValue> runs) {
    return millis(StripRow.median(runs));
  }

  /// Such as `57 → 8`.
  static String fromTo(OptionalLong before, OptionalLong after) {
    return Words.text("compare.from-to", count(before), count(after));
  }

  private static String count(OptionalLong count) {
    return count.isPresent() ? Numbers.count(count.getAsLong()) : Numbers.NOT_APPLICABLE;
  }

  static String trips(ExchangeShift each) {
    return fromTo(trips(each.a()), trips(each.b()));
  }

  private static OptionalLong trips(Optional<ExchangeSide> side) {
    return side.map(ExchangeSide::trips).orElseGet(OptionalLong::empty);
  }

  static String bytes(ExchangeShift each) {
    String before = bytes(each.a());
    String after = bytes(each.b());
    return before.equals(after) ? after : Words.text("compare.from-to", before, after);
  }

  private static String bytes(Optional<ExchangeSide> side) {
    OptionalLong bytes = side.map(ExchangeSide::bytes).orElseGet(OptionalLong::empty);
    return bytes.isPresent() ? Numbers.bytes(bytes.getAsLong()) : Numbers.NOT_APPLICABLE;
  }

  /// The address of a request in B, or in A where only A has it; what both targets begin with is
  /// left out.
  static String request(ExchangeShift each, Comparison comparison) {
    boolean second = each.b().isPresent();
    String url = (second ? each.b() : each.a()).map(ExchangeSide::url).orElse("");
    String target = second ? comparison.b().target() : comparison.a().target();
    String origin = origin(target);
    boolean own = !origin.isEmpty() && url.startsWith(origin + "/");
    return own ? url.substring(origin.length()) : url;
  }

  private static String origin(String url) {
    int host = url.indexOf("://");
    int end = host < 0 ? -1 : url.indexOf('/', host + 3);
    return end < 0 ? "" : url.substring(0, end);
  }

  /// The address in A, where it is another.
  static String matchedBy(ExchangeShift each, Comparison comparison) {
    String how = CompareWords.matched(each.matchedBy());
    boolean same =
        each.a().isEmpty()
            || each.b().isEmpty()
            || each.a().get().url().equals(each.b().get().url());
    if (same) {
      return how;
    }
    ExchangeShift before =
        new ExchangeShift(each.matchedBy(), each.a(), Optional.empty(), each.shift());
    return Words.text("compare.match.from", how, request(before, comparison));
  }

  /// What a side is called.
  static String title(Side side) {
    return side.name().isEmpty() ? side.target() : side.name();
  }

  /// What a snapshot is called where it is chosen.
  static String title(Snapshot snapshot) {
    return snapshot.name().orElseGet(() -> Redactor.redact(snapshot.target()));
  }

  /// When and how often it was measured, and over what.
  static String facts(Snapshot snapshot, Optional<Side> side, ZoneId zone) {
    List<String> parts = new ArrayList<>();
    parts.add(snapshot.takenAt().atZoneSameInstant(zone).format(DAY));
    parts.add(
        side.map(each -> Words.count("compare.side.runs", each.counting()))
            .orElseGet(() -> Words.count("compare.side.runs", snapshot.runs().size())));
    Optional<Exchange> first =
        snapshot.runs().stream().flatMap(run -> run.exchanges().stream()).findFirst();
    first.flatMap(Exchange::protocol).map(PhaseNames::protocol).ifPresent(parts::add);
    first
        .flatMap(Exchange::connection)
        .flatMap(connection -> connection.address())
        .ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  /// A name for a snapshot that is not kept yet.
  static String proposedName(Snapshot snapshot) {
    return snapshot
        .name()
        .orElseGet(
            () ->
                Words.text(
                    "compare.saved-name",
                    WebUrl.hostIn(snapshot.target()),
                    snapshot.takenAt().format(DAY)));
  }

  /// What to know before the answer; empty where there is nothing.
  String cautions(CompareReading reading) {
    return String.join("\n", CompareCautions.of(reading.comparison()));
  }

  /// What moved the total, and how it was measured.
  String caption(CompareReading reading) {
    Headline headline = reading.headline();
    return headline.second().map(second -> second + "\n").orElse("") + headline.caption();
  }

  /// What the verdict on the total rests on, and what its runs are beside that.
  String explanation(CompareReading reading) {
    return CompareWords.grounds(reading.comparison().total()).orElse("");
  }

  /// What the totals in their order show.
  String order(CompareReading reading) {
    MeasuringOrder order = reading.comparison().order();
    return Words.text(
        order.interleaved()
            ? "compare.order"
            : order.drift() ? "compare.order.drift" : "compare.order.still");
  }

  String part(AttributionBars.Bar bar) {
    return CompareWords.part(bar.part());
  }

  /// What is compared, for the line at the bottom.
  static String status(CompareReading reading) {
    Comparison comparison = reading.comparison();
    return Words.text(
        comparison.order().interleaved() ? "compare.status.in-turn" : "compare.status",
        Integer.toString(comparison.a().counting()),
        Integer.toString(comparison.b().counting()));
  }
}
