package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Quantity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds a snapshot against a budget.
public final class BudgetCheck {
  private final Snapshot snapshot;
  private final Function<Snapshot, Sifted> findings;
  private @Nullable Sifted sifted;
  private final Scope scope;
  private final Map<String, Snapshot> baselines;

  private final Comparing comparing;
  private final Map<String, Comparison> compared = new HashMap<>();

  private BudgetCheck(
      Snapshot snapshot,
      Map<String, Snapshot> baselines,
      Comparing comparing,
      Function<Snapshot, Sifted> findings) {
    this.snapshot = snapshot;
    this.findings = findings;
    this.scope = Scope.of(snapshot);
    this.baselines = baselines;
    this.comparing = comparing;
  }

  /// How each limit stands, in the order of the budget, nothing being acknowledged.
  ///
  /// @param baselines those that the limits name, by that name
  /// @param comparing how times are compared with those of a baseline
  public static List<LimitResult> of(
      Budget budget, Snapshot snapshot, Map<String, Snapshot> baselines, Comparing comparing) {
    return of(
        budget,
        snapshot,
        baselines,
        comparing,
        it -> Sifted.of(Examination.of(it), List.of(), LocalDate.EPOCH));
  }

  /// The same, with findings that someone lives with.
  ///
  /// @param findings what the rules say of the snapshot, asked for where a limit is about it
  public static List<LimitResult> of(
      Budget budget,
      Snapshot snapshot,
      Map<String, Snapshot> baselines,
      Comparing comparing,
      Function<Snapshot, Sifted> findings) {
    BudgetCheck check = new BudgetCheck(snapshot, baselines, comparing, findings);
    return budget.limits().stream().map(check::result).toList();
  }

  private LimitResult result(Limit limit) {
    if (scope.runs().isEmpty()) {
      return LimitResult.unmeasurable(limit, Unmeasurable.Known.NO_RUN);
    }
    LimitResult result =
        switch (limit.quantity()) {
          case Quantity.Time time -> time(limit, time);
          case Quantity.Trips _, Quantity.Bytes _, Quantity.Requests _ -> counted(limit);
          case Quantity.Finding finding -> found(limit, finding.rule());
        };
    return result.warning(Looseness.of(result, matchesAny(limit)));
  }

  private boolean matchesAny(Limit limit) {
    return scope.runs().stream()
        .anyMatch(run -> new RunNumbers(scope, run, limit.narrowing()).any());
  }

  private LimitResult found(Limit limit, String rule) {
    FindingMeasure measure = new FindingMeasure(snapshot, sifted(), limit.narrowing());
    Optional<Unmeasurable> why = measure.unmeasurable(rule);
    return why.isPresent()
        ? LimitResult.unmeasurable(limit, why.get())
        : held(
            limit,
            measure.measured(rule, scope.runs().size()),
            limit.allowance() instanceof Allowance.AtMost(long max) ? max : 0);
  }

  private Sifted sifted() {
    if (sifted == null) {
      sifted = findings.apply(snapshot);
    }
    return sifted;
  }

  private LimitResult time(Limit limit, Quantity.Time time) {
    return switch (limit.allowance()) {
      case Allowance.AtMost(long max) -> {
        TimeMeasure measure = TimeMeasure.of(scope, limit.narrowing(), time);
        yield measure
            .measured()
            .map(it -> LimitResult.of(limit, it.low() > max, it))
            .orElseGet(() -> LimitResult.unmeasurable(limit, measure.unmeasurable().orElseThrow()));
      }
      case Allowance.WorseBy worse ->
          new TimeShift(baseline(worse), comparison(worse)).result(limit, time.phase(), worse);
    };
  }

  private LimitResult counted(Limit limit) {
    CountMeasure own = CountMeasure.of(scope, limit);
    if (own.measured().isEmpty()) {
      return LimitResult.unmeasurable(limit, own.unmeasurable().orElseThrow());
    }
    Measured measured = own.measured().get();
    return switch (limit.allowance()) {
      case Allowance.AtMost(long max) -> held(limit, measured, max);
      case Allowance.WorseBy worse -> {
        CountMeasure before = CountMeasure.of(Scope.of(baseline(worse)), limit);
        if (before.measured().isEmpty()) {
          yield LimitResult.unmeasurable(limit, before.unmeasurable().orElseThrow());
        }
        long base = before.measured().get().value();
        yield before.measured().get().atLeast()
            ? LimitResult.unmeasurable(limit, new Unmeasurable.MayBeMore(base))
            : held(limit, measured.against(base), worse.max(base));
      }
    };
  }

  /// At least so many break a limit for sure, but never keep it.
  private static LimitResult held(Limit limit, Measured measured, long max) {
    boolean broken = measured.value() > max;
    return measured.atLeast() && !broken
        ? LimitResult.unmeasurable(
            limit, new Unmeasurable.MayBeMore(measured.value()), Optional.of(measured))
        : LimitResult.of(limit, broken, measured);
  }

  private Comparison comparison(Allowance.WorseBy worse) {
    return compared.computeIfAbsent(worse.baseline(), _ -> comparing.of(baseline(worse), snapshot));
  }

  private Snapshot baseline(Allowance.WorseBy worse) {
    Snapshot baseline = baselines.get(worse.baseline());
    if (baseline == null) {
      throw new IllegalArgumentException("no baseline " + worse.baseline());
    }
    return baseline;
  }
}
