package dev.lightfoot.store.span.journal;

import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.store.OwnerFiles;
import dev.lightfoot.store.span.SpanBytes;
import dev.lightfoot.store.span.SpanBytesReader;
import dev.lightfoot.store.span.TraceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// What a closed segment came to, beside it on disk, so that opening a store need not read the
/// spans. Checked as a whole before it is believed; rebuilt from the segment where it is missing,
/// damaged or of another segment.
///
/// @param books what the journal said when it was written
/// @param block the rows
/// @param keys what stands in columns of each row, packed
record IndexFile(Books books, IndexBlock block, SpanBytesReader keys, int size) {
  /// `LFI` and the version: of the format, and of what is taken from the spans.
  private static final int MARK = 0x4C464901;

  private static final int HEAD = 8;

  /// What holds for the journal as a whole.
  ///
  /// @param length of the segment
  /// @param accepted spans, ever
  /// @param dropped spans, ever
  /// @param droppedThrough the last segment whose traces were dropped; -1 for none
  record Books(long length, long accepted, long dropped, int droppedThrough) {}

  /// The rows of one segment, packed as they come: a segment of 300 000 traces would fill half a
  /// gigabyte as objects.
  static final class Rows {
    private final IndexBlock block = new IndexBlock();
    private final SpanBytes keys = new SpanBytes(1 << 12);
    private int size;

    void add(TraceRow row) {
      int before = block.bytes().size();
      block.add(row);
      putKey(keys, IndexBlock.Key.of(row), block.bytes().size() - before);
      size++;
    }
  }

  /// Writes the rows of one segment.
  static void write(Path file, Books books, Rows rows) throws IOException {
    IndexBlock block = rows.block;
    SpanBytes keys = rows.keys;
    SpanBytes bytes = new SpanBytes(keys.size() + block.bytes().size() + (1 << 12));
    bytes.putInt(MARK);
    bytes.putInt(0);
    bytes.putLong(books.length());
    bytes.putLong(books.accepted());
    bytes.putLong(books.dropped());
    bytes.putInt(books.droppedThrough());
    List<String> terms = block.dictionary().terms();
    bytes.putInt(terms.size());
    terms.forEach(bytes::putText);
    bytes.putInt(rows.size);
    bytes.putInt(keys.size());
    bytes.putBytes(keys.array(), keys.size());
    bytes.putBytes(block.bytes().array(), block.bytes().size());
    bytes.setInt(4, checksum(bytes.array(), bytes.size()));
    OwnerFiles.write(file, Arrays.copyOf(bytes.array(), bytes.size()));
  }

  private static void putKey(SpanBytes bytes, IndexBlock.Key key, int length) {
    bytes.putLong(key.id().high());
    bytes.putLong(key.id().low());
    bytes.putVarint(key.firstSegment());
    bytes.putSigned(key.began());
    bytes.putSigned(key.duration());
    bytes.putByte(key.failed() ? 1 : 0);
    bytes.putVarint(length);
  }

  private static int checksum(byte[] bytes, int size) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEAD, size - HEAD);
    return (int) crc.getValue();
  }

  /// The books of that file, where it is whole and about a segment of that length.
  static Optional<Books> books(Path file, long length) throws IOException {
    return content(file, length).map(IndexFile::books);
  }

  private static Books books(byte[] bytes) {
    ByteBuffer head = ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD);
    return new Books(head.getLong(), head.getLong(), head.getLong(), head.getInt());
  }

  private static Optional<byte[]> content(Path file, long length) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    boolean whole =
        bytes.length > HEAD + 36
            && ByteBuffer.wrap(bytes).getInt() == MARK
            && ByteBuffer.wrap(bytes, 4, 4).getInt() == checksum(bytes, bytes.length)
            && books(bytes).length() == length;
    return whole ? Optional.of(bytes) : Optional.empty();
  }

  /// All of it, where it is whole and about a segment of that length.
  static Optional<IndexFile> read(Path file, long length) throws IOException {
    return content(file, length).map(IndexFile::read);
  }

  private static IndexFile read(byte[] bytes) {
    SpanBytesReader reader = new SpanBytesReader(new TextCache()).from(bytes, HEAD + 28);
    IndexDictionary dictionary = new IndexDictionary();
    for (int left = reader.readInt(); left > 0; left--) {
      dictionary.number(reader.readText());
    }
    int count = reader.readInt();
    int keys = reader.readInt();
    int rowsAt = reader.at() + keys;
    byte[] rows = Arrays.copyOfRange(bytes, rowsAt, bytes.length);
    return new IndexFile(
        books(bytes), new IndexBlock(dictionary, SpanBytes.of(rows)), reader, count);
  }

  /// Takes a row.
  interface RowTarget {
    /// One row.
    ///
    /// @param place where it begins in the block
    void row(IndexBlock.Key key, int place);
  }

  /// Gives all rows; once.
  void forEach(RowTarget rows) {
    int place = 0;
    for (int i = 0; i < size; i++) {
      IndexBlock.Key key =
          new IndexBlock.Key(
              new TraceId(keys.readLong(), keys.readLong()),
              (int) keys.readVarint(),
              keys.readSigned(),
              keys.readSigned(),
              keys.readByte() == 1);
      rows.row(key, place);
      place += (int) keys.readVarint();
    }
  }
}
