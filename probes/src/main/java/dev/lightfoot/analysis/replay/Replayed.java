package dev.lightfoot.analysis.replay;

import java.util.List;

/// A run after its replay.
///
/// @param totalNanos how long it took
/// @param firstByteNanos how long until the first byte of what was asked for was there
/// @param path what it waited for, one after the other, in the order of time
public record Replayed(long totalNanos, long firstByteNanos, List<PathPart> path) {
  public Replayed {
    path = List.copyOf(path);
  }

  static Replayed of(ReplayGraph graph) {
    Job last = null;
    long first = Long.MAX_VALUE;
    for (Job job : graph.jobs()) {
      if (job.counted() && (last == null || job.newEnd() > last.newEnd())) {
        last = job;
      }
      first = job.counted() ? Math.min(first, job.newStart()) : first;
    }
    if (last == null) {
      return new Replayed(0, 0, List.of());
    }
    long from = graph.observed().page().isPresent() ? 0 : first;
    long head = graph.document().map(Job::firstByteNanos).orElse(from);
    return new Replayed(
        Math.max(0, last.newEnd() + graph.afterNanos() - from),
        Math.max(0, head - from),
        new PathWalk().to(last));
  }

  /// Round trips along the path.
  public int trips() {
    return path.stream().mapToInt(PathPart::trips).sum();
  }

  /// Share of the time of which it is known what passed, 0 to 1.
  public double explained() {
    long known = path.stream().filter(PathPart::explained).mapToLong(PathPart::nanos).sum();
    return totalNanos == 0 ? 1 : Math.min(1, (double) known / totalNanos);
  }
}
