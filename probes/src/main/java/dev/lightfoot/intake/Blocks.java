package dev.lightfoot.intake;

import dev.lightfoot.codec.lines.Newlines;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// A stream cut into blocks that end where lines end. A block grows for a line that is longer; of a
/// line beyond what its reader takes the beginning is given, which the reader passes over as too
/// long, and the rest left out.
final class Blocks {
  /// Bytes of a block: what comes of it stays in a processor's cache.
  static final int SIZE = 512 * 1024;

  private final InputStream in;
  private final int most;
  private byte[] carried = new byte[0]; // the beginning of a line whose end was not yet read
  private boolean within; // a line that is left out
  private boolean over;
  private Optional<IOException> failure = Optional.empty();
  private int number;

  /// A piece of the file, used again for the next.
  static final class Block {
    private byte[] bytes = new byte[SIZE];
    private int length;
    private int number;
    private int lines;

    byte[] bytes() {
      return bytes;
    }

    /// Of its bytes; 0 at the end.
    int length() {
      return length;
    }

    /// From 0 on.
    int number() {
      return number;
    }

    /// Lines of the file that end before the next block.
    int lines() {
      return lines;
    }
  }

  /// @param longestLine that the reader takes, in bytes
  Blocks(InputStream in, int longestLine) {
    this.in = in;
    most = Math.max(SIZE, longestLine + 2);
  }

  /// Fills the block with the next piece.
  synchronized void next(Block block) throws IOException {
    fill(block);
    int filled = block.length;
    if (filled == 0 && failure.isPresent()) {
      throw failure.get();
    }
    int end = over ? filled : Newlines.last(block.bytes, 0, filled) + 1;
    if (end == 0 && filled > 0) {
      within = true;
      end = filled;
    }
    carried = Arrays.copyOfRange(block.bytes, end, filled);
    block.length = end;
    block.number = number++;
    block.lines = Newlines.count(block.bytes, 0, end) + (within ? 1 : 0);
  }

  /// Until the block is full, and longer where no line ends in it.
  private void fill(Block block) {
    if (carried.length > block.bytes.length) {
      block.bytes = new byte[carried.length];
    }
    int filled = carried.length;
    System.arraycopy(carried, 0, block.bytes, 0, filled);
    boolean line = false;
    while (!over && (filled < SIZE || (!line && filled < most))) {
      if (filled == block.bytes.length) {
        block.bytes = Arrays.copyOf(block.bytes, (int) Math.min(most, filled * 2L));
      }
      int count = read(block.bytes, filled);
      line |= Newlines.find(block.bytes, filled, filled + count, (byte) '\n') >= 0;
      filled += count;
      if (within) {
        filled = afterLine(block.bytes, filled);
        line = Newlines.find(block.bytes, 0, filled, (byte) '\n') >= 0;
      }
    }
    block.length = filled;
  }

  /// What was read before the source failed is given out first.
  private int read(byte[] buffer, int from) {
    try {
      int count = in.read(buffer, from, buffer.length - from);
      over = count < 0;
      return Math.max(count, 0);
    } catch (IOException e) {
      failure = Optional.of(e);
      over = true;
      return 0;
    }
  }

  private int afterLine(byte[] buffer, int filled) {
    int at = Newlines.find(buffer, 0, filled, (byte) '\n');
    if (at < 0) {
      return 0;
    }
    within = false;
    System.arraycopy(buffer, at + 1, buffer, 0, filled - at - 1);
    return filled - at - 1;
  }
}
