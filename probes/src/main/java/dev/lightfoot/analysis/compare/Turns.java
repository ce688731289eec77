package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import dev.lightfoot.analysis.summary.RunTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether the runs of two sides were made in turn, and how long lies between the sides where not.
///
/// @param inTurn whether the sides took turns
/// @param bFirst whether B was measured before A, where they did not
/// @param gap between them
record Turns(boolean inTurn, boolean bFirst, Duration gap) {
  /// Of so many changes of side per run of the shorter side at least: A B B A has one, A B A B two,
  /// one side after the other has one in all.
  private static final double CHANGES_PER_RUN = 0.5;

  private static final int FEWEST_CHANGES = 2;

  static Turns of(ComparedRuns a, ComparedRuns b) {
    if (a.runs().isEmpty() || b.runs().isEmpty()) {
      Duration apart =
          Duration.between(a.snapshot().takenAt().toInstant(), b.snapshot().takenAt().toInstant());
      return new Turns(false, apart.isNegative(), apart.abs());
    }
    int fewer = Math.min(a.runs().size(), b.runs().size());
    if (changes(a.runs(), b.runs()) >= Math.max(FEWEST_CHANGES, CHANGES_PER_RUN * fewer)) {
      return new Turns(true, false, Duration.ZERO);
    }
    boolean bFirst = start(b).isBefore(start(a));
    Duration gap = bFirst ? Duration.between(end(b), start(a)) : Duration.between(end(a), start(b));
    return new Turns(false, bFirst, gap.isNegative() ? Duration.ZERO : gap);
  }

  private static int changes(List<ComparedRun> a, List<ComparedRun> b) {
    int changes = 0;
    int ofA = 0;
    int ofB = 0;
    boolean wasB = false;
    while (ofA < a.size() || ofB < b.size()) {
      boolean isB = ofA == a.size() || (ofB < b.size() && at(b.get(ofB)).isBefore(at(a.get(ofA))));
      changes += ofA + ofB > 0 && isB != wasB ? 1 : 0;
      wasB = isB;
      ofA += isB ? 0 : 1;
      ofB += isB ? 1 : 0;
    }
    return changes;
  }

  private static Instant at(ComparedRun run) {
    return run.run().startedAt().toInstant();
  }

  private static Instant start(ComparedRuns side) {
    return at(side.runs().getFirst());
  }

  private static Instant end(ComparedRuns side) {
    ComparedRun last = side.runs().getLast();
    return at(last).plusNanos(RunTime.nanos(last.run()));
  }
}
