package dev.lightfoot.codec.accesslog.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The texts in fields: the same bytes mostly become the same object, as paths, browsers and
/// numbers come again and again. Holds a bounded number of them; the newest take the place of
/// others.
public final class FieldTexts {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final int SLOTS = 1 << 14;
  private static final int LONGEST = 512;

  private final byte[][] keys = new byte[SLOTS][];
  private final String[] values = new String[SLOTS];

  /// The text of those bytes.
  public String text(byte[] b, int from, int to) {
    if (to - from > LONGEST) {
      return decode(b, from, to);
    }
    long hash = hash(PRIME, b, from, to);
    int slot = (int) (hash >>> 50);
    byte[] key = keys[slot];
    if (key != null && Arrays.equals(key, 0, key.length, b, from, to)) {
      return values[slot];
    }
    String text = decode(b, from, to);
    keys[slot] = Arrays.copyOfRange(b, from, to);
    values[slot] = text;
    return text;
  }

  String text(Entry entry, Fact fact) {
    return text(entry.bytes(fact), entry.from(fact), entry.to(fact));
  }

  /// Whether that text stands there.
  public static boolean startsWith(byte[] b, int from, int to, byte[] text) {
    if (to - from < text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (b[from + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] < 0) {
        return new String(b, from, to - from, UTF_8);
      }
    }
    return new String(b, from, to - from, ISO_8859_1);
  }

  /// Of the bytes and what was hashed before; the same on every machine.
  static long hash(long before, byte[] b, int from, int to) {
    long hash = before ^ (to - from) * PRIME;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = mix(hash ^ (long) LONGS.get(b, i));
    }
    long rest = 0;
    for (; i < to; i++) {
      rest = (rest << 8) | (b[i] & 0xFF);
    }
    return mix(hash ^ rest);
  }

  /// Of a number and what was hashed before.
  static long mix(long value) {
    long product = value * PRIME;
    return product ^ Math.unsignedMultiplyHigh(value, 0xD1B54A32D192ED03L);
  }
}
