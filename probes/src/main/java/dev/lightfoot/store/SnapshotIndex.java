package dev.lightfoot.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// What the files of a folder hold, in one file beside it, so that a new program need not read them
/// all. It may be deleted at any time: whatever is missing, damaged, or of another version of this
/// program is read from the snapshots again.
final class SnapshotIndex {
  /// A larger one is made anew.
  static final long MAX_BYTES = 128L << 20;

  private static final int MAGIC = 0x4c46_5349;
  private static final int FORMAT = 2;

  private final Path file;
  private final Path folder;
  private final String version;

  /// @param file where it lies
  /// @param folder the one it tells of
  /// @param version of this program: another one may take something else from the same file
  SnapshotIndex(Path file, Path folder, String version) {
    this.file = file;
    this.folder = folder;
    this.version = version;
  }

  /// What is known, by file; nothing where the index cannot be believed.
  Map<Path, IndexedFile> read() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        return Map.of();
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - Long.BYTES;
      if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
        return Map.of();
      }
      return read(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)));
    } catch (IOException | RuntimeException e) {
      // It is made anew from the snapshots.
      return Map.of();
    }
  }

  private Map<Path, IndexedFile> read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != FORMAT || !in.readUTF().equals(version)) {
      return Map.of();
    }
    IndexEntryReader entries = new IndexEntryReader(in, folder);
    int count = in.readInt();
    Map<Path, IndexedFile> known = HashMap.newHashMap(Math.clamp(count, 0, 1 << 16));
    for (int i = 0; i < count; i++) {
      IndexedFile entry = entries.next();
      known.put(entry.stored().path(), entry);
    }
    return known;
  }

  /// Keeps those entries whose files show when they change.
  void write(Map<Path, IndexedFile> known) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    IndexedFile[] lasting =
        known.values().stream().filter(IndexedFile::lasting).toArray(IndexedFile[]::new);
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    out.writeUTF(version);
    out.writeInt(lasting.length);
    IndexEntryWriter entries = new IndexEntryWriter(out);
    for (IndexedFile entry : lasting) {
      entries.add(entry);
    }
    byte[] bytes = body.toByteArray();
    byte[] whole = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
    ByteBuffer.wrap(whole).putLong(bytes.length, checksum(bytes, bytes.length));
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      OwnerFiles.createFolder(parent);
    }
    OwnerFiles.write(file, whole);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
