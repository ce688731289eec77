package dev.lightfoot.report.compare;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.LedgerShift;
import dev.lightfoot.analysis.compare.MeasuringOrder;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.MatchedBy;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.span.Layer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Comparisons put together by hand, one of each kind.
final class CompareSamples {
  static final MeasuringOrder IN_TURN = new MeasuringOrder(true, Duration.ZERO, false, 0);
  private static final long TENTH = 100_000;
  private static final int RUNS = 20;

  private CompareSamples() {}

  private static LedgerShift.OfSide side(long trips, long distance, long total) {
    return new LedgerShift.OfSide(trips, false, distance * TENTH, total * TENTH);
  }

  static Side side(String id, String name, int counting) {
    return new Side(
        id,
        name,
        "https://shop.test/nplus1/?n=50",
        OffsetDateTime.parse("2026-11-23T16:29:00+01:00"),
        counting,
        counting);
  }

  /// @param tenths middle of A, middle of B, shift, low and high end
  static Shift shift(Verdict verdict, long... tenths) {
    return new Shift(
        values(tenths[0]),
        values(tenths[1]),
        Optional.of(
            new Estimate(
                tenths[2] * TENTH,
                tenths[3] * TENTH,
                tenths[4] * TENTH,
                verdict == Verdict.NO_CHANGE_SHOWN ? 0.41 : 0.000_01,
                verdict == Verdict.NO_CHANGE_SHOWN ? 0.82 : 0.000_05,
                verdict == Verdict.NO_CHANGE_SHOWN ? 0.04 : -1,
                verdict == Verdict.NO_CHANGE_SHOWN ? 0.52 : 0,
                OptionalDouble.of(0.61))),
        44 * TENTH,
        verdict);
  }

  static Shift without(List<RunValue> a, List<RunValue> b) {
    return new Shift(a, b, Optional.empty(), 10 * TENTH, Verdict.NOT_ENOUGH_RUNS);
  }

  private static List<RunValue> values(long tenths) {
    List<RunValue> values = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      values.add(new RunValue(i, tenths * TENTH));
    }
    return values;
  }

  /// A probe before and after a repair, measured in turn.
  static Comparison repaired() {
    return comparison(IN_TURN, List.of(), shift(Verdict.FASTER, 3175, 1966, -1209, -1237, -1178));
  }

  static Comparison comparison(MeasuringOrder order, List<Difference> differences, Shift total) {
    return new Comparison(
        side("01before", "before", total.a().size()),
        side("01after", "after", total.b().size()),
        Optional.of(RunState.COLD),
        Origin.START,
        order,
        differences,
        Optional.empty(),
        total,
        List.of(
            new PhaseShift(Phase.DNS, shift(Verdict.NO_CHANGE_SHOWN, 107, 107, 0, -2, 2)),
            new PhaseShift(Phase.WAIT, shift(Verdict.FASTER, 2220, 1006, -1214, -1240, -1186))),
        List.of(
            new LayerShift(
                Layer.DATABASE,
                OptionalLong.of(51),
                OptionalLong.of(2),
                shift(Verdict.FASTER, 1100, 50, -1049, -1100, -1000)),
            new LayerShift(
                Layer.TEMPLATE,
                OptionalLong.empty(),
                OptionalLong.empty(),
                shift(Verdict.FASTER, 200, 30, -165, -170, -160))),
        List.of(
            new LedgerShift(Layer.DNS, side(1, 101, 107), side(1, 101, 107)),
            new LedgerShift(Layer.TEMPLATE, side(0, 0, 200), side(0, 0, 30)),
            new LedgerShift(Layer.DATABASE, side(51, 1040, 1100), side(2, 41, 50))),
        List.of(),
        Optional.of(
            new Attribution(
                Attribution.Basis.PAIRED_MEANS,
                -1209 * TENTH,
                List.of(
                    new Part(Part.What.LAYER, "database", -1049 * TENTH, OptionalLong.of(-49)),
                    new Part(Part.What.LAYER, "template", -165 * TENTH, OptionalLong.empty()),
                    new Part(Part.What.PHASE, "tls", 5 * TENTH, OptionalLong.empty()),
                    new Part(Part.What.LEFT_OVER, "", 0, OptionalLong.empty())))));
  }

  /// A page with a request of each kind of match, and many that did not change.
  static Comparison page(int unchanged) {
    List<ExchangeShift> all = new ArrayList<>();
    for (int i = 0; i < unchanged; i++) {
      all.add(
          exchange(
              MatchedBy.SAME_URL,
              "https://shop.test/img/" + i + ".png",
              "https://shop.test/img/" + i + ".png",
              shift(Verdict.NO_CHANGE_SHOWN, 400, 401, 1, -3, 4)));
    }
    all.add(
        exchange(
            MatchedBy.HASH_IGNORED,
            "https://shop.test/app.41d7.js",
            "https://shop.test/app.9f2c.js",
            shift(Verdict.SLOWER, 400, 500, 100, 90, 110)));
    all.add(
        exchange(
            MatchedBy.ADDED, "", "https://cdn.test/hero.avif", without(List.of(), values(883))));
    all.add(
        exchange(
            MatchedBy.REMOVED, "https://shop.test/2.png", "", without(values(1550), List.of())));
    return new Comparison(
        side("01before", "before", RUNS),
        side("01after", "after", RUNS),
        Optional.of(RunState.WARM),
        Origin.START,
        new MeasuringOrder(false, Duration.ofMinutes(190), true, 4),
        List.of(
            new Difference("resolver", "10.0.0.1:53", "system"),
            new Difference("place", "", "Bern")),
        Optional.empty(),
        shift(Verdict.NO_CHANGE_SHOWN, 5890, 5925, 30, -20, 81),
        List.of(),
        List.of(),
        List.of(),
        all,
        Optional.of(
            new Attribution(
                Attribution.Basis.TRIMMED_MEANS,
                30 * TENTH,
                List.of(
                    new Part(
                        Part.What.EXCHANGE,
                        "https://shop.test/app.9f2c.js",
                        25 * TENTH,
                        OptionalLong.of(1)),
                    new Part(Part.What.LEFT_OVER, "", 5 * TENTH, OptionalLong.empty())))));
  }

  private static ExchangeShift exchange(MatchedBy by, String a, String b, Shift shift) {
    return new ExchangeShift(
        by, side(a, 2), side(b, shift.verdict() == Verdict.SLOWER ? 3 : 2), shift);
  }

  private static Optional<ExchangeSide> side(String url, long trips) {
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ExchangeSide(url, OptionalLong.of(trips), OptionalLong.of(1_000 * trips)));
  }
}
