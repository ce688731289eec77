package dev.lightfoot.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of time in which something had arrived at this computer, and the program that waited
/// for it was not given it yet: the computer was busy.
///
/// @param atNanos when it had arrived, from the start of the run
/// @param durationNanos how much later the program had it
public record Late(long atNanos, long durationNanos) {
  /// When the program had it.
  public long endNanos() {
    return atNanos + durationNanos;
  }

  /// The same time as stretches that are in order and do not overlap.
  public static List<Late> apart(List<Late> stretches) {
    List<Late> apart = new ArrayList<>();
    stretches.stream()
        .sorted(Comparator.comparingLong(Late::atNanos))
        .forEach(each -> join(apart, each));
    return apart;
  }

  private static void join(List<Late> apart, Late next) {
    if (!apart.isEmpty() && apart.getLast().endNanos() >= next.atNanos()) {
      Late before = apart.removeLast();
      long end = Math.max(before.endNanos(), next.endNanos());
      apart.add(new Late(before.atNanos(), end - before.atNanos()));
    } else {
      apart.add(next);
    }
  }
}
