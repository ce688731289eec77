package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.probe.ProbePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A probe that is made again and again while the window is open: plain GETs of one address, cold.
///
/// @param address what is measured
/// @param interval from one begin to the next; brought into its bounds
/// @param runs of each; brought into its bounds
/// @param last when one was begun last; empty where none was
/// @param budget the file that each is held against; empty for none
public record Schedule(
    String address, Duration interval, int runs, Optional<Instant> last, Optional<Path> budget) {
  /// Probing more often would be a load on somebody else's server.
  public static final Duration LEAST_INTERVAL = Duration.ofMinutes(5);

  public static final Duration LONGEST_INTERVAL = Duration.ofDays(7);

  /// The most runs of one scheduled probe.
  public static final int MOST_RUNS = 20;

  /// The most schedules of a window.
  public static final int MOST = 20;

  public Schedule {
    interval = clamp(interval);
    runs = Math.clamp(runs, 1, Math.min(MOST_RUNS, ProbePlan.MAX_RUNS));
  }

  private static Duration clamp(Duration wanted) {
    if (wanted.compareTo(LEAST_INTERVAL) < 0) {
      return LEAST_INTERVAL;
    }
    return wanted.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : wanted;
  }

  Schedule begun(Instant at) {
    return new Schedule(address, interval, runs, Optional.of(at), budget);
  }
}
