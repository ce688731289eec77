package dev.lightfoot.report.whatif;

import dev.lightfoot.model.prediction.PathStretch;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The way that a run waits along, in short: of each request what passes in each layer, together.
/// Fifty calls one after the other are one line.
public final class PathInShort {
  private PathInShort() {}

  private record Place(int exchange, String layer) {}

  /// The lines, in the order in which their first part comes. What takes less than a tenth of a
  /// millisecond and no trip is left out.
  public static List<PathStretch> of(List<PathStretch> path) {
    Map<Place, PathStretch> together = new LinkedHashMap<>();
    for (PathStretch each : path) {
      together.merge(new Place(each.exchange(), each.layer()), each, PathInShort::sum);
    }
    List<PathStretch> lines = new ArrayList<>(together.values());
    lines.removeIf(each -> each.nanos() < Numbers.NANOS_PER_TENTH && each.trips() == 0);
    return lines;
  }

  private static PathStretch sum(PathStretch one, PathStretch other) {
    return new PathStretch(
        one.exchange(),
        one.url(),
        one.layer(),
        one.nanos() + other.nanos(),
        one.trips() + other.trips());
  }
}
