package dev.lightfoot.probe.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Reads an answer on a thread of its own while its request is still being written, so that its
/// bytes are seen when they come, and keeps them until they are asked for.
final class ReadAhead {
  private static final int PIECE = 16 * 1024;

  /// What is read from.
  @FunctionalInterface
  interface Input {
    int read(byte[] bytes, int offset, int length) throws IOException;
  }

  private final Input input;
  private final BooleanSupplier enough;
  private final Deque<byte[]> pieces = new ArrayDeque<>();
  private Optional<IOException> failure = Optional.empty();
  private boolean atEnd;
  private boolean over;
  private int position;

  /// @param enough whether the answer is complete: then nothing more is read ahead
  ReadAhead(Input input, BooleanSupplier enough) {
    this.input = input;
    this.enough = enough;
    Thread.ofPlatform().daemon().name("read-ahead").start(this::readAll);
  }

  private void readAll() {
    byte[] buffer = new byte[PIECE];
    boolean more = true;
    while (more) {
      try {
        int count = input.read(buffer, 0, PIECE);
        more = count >= 0 && !enough.getAsBoolean();
        came(count < 0 ? new byte[0] : Arrays.copyOf(buffer, count), count < 0, !more);
      } catch (IOException | RuntimeException e) {
        failed(e instanceof IOException io ? io : new IOException(e));
        return;
      }
    }
  }

  private synchronized void came(byte[] piece, boolean end, boolean last) {
    if (piece.length > 0) {
      pieces.add(piece);
    }
    atEnd |= end;
    over = last;
    notifyAll();
  }

  private synchronized void failed(IOException why) {
    failure = Optional.of(why);
    over = true;
    notifyAll();
  }

  /// Whether all that was read ahead has been taken and more may come after it.
  synchronized boolean isSpent() {
    return over && pieces.isEmpty() && !atEnd && failure.isEmpty();
  }

  /// What was read ahead, as [java.io.InputStream#read(byte[], int, int)] has it.
  synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    while (pieces.isEmpty() && !over) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    if (pieces.isEmpty()) {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return -1;
    }
    byte[] piece = pieces.getFirst();
    int count = Math.min(length, piece.length - position);
    System.arraycopy(piece, position, bytes, offset, count);
    position += count;
    if (position == piece.length) {
      pieces.removeFirst();
      position = 0;
    }
    return count;
  }
}
