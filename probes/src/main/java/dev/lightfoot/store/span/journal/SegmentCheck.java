package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.Listing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Compares segments with their checksums before a span in them is believed. A store that opens by
/// its index files has read none of them. What is damaged is set aside, and the index rebuilt.
final class SegmentCheck {
  private final Journal journal;
  private final Indexer indexer;
  private final Set<Integer> whole = ConcurrentHashMap.newKeySet();
  private final List<Listing.Damaged> damaged;

  SegmentCheck(Journal journal, Indexer indexer) {
    this.journal = journal;
    this.indexer = indexer;
    damaged = new CopyOnWriteArrayList<>(journal.damaged());
    whole.addAll(journal.unindexed());
  }

  /// What was found damaged so far; where it lies now.
  List<Listing.Damaged> damaged() {
    return List.copyOf(damaged);
  }

  /// Whether these are whole. Where one was not, it is now, but what was known of places is no
  /// longer true.
  boolean areWhole(Collection<Integer> segments) throws IOException {
    boolean all = true;
    for (int segment : segments) {
      all &= isWhole(segment);
    }
    return all;
  }

  private synchronized boolean isWhole(int segment) throws IOException {
    // What this process wrote it has not read from anywhere.
    if (whole.contains(segment) || !journal.wasThere(segment)) {
      return true;
    }
    boolean is;
    try {
      is = SegmentScan.scan(journal.segments().file(segment), (_, _) -> {}).damages().isEmpty();
    } catch (FileNotFoundException e) {
      return true; // dropped meanwhile
    }
    if (!is) {
      damaged.addAll(indexer.mend(() -> journal.mend(segment)));
    }
    whole.add(segment);
    return is;
  }
}
