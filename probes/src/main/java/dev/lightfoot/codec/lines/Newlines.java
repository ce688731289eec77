package dev.lightfoot.codec.lines;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds bytes, eight at a time: a byte of a word is zero where `(w - 0x01…) & ~w & 0x80…` has its
/// highest bit set.
public final class Newlines {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Newlines() {}

  /// Place of the first such byte from `from` to `to`, excluded; -1 where there is none.
  public static int find(byte[] bytes, int from, int to, byte wanted) {
    long pattern = ONES * (wanted & 0xFF);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at) ^ pattern;
      long zero = (word - ONES) & ~word & HIGHS;
      if (zero != 0) {
        return at + (Long.numberOfTrailingZeros(zero) >>> 3);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  /// Place of the last LF before `to`, from `from` on; -1 where there is none.
  public static int last(byte[] bytes, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /// How many LF there are.
  public static int count(byte[] bytes, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }
}
