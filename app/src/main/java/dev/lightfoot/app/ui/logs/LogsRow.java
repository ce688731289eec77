package dev.lightfoot.app.ui.logs;

import dev.lightfoot.analysis.route.RouteKey;
import dev.lightfoot.analysis.route.RouteStatistics;
import java.util.List;

/// One route, or one kind of statement or call to a cache.
///
/// @param counted what its requests have in common
/// @param slowest the longest of each step of the time; empty where there is no picture
record LogsRow(RouteStatistics counted, List<Long> slowest) {
  RouteKey key() {
    return counted.key();
  }

  String service() {
    return key().service().orElse("");
  }

  /// Whether there are requests without a duration, which its percentiles say nothing of.
  boolean isPartlyTimed() {
    return counted.durations().count() < counted.count();
  }

  /// Whether both tell of the same route.
  boolean isOf(LogsRow other) {
    return key().equals(other.key());
  }

  /// What is counted.
  enum Kind {
    ROUTES,
    STATEMENTS,
    CACHE
  }
}
