package dev.lightfoot.report.budget;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.budget.LimitResult;
import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.analysis.budget.Measured;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Amounts;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.report.words.Numbers;
import java.math.BigDecimal;
import java.util.OptionalLong;

/// What limits and amounts of their quantities are called.
final class LimitWords {
  private LimitWords() {}

  /// Such as `Round trips, database, of /nplus1/`.
  static String name(Limit limit) {
    String name =
        switch (limit.quantity()) {
          case Quantity.Trips trips ->
              trips
                  .layer()
                  .map(layer -> say("budget.limit.trips.layer", layer.label()))
                  .orElseGet(() -> say("budget.limit.trips"));
          case Quantity.Time time -> time(limit, time);
          case Quantity.Bytes _ -> say("budget.limit.bytes");
          case Quantity.Requests _ -> say("budget.limit.requests");
          case Quantity.Finding finding -> say("budget.limit.finding", finding.rule());
        };
    String narrowed =
        limit.narrowing().url().map(url -> say("budget.limit.url", name, url)).orElse(name);
    return limit
        .narrowing()
        .route()
        .map(route -> say("budget.limit.route", narrowed, route))
        .orElse(narrowed);
  }

  private static String time(Limit limit, Quantity.Time time) {
    String phase = time.phase().map(Phase::label).orElseGet(() -> say("budget.total"));
    if (limit.allowance() instanceof Allowance.WorseBy) {
      return say("budget.limit.time.compared", phase);
    }
    String percentile =
        time.percentile() == Quantity.Time.MEDIAN
            ? say("budget.median")
            : say("budget.percentile", number(time.percentile()));
    return say("budget.limit.time", phase, percentile);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /// Such as `at most 3`.
  static String allowed(Limit limit) {
    return switch (limit.allowance()) {
      case Allowance.AtMost(long max) -> say("budget.most", exactly(limit.quantity(), max));
      case Allowance.WorseBy worse ->
          say(
              "budget.more",
              worse.percent() > 0
                  ? Amounts.ofPercent(worse.percent())
                  : exactly(limit.quantity(), worse.more()),
              worse.baseline());
    };
  }

  /// Such as `51` or `412.3 ms`; a sign where nothing was.
  static String measured(LimitResult result) {
    return result.measured().map(it -> measured(result, it)).orElse(Numbers.UNKNOWN);
  }

  private static String measured(LimitResult result, Measured it) {
    String value = value(result, it.value());
    String told = it.atLeast() ? say("budget.atLeast", value) : value;
    return it.baseline().isPresent()
        ? say("budget.against", told, amount(result.limit().quantity(), it.baseline().getAsLong()))
        : told;
  }

  /// Between which it lies, of how many runs: `395.0 ms to 430.1 ms, 20 runs`.
  static String range(LimitResult result) {
    return result.measured().map(it -> range(result.limit().quantity(), it)).orElse("");
  }

  private static String range(Quantity quantity, Measured it) {
    String runs = count("budget.runs", it.runs());
    return it.low() == it.high()
        ? runs
        : say("budget.range", amount(quantity, it.low()), amount(quantity, it.high()), runs);
  }

  /// Rounded as everywhere, but exactly where it would read like the limit that it breaks.
  static String value(LimitResult result, long value) {
    Quantity quantity = result.limit().quantity();
    OptionalLong max = max(result);
    boolean alike =
        result.verdict() == LimitVerdict.BROKEN
            && max.isPresent()
            && amount(quantity, max.getAsLong()).equals(amount(quantity, value));
    return alike ? exactly(quantity, value) : amount(quantity, value);
  }

  private static OptionalLong max(LimitResult result) {
    return switch (result.limit().allowance()) {
      case Allowance.AtMost(long max) -> OptionalLong.of(max);
      case Allowance.WorseBy worse ->
          result.measured().map(Measured::baseline).filter(OptionalLong::isPresent).isPresent()
              ? OptionalLong.of(worse.max(result.measured().orElseThrow().baseline().getAsLong()))
              : OptionalLong.empty();
    };
  }

  /// As measured amounts are shown.
  static String amount(Quantity quantity, long amount) {
    return switch (quantity) {
      case Quantity.Time _ -> Numbers.duration(amount);
      case Quantity.Bytes _ -> Numbers.bytes(amount);
      case Quantity.Trips _, Quantity.Requests _, Quantity.Finding _ -> Numbers.count(amount);
    };
  }

  /// As a budget file has it.
  static String exactly(Quantity quantity, long amount) {
    return switch (quantity) {
      case Quantity.Time _ -> Amounts.ofNanos(amount);
      case Quantity.Bytes _ -> Amounts.ofBytes(amount);
      case Quantity.Trips _, Quantity.Requests _, Quantity.Finding _ -> Numbers.count(amount);
    };
  }
}
