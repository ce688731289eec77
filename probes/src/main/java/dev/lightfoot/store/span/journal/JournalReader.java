package dev.lightfoot.store.span.journal;

import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanBytesReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads single spans by their place. For one thread, and for one task: it holds a file open.
final class JournalReader implements Closeable {
  /// Spans that were accepted together lie together: one read brings many.
  private static final int WINDOW = 1 << 16;

  private final Segments segments;
  private final SpanBytesReader spans = new SpanBytesReader(new TextCache());
  private @Nullable RandomAccessFile file;
  private int segment = -1;
  private byte[] window = {};
  private long windowAt;

  JournalReader(Segments segments) {
    this.segments = segments;
  }

  /// The spans at these places, in the places' order.
  void read(long[] places, Consumer<Span> into) throws IOException {
    for (long place : places) {
      into.accept(read(place));
    }
  }

  Span read(long place) throws IOException {
    RandomAccessFile from = turnTo(Journal.segment(place));
    int offset = Journal.offset(place);
    int lengthAt = at(from, offset, 4);
    int length = spans.from(window, lengthAt).readInt();
    int spanAt = at(from, offset + 4L, length);
    return spans.from(window, spanAt).readSpan();
  }

  private RandomAccessFile turnTo(int number) throws IOException {
    RandomAccessFile present = file;
    if (present != null && number == segment) {
      return present;
    }
    close();
    RandomAccessFile next = new RandomAccessFile(segments.file(number).toFile(), "r");
    file = next;
    segment = number;
    window = new byte[0];
    return next;
  }

  /// Where in the window these bytes are, which is moved if need be.
  private int at(RandomAccessFile from, long offset, int length) throws IOException {
    if (offset < windowAt || offset + length > windowAt + window.length) {
      int size = (int) Math.min(from.length() - offset, Math.max(length, WINDOW));
      if (size < length) {
        throw new IOException(segments.file(segment) + " became shorter while it was read");
      }
      window = window.length == size ? window : Arrays.copyOf(window, size);
      from.seek(offset);
      from.readFully(window);
      windowAt = offset;
    }
    return (int) (offset - windowAt);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
      segment = -1;
    }
  }
}
