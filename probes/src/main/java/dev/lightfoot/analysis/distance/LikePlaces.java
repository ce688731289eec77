package dev.lightfoot.analysis.distance;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The places whose names look most like one that nobody has: what a person may have meant.
final class LikePlaces {
  private static final int MOST = 3;

  private LikePlaces() {}

  private record Likeness(Place place, int edits) {}

  /// @param name folded
  static List<Place> of(String name, List<PlaceTable.Entry> entries) {
    int most = Math.max(2, name.length() / 3);
    return entries.stream()
        .map(entry -> new Likeness(entry.place(), edits(name, entry)))
        .filter(like -> like.edits() <= most)
        .sorted(Comparator.comparingInt(Likeness::edits))
        .map(Likeness::place)
        .filter(distinctByName())
        .limit(MOST)
        .toList();
  }

  private static Predicate<Place> distinctByName() {
    Set<String> seen = new HashSet<>();
    return place -> seen.add(place.kind() == Place.Kind.REGION ? place.code() : place.name());
  }

  private static int edits(String name, PlaceTable.Entry entry) {
    int least = Integer.MAX_VALUE;
    for (String each : entry.names()) {
      String folded = PlaceNames.folded(each);
      boolean within = name.length() > 2 && (folded.contains(name) || name.startsWith(folded));
      least = Math.min(least, within ? 1 : PlaceNames.edits(name, folded));
    }
    boolean region = entry.place().kind() == Place.Kind.REGION;
    return region ? PlaceNames.edits(name, PlaceNames.folded(entry.place().code())) : least;
  }
}
