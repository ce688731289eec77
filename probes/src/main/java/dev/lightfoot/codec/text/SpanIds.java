package dev.lightfoot.codec.text;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Ids for entries that have none: a 64-bit hash of what an entry says, so that the same event read
/// from two files, or from two formats, has the same id. Entries that say exactly the same are
/// distinguished by their order; as they lie close together, only the last few thousand are
/// remembered.
public final class SpanIds {
  private static final int REMEMBERED = 8192;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Map<Long, Integer> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// The id of an entry that says this: 16 hexadecimal digits.
  public String of(String... facts) {
    long hash = OFFSET;
    for (String fact : facts) {
      for (int i = 0; i < fact.length(); i++) {
        hash = (hash ^ fact.charAt(i)) * PRIME;
      }
      hash = (hash ^ 0x1_0000) * PRIME;
    }
    int ordinal = seen.merge(hash, 1, Integer::sum);
    return HexFormat.of().toHexDigits(mix((hash ^ ordinal) * PRIME));
  }

  /// Spreads every bit over all; never the id that is invalid.
  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    mixed ^= mixed >>> 33;
    return mixed == 0 ? 1 : mixed;
  }
}
