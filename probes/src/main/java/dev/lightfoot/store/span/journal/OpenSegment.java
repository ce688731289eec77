package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.OwnerFiles;
import dev.lightfoot.store.span.SpanBytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The segment of the journal that is written to.
final class OpenSegment implements Closeable {
  private final RandomAccessFile file;
  private long size;

  private OpenSegment(RandomAccessFile file) {
    this.file = file;
  }

  /// Makes the file of that segment, empty and readable by its owner only.
  static OpenSegment create(Segments segments, int number) throws IOException {
    Path path = segments.file(number);
    OwnerFiles.open(path, StandardOpenOption.CREATE).close();
    OwnerFiles.force(segments.folder());
    // Unlike a channel it is not closed when the thread that uses it is interrupted.
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(0);
    return new OpenSegment(file);
  }

  /// Bytes in it.
  long size() {
    return size;
  }

  /// Writes and forces to disk. Where that fails the file is cut where it ended before, and closed.
  void append(SpanBytes bytes) throws IOException {
    try {
      file.seek(size);
      file.write(bytes.array(), 0, bytes.size());
      file.getFD().sync();
    } catch (IOException e) {
      takeBack();
      throw e;
    }
    size += bytes.size();
  }

  private void takeBack() throws IOException {
    try {
      file.setLength(size);
      file.getFD().sync();
    } finally {
      file.close();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
