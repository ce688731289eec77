package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Narrowing;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Limits and snapshots made by hand.
public final class Budgets {
  private Budgets() {}

  public static Limit limit(Quantity quantity, long max) {
    return limit(quantity, new Allowance.AtMost(max));
  }

  public static Limit limit(Quantity quantity, Allowance allowance) {
    return new Limit(quantity, Narrowing.NONE, allowance, Optional.empty(), 3);
  }

  public static Limit narrowed(Limit limit, String route, String url) {
    Narrowing narrowing =
        new Narrowing(
            Optional.of(route).filter(text -> !text.isEmpty()),
            Optional.of(url).filter(text -> !text.isEmpty()));
    return new Limit(limit.quantity(), narrowing, limit.allowance(), limit.note(), limit.line());
  }

  public static Quantity trips() {
    return new Quantity.Trips(Optional.empty());
  }

  public static Quantity trips(Layer layer) {
    return new Quantity.Trips(Optional.of(layer));
  }

  public static Quantity median() {
    return new Quantity.Time(Optional.empty(), Quantity.Time.MEDIAN);
  }

  public static Quantity time(Phase phase, double percentile) {
    return new Quantity.Time(Optional.of(phase), percentile);
  }

  /// Cold runs a millisecond apart in no order that drifts; the fastest takes 317.5 ms.
  public static Snapshot cold(int runs) {
    return Samples.snapshot(
        Samples.TARGET,
        IntStream.range(0, runs)
            .mapToObj(i -> Samples.cold((i * 37L % runs) * 1_000))
            .toArray(Run[]::new));
  }

  /// A run with what nginx, gunicorn, Django and PostgreSQL logged of it: 51 statements.
  public static Snapshot opened() {
    return opened(51);
  }

  /// The same of which Django logged only so many statements.
  public static Snapshot opened(int statements) {
    Run plain = ShopLogs.run();
    ShopLogs logs = ShopLogs.of(plain);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0).subList(0, statements));
    return joined(plain, spans);
  }

  /// A run of which only a proxy's access log knows.
  public static Snapshot logged() {
    Run plain = ShopLogs.run();
    return joined(plain, List.of(ShopLogs.of(plain).nginx(0)));
  }

  private static Snapshot joined(Run plain, List<Span> spans) {
    return Samples.snapshot(
        Samples.TARGET, Join.of(List.of(plain), spans).runs().toArray(Run[]::new));
  }

  public static LimitResult check(Limit limit, Snapshot snapshot) {
    return check(limit, snapshot, snapshot);
  }

  public static LimitResult check(Limit limit, Snapshot snapshot, Snapshot baseline) {
    return BudgetCheck.of(
            new Budget(List.of(limit)), snapshot, Map.of("before", baseline), Comparison::of)
        .getFirst();
  }
}
