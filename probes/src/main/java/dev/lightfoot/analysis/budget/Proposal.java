package dev.lightfoot.analysis.budget;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Limits that a snapshot's own numbers suggest. Trips and requests are exact and get no headroom;
/// bytes and time get as much as their spread shows that they need.
///
/// @param limits each with what it was made from
/// @param runs how many they are taken from
/// @param timeNeeds how many runs a limit on time takes; empty where one is proposed
/// @param layers whether layers behind the server are among the limits
public record Proposal(
    List<Proposed> limits, int runs, Optional<Integer> timeNeeds, boolean layers) {
  /// Headroom of a time at least, as a share of what was measured.
  static final double LEAST_OF_TIME = 0.10;

  /// Headroom of bytes at least.
  static final double LEAST_OF_BYTES = 0.02;

  /// Headroom of a larger share than this is said to be wide.
  static final double WIDE = 0.50;

  private static final double TAIL = 95;
  private static final int DIGITS = 3;

  public Proposal {
    limits = List.copyOf(limits);
  }

  /// One limit.
  ///
  /// @param limit without a note
  /// @param measured what it was made from
  public record Proposed(Limit limit, Measured measured) {
    /// How much there may be.
    public long max() {
      return limit.allowance() instanceof Allowance.AtMost(long max) ? max : 0;
    }

    /// How much more than measured there may be.
    public long headroom() {
      return max() - measured.value();
    }

    /// Whether the runs lie so far apart that the limit lets much through.
    public boolean isWide() {
      return limit.quantity() instanceof Quantity.Time && headroom() > WIDE * measured.value();
    }
  }

  /// What that snapshot suggests.
  public static Proposal of(Snapshot snapshot) {
    Scope scope = Scope.of(snapshot);
    List<Proposed> limits = new ArrayList<>();
    counted(scope, new Quantity.Trips(Optional.empty()), limits);
    List<Layer> layers =
        scope.runs().stream().flatMap(run -> layers(run).stream()).distinct().toList();
    layers.stream()
        .sorted()
        .forEach(layer -> counted(scope, new Quantity.Trips(Optional.of(layer)), limits));
    counted(scope, new Quantity.Requests(), limits);
    counted(scope, new Quantity.Bytes(), limits);
    boolean timed = time(scope, Quantity.Time.MEDIAN, limits);
    time(scope, TAIL, limits);
    return new Proposal(
        limits,
        scope.runs().size(),
        timed ? Optional.empty() : Optional.of(OrderStatistics.needs(Quantity.Time.MEDIAN)),
        !layers.isEmpty());
  }

  /// Where calls to other machines are made.
  private static List<Layer> layers(Run run) {
    return run.spans().stream()
        .map(Span::layer)
        .filter(
            layer ->
                switch (layer) {
                  case DATABASE, CACHE, EXTERNAL -> true;
                  default -> false;
                })
        .distinct()
        .toList();
  }

  private static Limit limit(Quantity quantity, long max) {
    return new Limit(quantity, Narrowing.NONE, new Allowance.AtMost(max), Optional.empty(), 0);
  }

  private static void counted(Scope scope, Quantity quantity, List<Proposed> into) {
    CountMeasure.of(scope, limit(quantity, 0))
        .measured()
        .filter(it -> !it.atLeast())
        .ifPresent(
            it ->
                into.add(
                    new Proposed(
                        limit(quantity, quantity instanceof Quantity.Bytes ? bytes(it) : it.high()),
                        it)));
  }

  private static long bytes(Measured it) {
    long least = (long) Math.ceil(it.value() * LEAST_OF_BYTES);
    return roundedUp(it.high() + Math.max(it.high() - it.low(), least));
  }

  private static boolean time(Scope scope, double percentile, List<Proposed> into) {
    Quantity.Time time = new Quantity.Time(Optional.empty(), percentile);
    Optional<Measured> measured = TimeMeasure.of(scope, Narrowing.NONE, time).measured();
    measured.ifPresent(
        it -> {
          long width = it.high() - it.low();
          long least = it.value() + (long) Math.ceil(it.value() * LEAST_OF_TIME);
          long max = roundedUp(Math.max(it.high() + width, least));
          into.add(new Proposed(limit(time, max), it));
        });
    return measured.isPresent();
  }

  /// To three digits: what people can say.
  static long roundedUp(long amount) {
    long step = 1;
    while (amount / step >= Math.powExact(10L, DIGITS)) {
      step *= 10;
    }
    return Math.ceilDiv(amount, step) * step;
  }
}
