package dev.lightfoot.intake.known;

/// How often each entry of a file came before. Equal ones have the same second and stand near each
/// other: so many different ones are remembered at least, and twice as many at most.
final class EqualEntries {
  /// Different entries in one table.
  static final int REMEMBERED = 1 << 15;

  private Counts young = new Counts();
  private Counts old = new Counts();

  /// How many entries of that key came before this one, as far as it is remembered.
  int next(long key) {
    long known = key == 0 ? 1 : key;
    if (young.size == REMEMBERED) {
      Counts spare = old;
      old = young;
      young = spare;
      young.clear();
    }
    return young.add(known, young.has(known) ? 0 : old.count(known));
  }

  /// How many of that key came, as far as it is remembered.
  int came(long key) {
    long known = key == 0 ? 1 : key;
    return young.has(known) ? young.count(known) : old.count(known);
  }

  /// Says that so many came.
  void came(long key, int count) {
    next(key);
    young.set(key == 0 ? 1 : key, count);
  }

  private static final class Counts {
    private long[] keys = new long[1 << 6];
    private int[] counts = new int[1 << 6];
    private int size;

    void clear() {
      java.util.Arrays.fill(keys, 0);
      size = 0;
    }

    private int slot(long key) {
      int slot = (int) (key >>> 40) & (keys.length - 1);
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    boolean has(long key) {
      return keys[slot(key)] == key;
    }

    int count(long key) {
      int slot = slot(key);
      return keys[slot] == key ? counts[slot] : 0;
    }

    /// Counts one more.
    ///
    /// @return how many there were before
    int add(long key, int earlier) {
      int slot = slot(key);
      if (keys[slot] == 0) {
        keys[slot] = key;
        counts[slot] = earlier + 1;
        size++;
        if (size * 2 > keys.length) {
          grow();
        }
        return earlier;
      }
      return counts[slot]++;
    }

    void set(long key, int count) {
      counts[slot(key)] = count;
    }

    private void grow() {
      long[] before = keys;
      int[] countsBefore = counts;
      keys = new long[2 * before.length];
      counts = new int[2 * before.length];
      for (int i = 0; i < before.length; i++) {
        if (before[i] != 0) {
          int slot = slot(before[i]);
          keys[slot] = before[i];
          counts[slot] = countsBefore[i];
        }
      }
    }
  }
}
