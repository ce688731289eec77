package dev.lightfoot.store.span.journal;

import java.util.Set;
import java.util.TreeMap;

/// What became of spans so far, and the bytes they take.
///
/// @param droppedThrough the last segment whose traces were dropped; -1 for none
/// @param sizes of the segments by number
/// @param closed those that nothing is written to any more
record JournalState(
    long accepted,
    long dropped,
    int droppedThrough,
    TreeMap<Integer, Long> sizes,
    Set<Integer> closed) {
  /// As the index file of a segment has it.
  IndexFile.Books books(int segment) {
    return new IndexFile.Books(sizes.getOrDefault(segment, 0L), accepted, dropped, droppedThrough);
  }
}
