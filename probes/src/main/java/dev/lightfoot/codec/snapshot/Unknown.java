package dev.lightfoot.codec.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Members that this version does not know, by the object that they belong to.
final class Unknown {
  // Asked twice for each object of a document, and nearly always true.
  private final boolean empty;
  private final Map<String, SortedMap<String, String>> byPlace = new HashMap<>();
  private final Set<String> above = new HashSet<>();

  Unknown(Map<String, String> rawByPointer) {
    empty = rawByPointer.isEmpty();
    rawByPointer.forEach(
        (pointer, raw) -> {
          String place = Pointer.outer(pointer);
          byPlace.computeIfAbsent(place, _ -> new TreeMap<>()).put(Pointer.name(pointer), raw);
          while (above.add(place) && !place.isEmpty()) {
            place = Pointer.outer(place);
          }
        });
  }

  boolean isEmpty() {
    return empty;
  }

  /// As JSON text, by name.
  Map<String, String> at(CharSequence place) {
    return byPlace.getOrDefault(place.toString(), new TreeMap<>());
  }

  /// Whether there are any within that member of that object.
  boolean isBelow(CharSequence place, String member) {
    if (empty) {
      return false;
    }
    StringBuilder pointer = new StringBuilder(place);
    Pointer.append(pointer, member);
    return above.contains(pointer.toString());
  }
}
