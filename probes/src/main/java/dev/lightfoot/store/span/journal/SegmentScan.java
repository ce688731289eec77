package dev.lightfoot.store.span.journal;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Reads a segment from its start and distinguishes whole records from damage. Behind damage it
/// goes on at the next mark that a whole record follows.
final class SegmentScan {
  private static final int BLOCK = 1 << 16;

  private final RandomAccessFile file;
  private final long length;
  private final Visitor visitor;
  private final List<Damage> damages = new ArrayList<>();
  private long unfinished;

  /// Takes what is found.
  interface Visitor {
    /// One record.
    ///
    /// @param at where it begins in the file
    /// @param record whole
    void record(long at, byte[] record) throws IOException;
  }

  /// Bytes that are not a record.
  record Damage(long from, long to) {}

  /// What a segment holds beside records.
  ///
  /// @param damages between records
  /// @param unfinishedFrom where a last record begins that was cut; the file's length where none
  ///   was
  record Found(List<Damage> damages, long unfinishedFrom) {}

  private SegmentScan(RandomAccessFile file, long length, Visitor visitor) {
    this.file = file;
    this.length = length;
    this.visitor = visitor;
    this.unfinished = length;
  }

  static Found scan(Path segment, Visitor visitor) throws IOException {
    return scan(segment, 0, Long.MAX_VALUE, visitor);
  }

  /// The same from where a record begins to where one ends.
  static Found scan(Path segment, long from, long to, Visitor visitor) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "r")) {
      SegmentScan scan = new SegmentScan(file, Math.min(file.length(), to), visitor);
      scan.run(from);
      return new Found(List.copyOf(scan.damages), scan.unfinished);
    }
  }

  private void run(long from) throws IOException {
    long at = from;
    while (at < length) {
      byte[] record = recordAt(at);
      if (record.length > 0) {
        visitor.record(at, record);
        at += record.length;
      } else if (isCut(at)) {
        unfinished = at;
        return;
      } else {
        long next = nextRecord(at + 1);
        damages.add(new Damage(at, next));
        at = next;
      }
    }
  }

  /// The whole record that begins there; empty where none does.
  private byte[] recordAt(long at) throws IOException {
    if (at + JournalRecord.HEAD + JournalRecord.FACTS > length) {
      return new byte[0];
    }
    ByteBuffer head = ByteBuffer.wrap(bytes(at, JournalRecord.HEAD));
    int mark = head.getInt();
    int size = head.getInt();
    int checksum = head.getInt();
    if (mark != JournalRecord.MARK
        || size < JournalRecord.FACTS
        || size > JournalRecord.LONGEST
        || at + JournalRecord.HEAD + size > length) {
      return new byte[0];
    }
    byte[] record = bytes(at, JournalRecord.HEAD + size);
    CRC32C crc = new CRC32C();
    crc.update(record, JournalRecord.HEAD, size);
    return (int) crc.getValue() == checksum ? record : new byte[0];
  }

  /// Whether the file ends within a record that begins there: it was never reported as kept.
  private boolean isCut(long at) throws IOException {
    if (nextRecord(at + 1) < length) {
      return false;
    }
    if (length - at < JournalRecord.HEAD) {
      return true;
    }
    ByteBuffer head = ByteBuffer.wrap(bytes(at, JournalRecord.HEAD));
    int mark = head.getInt();
    int size = head.getInt();
    return mark == JournalRecord.MARK && size >= 0 && at + JournalRecord.HEAD + size > length;
  }

  /// Where the next whole record begins; the file's length where none does.
  private long nextRecord(long from) throws IOException {
    for (long block = from; block < length; block += BLOCK - 3) {
      byte[] bytes = bytes(block, (int) Math.min(BLOCK, length - block));
      for (int i = 0; i + 4 <= bytes.length; i++) {
        if (ByteBuffer.wrap(bytes, i, 4).getInt() == JournalRecord.MARK
            && recordAt(block + i).length > 0) {
          return block + i;
        }
      }
    }
    return length;
  }

  private byte[] bytes(long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.seek(at);
    try {
      file.readFully(bytes);
    } catch (EOFException e) {
      throw new IOException("the file became shorter while it was read", e);
    }
    return bytes;
  }
}
