package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Gives ids to requests that have none: from what nearly every format says of them, so that a
/// request logged twice has one id. Equal requests of one second are counted through.
final class SpanIds {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  /// So many different requests are remembered at least, and twice as many at most: equal ones have
  /// the same second, and stand near each other.
  private static final int REMEMBERED = 1 << 15;

  private Counts young = new Counts();
  private Counts old = new Counts();

  /// The id of the next request with those facts.
  long next(long hash) {
    long key = hash == 0 ? 1 : hash;
    if (young.size == REMEMBERED) {
      Counts spare = old;
      old = young;
      young = spare;
      young.clear();
    }
    int earlier = young.has(key) ? 0 : old.count(key);
    int ordinal = young.add(key, earlier);
    return ordinal == 0 ? key : child(key, ordinal);
  }

  /// The id of the part of that number.
  static long child(long id, int number) {
    return Texts.mix(id ^ Texts.mix(number + 1L));
  }

  /// As 16 hexadecimal digits; never all zero, which OpenTelemetry holds for none.
  static String text(long id) {
    long shown = id == 0 ? 1 : id;
    byte[] text = new byte[16];
    for (int i = 15; i >= 0; i--) {
      text[i] = HEX[(int) shown & 15];
      shown >>>= 4;
    }
    return new String(text, ISO_8859_1);
  }

  /// How often each was seen.
  private static final class Counts {
    private final long[] keys = new long[REMEMBERED * 2];
    private final int[] counts = new int[REMEMBERED * 2];
    private int size;

    void clear() {
      java.util.Arrays.fill(keys, 0);
      java.util.Arrays.fill(counts, 0);
      size = 0;
    }

    private int slot(long key) {
      int slot = (int) (key >>> 48);
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    boolean has(long key) {
      return keys[slot(key)] == key;
    }

    int count(long key) {
      return counts[slot(key)];
    }

    /// Counts one more.
    ///
    /// @return how many there were before
    int add(long key, int earlier) {
      int slot = slot(key);
      if (keys[slot] == 0) {
        keys[slot] = key;
        counts[slot] = earlier;
        size++;
      }
      return counts[slot]++;
    }
  }
}
