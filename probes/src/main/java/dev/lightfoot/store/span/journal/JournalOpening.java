package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.Listing;
import dev.lightfoot.store.OwnerFiles;
import dev.lightfoot.store.Quarantine;
import dev.lightfoot.store.span.SpanBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes a journal usable again, whatever ended the program before: cuts off a record that was
/// being written, moves damaged bytes to quarantine, deletes segments whose traces were dropped.
final class JournalOpening {
  private final Segments segments;
  private final Quarantine quarantine;
  private final List<Listing.Damaged> damaged = new ArrayList<>();
  private final Set<Integer> unindexed = new TreeSet<>();
  private long accepted;
  private long dropped;
  private int droppedThrough = -1;

  /// What was found.
  ///
  /// @param sizes of the segments that are left, by number
  /// @param accepted spans, ever
  /// @param dropped spans, ever
  /// @param droppedThrough the last segment whose traces were dropped; -1 for none
  /// @param unindexed segments that were read, because there was no index of them
  /// @param damaged what lies in quarantine since now
  record Found(
      TreeMap<Integer, Long> sizes,
      long accepted,
      long dropped,
      int droppedThrough,
      Set<Integer> unindexed,
      List<Listing.Damaged> damaged) {}

  private JournalOpening(Segments segments) {
    this.segments = segments;
    this.quarantine = new Quarantine(segments.folder().resolve("quarantine"));
  }

  static Found open(Segments segments) throws IOException {
    return new JournalOpening(segments).open();
  }

  private Found open() throws IOException {
    TreeMap<Integer, Long> present = segments.present();
    for (Map.Entry<Integer, Long> segment : present.entrySet()) {
      Optional<IndexFile.Books> books =
          IndexFile.books(segments.index(segment.getKey()), segment.getValue());
      if (books.isPresent()) {
        accepted = Math.max(accepted, books.get().accepted());
        dropped = Math.max(dropped, books.get().dropped());
        droppedThrough = Math.max(droppedThrough, books.get().droppedThrough());
      } else {
        check(segment.getKey());
        unindexed.add(segment.getKey());
      }
    }
    for (int number : present.headMap(droppedThrough, true).keySet()) {
      Files.delete(segments.file(number));
      Files.deleteIfExists(segments.index(number));
    }
    OwnerFiles.force(segments.folder());
    return new Found(segments.present(), accepted, dropped, droppedThrough, unindexed, damaged);
  }

  /// Sets damaged bytes of a closed segment aside.
  static List<Listing.Damaged> mend(Segments segments, int number) throws IOException {
    JournalOpening opening = new JournalOpening(segments);
    opening.check(number);
    return opening.damaged;
  }

  private void check(int number) throws IOException {
    Path file = segments.file(number);
    SegmentScan.Found found = SegmentScan.scan(file, (_, record) -> balance(record));
    if (found.unfinishedFrom() < Files.size(file)) {
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
        open.setLength(found.unfinishedFrom());
        open.getFD().sync();
      }
    }
    if (!found.damages().isEmpty()) {
      setAside(file, found.damages());
    }
  }

  private void balance(byte[] record) {
    ByteBuffer facts =
        ByteBuffer.wrap(record, JournalRecord.HEAD, record.length - JournalRecord.HEAD);
    byte kind = facts.get();
    long acceptedBefore = facts.getLong();
    long droppedBefore = facts.getLong();
    accepted = Math.max(accepted, acceptedBefore);
    dropped = Math.max(dropped, droppedBefore);
    if (kind == JournalRecord.SPANS) {
      accepted = Math.max(accepted, acceptedBefore + facts.getInt());
    } else if (kind == JournalRecord.DROP) {
      JournalRecord.Drop drop = JournalRecord.Drop.read(record);
      droppedThrough = Math.max(droppedThrough, drop.segment());
      dropped = Math.max(dropped, droppedBefore + drop.dropped());
    }
  }

  /// Copies the damaged bytes to quarantine, then rewrites the segment without them.
  private void setAside(Path file, List<SegmentScan.Damage> damages) throws IOException {
    for (SegmentScan.Damage damage : damages) {
      String name = "%s.bytes-%d-%d".formatted(file.getFileName(), damage.from(), damage.to());
      Path part = segments.folder().resolve(name);
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
        byte[] bytes = new byte[Math.toIntExact(damage.to() - damage.from())];
        open.seek(damage.from());
        open.readFully(bytes);
        OwnerFiles.write(part, bytes);
      }
      damaged.add(
          quarantine.take(
              part,
              "Bytes %d to %d of %s are damaged: spans that lay in them are lost, the rest is kept."
                  .formatted(damage.from(), damage.to(), file)));
    }
    SpanBytes whole = new SpanBytes(Math.toIntExact(Files.size(file)));
    SegmentScan.scan(file, (_, record) -> whole.putBytes(record, record.length));
    OwnerFiles.write(file, java.util.Arrays.copyOf(whole.array(), whole.size()));
  }
}
