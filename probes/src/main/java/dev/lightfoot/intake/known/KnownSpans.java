package dev.lightfoot.intake.known;

import dev.lightfoot.model.span.Span;
import java.util.concurrent.atomic.AtomicInteger;

/// Remembers which spans came already: by id and kind, and trace and start where ids are not
/// derived from what an entry says, as 64 bits each, and by which file. Bounded: two tables of
/// [#LIMIT] entries, of which the older is forgotten when the newer is full, so that the last
/// [#LIMIT] spans at least are known.
public final class KnownSpans {
  /// Spans in one table: 32 MB.
  public static final int LIMIT = 3_000_000;

  private static final int FIRST_SLOTS = 1 << 12;
  private static final long FILE_BITS = 0xFFFF;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /// Whether a span is to be counted.
  public enum Claim {
    NEW,
    /// This file has told of it before.
    TWICE,
    /// An earlier file has told of it.
    REPEATED
  }

  private final int limit;
  private long[] recent = new long[FIRST_SLOTS];
  private long[] older = new long[0];
  private int entries;
  private final AtomicInteger files = new AtomicInteger();
  private boolean forgot;

  @SuppressWarnings("UnusedVariable") // without it the compiler would leave the looking out
  private long looked;

  /// One file that tells of spans.
  public final class Teller {
    private final int file = files.incrementAndGet();
    private final EqualEntries equal = new EqualEntries();
    private int before;

    /// A span with an id of its own: the same once more is the same span.
    ///
    /// @param key its [#identifiedKey]
    public Claim identified(long key) {
      return claim(key, file);
    }

    /// A span whose id was derived from what a log says: equal entries of one file are as many
    /// events, of which the first is the first of another file, the second its second.
    ///
    /// @param key its [#derivedKey]
    public Claim derived(long key) {
      before = 0;
      Claim claim = claim(mix(key), file);
      if (claim == Claim.TWICE) {
        before = Math.max(1, equal.came(key));
        claim = claim(mix(key + before), file);
        while (claim == Claim.TWICE) { // where that is not remembered any more
          claim = claim(mix(key + ++before), file);
        }
        equal.came(key, before + 1);
      }
      return claim;
    }

    /// Counts it where no other file can tell of it.
    ///
    /// @param key its [#derivedKey]
    public void alone(long key) {
      before = equal.next(key);
    }

    /// How many entries of this file were equal to the last and came before it.
    public int before() {
      return before;
    }
  }

  public KnownSpans() {
    this(LIMIT);
  }

  public KnownSpans(int limit) {
    this.limit = limit;
  }

  /// Whether some were forgotten.
  public boolean forgot() {
    return forgot;
  }

  /// A file from which spans are to come.
  public Teller teller() {
    return new Teller();
  }

  private Claim claim(long key, int file) {
    long owned = (key & ~FILE_BITS) | (file & FILE_BITS);
    int slot = find(recent, key);
    if (recent[slot] != 0) {
      return repeated(recent, slot, owned);
    }
    if (older.length > 0) {
      int old = find(older, key);
      if (older[old] != 0) {
        return repeated(older, old, owned);
      }
    }
    recent[slot] = owned;
    entries++;
    if (entries * 4L > recent.length * 3L) {
      makeRoom();
    }
    return Claim.NEW;
  }

  /// Looks where these spans may be, for the answers to stand in the processor's cache when they
  /// are asked for: memory answers many such questions in the time of one.
  ///
  /// @param keys of spans with ids that were derived, or with their own
  public void look(long[] keys, int from, int to, boolean derived) {
    for (int i = from; i < to; i++) {
      long key = derived ? mix(keys[i]) : keys[i];
      looked += recent[(int) (key >>> 24) & (recent.length - 1)];
    }
  }

  private static Claim repeated(long[] table, int slot, long owned) {
    boolean same = table[slot] == owned;
    table[slot] = owned;
    return same ? Claim.TWICE : Claim.REPEATED;
  }

  /// Slots for as many spans as are remembered in one table.
  private long largest() {
    long slots = FIRST_SLOTS;
    while (slots * 3 < limit * 4L) {
      slots *= 2;
    }
    return slots;
  }

  private void makeRoom() {
    if (entries < limit) {
      long[] larger = new long[(int) Math.min(recent.length * 4L, largest())];
      for (long entry : recent) {
        if (entry != 0) {
          larger[find(larger, entry)] = entry;
        }
      }
      recent = larger;
    } else {
      forgot |= older.length > 0;
      older = recent;
      recent = new long[older.length];
      entries = 0;
    }
  }

  /// The slot of that key, or the free one where it belongs. The low bits are the file's.
  private static int find(long[] table, long key) {
    int mask = table.length - 1;
    int slot = (int) (key >>> 24) & mask;
    while (table[slot] != 0 && ((table[slot] ^ key) & ~FILE_BITS) != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Of id, kind, trace and start.
  public static long identifiedKey(Span span) {
    long trace = span.traceId().isPresent() ? span.traceId().get().hashCode() : 0;
    return mix(derivedKey(span) + trace * FACTOR + mix(span.time().atUnixNanos()));
  }

  /// Of id and kind, without trace and start: one format may tell of a trace or of milliseconds,
  /// another not.
  public static long derivedKey(Span span) {
    String text = span.spanId();
    long id = span.kind().label().hashCode();
    for (int i = 0; i < text.length(); i++) {
      id = id * 31 + text.charAt(i);
    }
    return mix(id);
  }

  /// Spreads every bit over all; never 0.
  public static long mix(long value) {
    long mixed = (value ^ (value >>> 32)) * FACTOR;
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 32;
    return (mixed & ~FILE_BITS) == 0 ? FACTOR : mixed;
  }
}
