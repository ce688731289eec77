package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.OwnTimes;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the [Headline] of a comparison: the verdict; what moved the total, round trips first, for
/// they need no statistics; and how it was measured.
public final class CompareHeadline {
  /// More parts than these are not read in a sentence: the others are added up.
  private static final int PARTS = 3;

  private CompareHeadline() {}

  public static Headline of(Comparison comparison) {
    return new Headline(
        verdict(comparison),
        Stream.of(trips(comparison), comparison.attribution().map(CompareHeadline::sum))
            .flatMap(Optional::stream)
            .reduce((one, other) -> one + " " + other),
        caption(comparison),
        Optional.empty(),
        List.of());
  }

  /// Such as `B is faster by 120.9 ms; 95 % interval 117.8 to 123.7 ms.`
  public static String verdict(Comparison comparison) {
    Shift total = comparison.total();
    if (total.estimate().isEmpty()) {
      return nothing(comparison);
    }
    Estimate estimate = total.estimate().get();
    return switch (total.verdict()) {
      case FASTER -> moved("compare.faster", -estimate.shiftNanos(), estimate, true);
      case SLOWER -> moved("compare.slower", estimate.shiftNanos(), estimate, false);
      case NO_CHANGE_SHOWN ->
          say(
              Math.abs(estimate.shiftNanos()) > total.floorNanos()
                  ? "compare.same.chance"
                  : "compare.same.floor",
              CompareWords.signed(estimate.shiftNanos()),
              CompareWords.interval(estimate),
              Numbers.duration(total.floorNanos()),
              CompareWords.p(estimate.p()));
      case NOT_ENOUGH_RUNS ->
          say(
              "compare.few",
              Numbers.count(comparison.a().counting()),
              Numbers.count(comparison.b().counting()),
              CompareWords.signed(estimate.shiftNanos()),
              Numbers.count(Verdict.FEWEST_RUNS));
    };
  }

  /// Sizes without a sign, for the word has the direction; signed ones where the interval holds 0.
  private static String moved(String key, long size, Estimate estimate, boolean faster) {
    String interval =
        estimate.lowNanos() < 0 && estimate.highNanos() > 0
            ? say("compare.moved.both", CompareWords.interval(estimate))
            : say(
                "compare.moved",
                Numbers.millis(faster ? -estimate.highNanos() : estimate.lowNanos()),
                Numbers.millis(faster ? -estimate.lowNanos() : estimate.highNanos()));
    return say(key, Numbers.duration(size), interval);
  }

  private static String nothing(Comparison comparison) {
    boolean a = comparison.a().counting() == 0;
    boolean b = comparison.b().counting() == 0;
    if (a || b) {
      return say(a && b ? "compare.none.both" : a ? "compare.none.a" : "compare.none.b");
    }
    return say(comparison.state().isEmpty() ? "compare.none.state" : "compare.none.event");
  }

  private static Optional<String> trips(Comparison comparison) {
    List<String> changes = new ArrayList<>();
    for (LayerShift layer : comparison.layers()) {
      CompareWords.tripsChanged(layer).ifPresent(changes::add);
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes) + ".");
  }

  /// What moved the total, as a sum of which each number is rounded so that they add up: `On
  /// average −120.9 ms = −104.9 on 49 fewer database trips, −16.5 on template, +0.5 left over.`
  public static String sum(Attribution attribution) {
    long total = Numbers.tenths(attribution.totalNanos());
    List<Part> parts = attribution.parts();
    long[] tenths = Rounding.toTenths(parts.stream().mapToLong(Part::nanos).toArray(), total);
    List<String> said = new ArrayList<>();
    long others = 0;
    for (int i = 0; i < tenths.length; i++) {
      Part part = parts.get(i);
      if (part.what() == Part.What.LEFT_OVER || tenths[i] == 0 || said.size() == PARTS) {
        others += tenths[i];
      } else {
        said.add(
            say(
                "compare.sum.part",
                CompareWords.signedOfTenths(tenths[i]),
                CompareWords.part(part)));
      }
    }
    if (said.isEmpty()) {
      return total == 0
          ? say("compare.sum.zero")
          : say("compare.sum.nothing", CompareWords.signedOfTenths(total));
    }
    if (others != 0) {
      said.add(say("compare.sum.others", CompareWords.signedOfTenths(others)));
    }
    return say("compare.sum", CompareWords.signedOfTenths(total), String.join(", ", said));
  }

  private static String own(OwnTimes own) {
    return say("compare.caption.own", CompareTables.median(own.a()), CompareTables.median(own.b()));
  }

  /// How it was measured: `20 + 20 cold runs, measured in turn`.
  public static String caption(Comparison comparison) {
    List<String> parts = new ArrayList<>();
    Side a = comparison.a();
    Side b = comparison.b();
    parts.add(
        comparison
            .state()
            .map(
                state ->
                    say(
                        "compare.caption.runs",
                        Numbers.count(a.counting()),
                        Numbers.count(b.counting()),
                        PhaseNames.of(state)))
            .orElseGet(() -> say("compare.caption.none")));
    CompareWords.origin(comparison.origin())
        .ifPresent(event -> parts.add(say("compare.caption.from", event)));
    parts.add(CompareCautions.order(comparison.order()));
    comparison.own().ifPresent(own -> parts.add(own(own)));
    if (!comparison.environment().isEmpty()) {
      parts.add(
          say(
              "compare.caption.differs",
              String.join(
                  ", ", comparison.environment().stream().map(CompareWords::differing).toList())));
    }
    return String.join(" · ", parts);
  }
}
