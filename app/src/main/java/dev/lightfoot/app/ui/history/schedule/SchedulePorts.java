package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.probe.ProbeSeries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What scheduled probes need of the world.
///
/// @param series who measures
/// @param ui runs what changes the window, in order
/// @param measuring runs what blocks
/// @param alarm calls back later
/// @param clock the wall clock
/// @param nanoTime a monotonic clock
/// @param random for the jitter
/// @param busy whether the person measures something
/// @param budgets holds what was measured against budget files
public record SchedulePorts(
    ProbeSeries series,
    Executor ui,
    Executor measuring,
    Alarm alarm,
    InstantSource clock,
    LongSupplier nanoTime,
    RandomGenerator random,
    BooleanSupplier busy,
    BudgetGuard budgets) {

  /// Calls back after a while.
  @FunctionalInterface
  public interface Alarm {
    void in(Duration delay, Runnable task);
  }
}
