package dev.lightfoot.truth;

import java.util.Map;
import java.util.TreeMap;

/// What one program said of one run, or what the capture shows of it.
///
/// @param fromNanos when the run began, wall clock
/// @param toNanos when it had ended
/// @param phases durations in nanoseconds, by name
/// @param trips counted round trips, by phase; none where the program counts none
record Sample(long fromNanos, long toNanos, Map<String, Long> phases, Map<String, Integer> trips) {
  Sample {
    phases = new TreeMap<>(phases);
    trips = new TreeMap<>(trips);
  }
}
