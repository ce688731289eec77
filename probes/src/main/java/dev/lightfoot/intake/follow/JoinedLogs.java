package dev.lightfoot.intake.follow;

import dev.lightfoot.analysis.join.Joined;
import dev.lightfoot.intake.FileReading;
import java.util.List;

/// What a [LogJoin] gives.
///
/// @param joined the runs with what was recorded for them
/// @param readings what became of each log
/// @param left entries that were left out because there were more than [LogJoin#MOST_SPANS]
/// @param notFound numbers, from 1, of the runs that count and of which nothing was recorded by the
///   time that waiting ended
public record JoinedLogs(
    Joined joined, List<FileReading> readings, long left, List<Integer> notFound) {
  public JoinedLogs {
    readings = List.copyOf(readings);
    notFound = List.copyOf(notFound);
  }
}
