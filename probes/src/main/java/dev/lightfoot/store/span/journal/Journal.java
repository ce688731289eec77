package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.Listing;
import dev.lightfoot.store.StoreFault;
import dev.lightfoot.store.span.SpanBytes;
import dev.lightfoot.store.span.SpanRetention;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The record of all spans: records appended to segments and forced to disk before they are
/// reported as kept. Batches that come while the disk is busy share one force.
///
/// A record that cannot be written is taken back: the file ends where it ended before.
final class Journal implements Closeable {
  /// Segments are cut so that each is about this part of what is kept: what is dropped at once.
  static final int PARTS = 32;

  private final Segments segments;
  private final long segmentBytes;
  private final long segmentSpans;
  private final Committed committed;
  private final List<Listing.Damaged> damaged;
  private final Set<Integer> unindexed;
  private final int lastFound;
  private final ReentrantLock writing = new ReentrantLock();
  private final ConcurrentLinkedQueue<Turn> waiting = new ConcurrentLinkedQueue<>();

  // all below: with the lock
  private final TreeMap<Integer, Long> sizes;
  private @Nullable OpenSegment open;
  private int current;
  private long spansInCurrent;
  private long accepted;
  private long dropped;
  private int droppedThrough;
  private boolean closed;

  /// Takes each batch that is on disk, in the journal's order.
  interface Committed {
    /// This record is on disk.
    ///
    /// @param at where it begins: segment in the upper half, offset in the lower
    void committed(JournalRecord record, long at);
  }

  private static final class Turn {
    private final JournalRecord record;
    private boolean done;
    private @Nullable IOException failure;

    Turn(JournalRecord record) {
      this.record = record;
    }
  }

  Journal(Path folder, SpanRetention retention, Committed committed) throws IOException {
    segments = new Segments(folder);
    segmentBytes = Math.clamp(retention.bytes() / PARTS, 1, Integer.MAX_VALUE / 2);
    segmentSpans = Math.max(1, retention.spans() / PARTS);
    this.committed = committed;
    JournalOpening.Found found = JournalOpening.open(segments);
    sizes = found.sizes();
    unindexed = found.unindexed();
    accepted = found.accepted();
    dropped = found.dropped();
    droppedThrough = found.droppedThrough();
    damaged = found.damaged();
    // A segment is never written to again by another process: how full it is of spans is forgotten.
    current = sizes.isEmpty() ? 0 : sizes.lastKey();
    lastFound = current;
  }

  static long place(int segment, long offset) {
    return ((long) segment << 32) | offset;
  }

  static int segment(long place) {
    return (int) (place >>> 32);
  }

  static int offset(long place) {
    return (int) place;
  }

  /// What was found damaged when it was opened.
  List<Listing.Damaged> damaged() {
    return damaged;
  }

  Segments segments() {
    return segments;
  }

  /// Segments that were read when it was opened, because there was no index of them.
  Set<Integer> unindexed() {
    return unindexed;
  }

  /// Whether that segment was written by an earlier process.
  boolean wasThere(int segment) {
    return segment <= lastFound;
  }

  /// What became of spans so far.
  JournalState state() {
    writing.lock();
    try {
      Set<Integer> ended = new TreeSet<>(sizes.keySet());
      if (open != null) {
        ended.remove(current);
      }
      return new JournalState(accepted, dropped, droppedThrough, new TreeMap<>(sizes), ended);
    } finally {
      writing.unlock();
    }
  }

  /// Keeps a record. When this returns it is on disk.
  void append(JournalRecord record) throws IOException {
    Turn turn = new Turn(record);
    waiting.add(turn);
    writing.lock();
    try {
      if (!turn.done) {
        writeAllThatWait();
      }
    } finally {
      writing.unlock();
    }
    if (turn.failure != null) {
      // Each caller gets an exception of its own, with its own stack.
      throw StoreFault.of("The spans were not kept", segments.folder(), turn.failure);
    }
  }

  private void writeAllThatWait() {
    List<Turn> group = new ArrayList<>();
    long bytes = 0;
    for (Turn next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      bytes += next.record.size();
      if (bytes > segmentBytes) {
        write(group);
        group.clear();
        bytes = 0;
      }
    }
    if (!group.isEmpty()) {
      write(group);
    }
  }

  private void write(List<Turn> group) {
    IOException failure = null;
    try {
      commit(group);
    } catch (IOException e) {
      failure = e;
    }
    for (Turn turn : group) {
      turn.failure = failure;
      turn.done = true;
    }
  }

  private void commit(List<Turn> group) throws IOException {
    OpenSegment segment = writable();
    long before = segment.size();
    long acceptedAfter = accepted;
    SpanBytes bytes = new SpanBytes(group.stream().mapToInt(turn -> turn.record.size()).sum());
    List<Long> places = new ArrayList<>();
    for (Turn turn : group) {
      turn.record.seal(acceptedAfter, dropped);
      places.add(place(current, before + bytes.size()));
      bytes.putBytes(turn.record.array(), turn.record.size());
      acceptedAfter += turn.record.spans();
    }
    try {
      segment.append(bytes);
    } catch (IOException e) {
      // It is unknown what the file holds beyond this point: what follows goes to another one.
      open = null;
      throw e;
    }
    sizes.put(current, segment.size());
    spansInCurrent += acceptedAfter - accepted;
    accepted = acceptedAfter;
    for (int i = 0; i < places.size(); i++) {
      committed.committed(group.get(i).record, places.get(i));
    }
  }

  private OpenSegment writable() throws IOException {
    if (closed) {
      throw new IOException("the store is closed");
    }
    OpenSegment segment = open;
    if (segment != null && segment.size() < segmentBytes && spansInCurrent < segmentSpans) {
      return segment;
    }
    return nextSegment();
  }

  private OpenSegment nextSegment() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
    if (!Files.isDirectory(segments.folder())) {
      throw new IOException(StoreFault.vanished(segments.folder()));
    }
    OpenSegment segment = OpenSegment.create(segments, current + 1);
    current++;
    sizes.put(current, 0L);
    spansInCurrent = 0;
    open = segment;
    return segment;
  }

  /// Something to do while nothing is written.
  interface Still<T, E extends Exception> {
    T run() throws IOException, E;
  }

  /// Does that while all others wait to write.
  <T, E extends Exception> T still(Still<T, E> task) throws IOException, E {
    writing.lock();
    try {
      return task.run();
    } finally {
      writing.unlock();
    }
  }

  /// The oldest segment that is there; -1 where none is. It is closed to writing.
  int sealOldest() throws IOException {
    return still(
        () -> {
          if (sizes.isEmpty()) {
            return -1;
          }
          int oldest = sizes.firstKey();
          if (oldest == current && open != null) {
            nextSegment();
          }
          return oldest;
        });
  }

  /// Notes that a segment's traces are dropped, then deletes it.
  void drop(JournalRecord.Drop drop) throws IOException {
    still(
        () -> {
          commit(List.of(new Turn(JournalRecord.ofDrop(drop))));
          dropped += drop.dropped();
          droppedThrough = Math.max(droppedThrough, drop.segment());
          sizes.remove(drop.segment());
          Files.deleteIfExists(segments.index(drop.segment()));
          return Files.deleteIfExists(segments.file(drop.segment()));
        });
  }

  /// Takes damaged bytes out of a segment that is closed; to be called while nothing is written.
  List<Listing.Damaged> mend(int segment) throws IOException {
    Files.deleteIfExists(segments.index(segment));
    List<Listing.Damaged> found = JournalOpening.mend(segments, segment);
    sizes.put(segment, Files.size(segments.file(segment)));
    return found;
  }

  @Override
  public void close() throws IOException {
    writing.lock();
    try {
      closed = true;
      if (open != null) {
        open.close();
        open = null;
      }
    } finally {
      writing.unlock();
    }
  }
}
