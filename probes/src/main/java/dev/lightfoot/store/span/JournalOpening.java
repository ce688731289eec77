package dev.lightfoot.store.span;

import dev.lightfoot.store.Listing;
import dev.lightfoot.store.OwnerFiles;
import dev.lightfoot.store.Quarantine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes a journal usable again, whatever ended the program before: cuts off a record that was
/// being written, moves damaged bytes to quarantine, deletes segments whose traces were dropped.
final class JournalOpening {
  private final Segments segments;
  private final Quarantine quarantine;
  private final Set<Integer> droppedSegments = new HashSet<>();
  private final List<Listing.Damaged> damaged = new ArrayList<>();
  private long accepted;
  private long dropped;

  /// What was found.
  ///
  /// @param sizes of the segments that are left, by number
  /// @param accepted spans, ever
  /// @param dropped spans, ever
  /// @param damaged what lies in quarantine since now
  record Found(
      TreeMap<Integer, Long> sizes, long accepted, long dropped, List<Listing.Damaged> damaged) {}

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
      check(segment.getKey());
    }
    for (int number : droppedSegments) {
      if (present.containsKey(number)) {
        Files.delete(segments.file(number));
      }
    }
    OwnerFiles.force(segments.folder());
    return new Found(segments.present(), accepted, dropped, damaged);
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
      droppedSegments.add(drop.segment());
      dropped = Math.max(dropped, droppedBefore + drop.dropped());
    }
  }

  /// Copies the damaged bytes to quarantine, then writes the segment anew without them.
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
