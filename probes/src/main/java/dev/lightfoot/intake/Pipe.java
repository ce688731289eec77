package dev.lightfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Blocks of bytes from one thread to another; at most [#AHEAD] wait. Both sides leave it when the
/// person cancels.
final class Pipe extends InputStream {
  private static final int AHEAD = 4;
  private static final long PATIENCE_MILLIS = 50;

  private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(AHEAD);
  private final IntakeListener listener;
  private Block current = new Block(new byte[0], Optional.empty());
  private int position;
  private boolean ended;
  private volatile boolean left;

  /// Bytes, or none at the end and what ended it.
  private static final class Block {
    private final byte[] bytes;
    private final Optional<IOException> failure;

    Block(byte[] bytes, Optional<IOException> failure) {
      this.bytes = bytes;
      this.failure = failure;
    }
  }

  Pipe(IntakeListener listener) {
    this.listener = listener;
  }

  /// The writer's side: waits for room.
  ///
  /// @return false where the reader is gone
  boolean put(byte[] bytes) throws Cancelled {
    return bytes.length == 0 || offer(new Block(bytes, Optional.empty()));
  }

  /// The writer has no more.
  ///
  /// @param failure why, where it is not the end
  void end(Optional<IOException> failure) throws Cancelled {
    offer(new Block(new byte[0], failure));
  }

  private boolean offer(Block block) throws Cancelled {
    try {
      while (!left) {
        if (listener.cancelled()) {
          throw new Cancelled();
        }
        if (blocks.offer(block, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (position == current.bytes.length && !advance()) {
      return -1;
    }
    int count = Math.min(length, current.bytes.length - position);
    System.arraycopy(current.bytes, position, into, from, count);
    position += count;
    return count;
  }

  private boolean advance() throws IOException {
    if (!ended) {
      current = take();
      position = 0;
      ended = current.bytes.length == 0;
    }
    if (ended && current.failure.isPresent()) {
      throw current.failure.get();
    }
    return !ended;
  }

  private Block take() throws Cancelled {
    try {
      while (true) {
        if (listener.cancelled()) {
          throw new Cancelled();
        }
        Block next = blocks.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          return next;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }

  /// The reader's side: the writer need not go on.
  @Override
  public void close() {
    left = true;
  }
}
