package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.MeasuringOrder;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.report.words.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What to know before a difference is believed: how the two were measured, and what about it was
/// not the same.
public final class CompareCautions {
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long SECONDS_PER_HOUR = 3_600;
  private static final long SECONDS_PER_DAY = 86_400;

  /// From two of a unit on it is used: `90 min`, then `2 h`.
  private static final int FROM = 2;

  private CompareCautions() {}

  /// Sentences, most telling first: they are said before the verdict. Where there is no difference
  /// to believe, only what became of the runs.
  public static List<String> of(Comparison comparison) {
    return of(comparison, "B");
  }

  /// The same of one of a series.
  ///
  /// @param second what its second side is called there
  static List<String> of(Comparison comparison, String second) {
    List<String> all = new ArrayList<>();
    if (comparison.total().estimate().isPresent()) {
      ofMeasuring(comparison, second, all);
    }
    leftOut("A", comparison.a(), all);
    leftOut(second, comparison.b(), all);
    return all;
  }

  private static void ofMeasuring(Comparison comparison, String second, List<String> all) {
    CompareWords.origin(comparison.origin())
        .ifPresent(event -> all.add(say("compare.aligned", event)));
    comparison.environment().forEach(each -> all.add(CompareWords.difference(each, second)));
    MeasuringOrder order = comparison.order();
    if (comparison.a().id().equals(comparison.b().id())) {
      all.add(say("compare.itself", second));
    } else if (!order.interleaved()) {
      all.add(say("compare.separate", apart(order.gap())));
    }
    if (order.drift()) {
      all.add(say("compare.drift"));
    }
  }

  /// `measured in turn`, or `not measured in turn; 3 h apart`.
  public static String order(MeasuringOrder order) {
    return order.interleaved()
        ? say("compare.order.interleaved")
        : say("compare.order.separate", apart(order.gap()));
  }

  /// What is known of how far sessions of this target lie apart by themselves; of no use where the
  /// two were measured in turn.
  static String sessions(MeasuringOrder order) {
    return order.sessions() == 0
        ? say("compare.sessions.none")
        : count("compare.sessions", order.sessions());
  }

  private static void leftOut(String which, Side side, List<String> all) {
    int missing = side.made() - side.counting();
    if (missing > 0) {
      all.add(count("compare.left-out", missing, Numbers.count(side.made()), which));
    }
  }

  /// Such as `3 h` or `40 s`.
  static String apart(Duration gap) {
    long seconds = gap.toSeconds();
    if (seconds >= FROM * SECONDS_PER_DAY) {
      return count("compare.days", seconds / SECONDS_PER_DAY);
    }
    if (seconds >= FROM * SECONDS_PER_HOUR) {
      return count("compare.hours", seconds / SECONDS_PER_HOUR);
    }
    return seconds >= FROM * SECONDS_PER_MINUTE
        ? count("compare.minutes", seconds / SECONDS_PER_MINUTE)
        : count("compare.seconds", seconds);
  }
}
