package dev.lightfoot.store.span.memory;

import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.store.span.SpanBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes spans as [SpanBytes] does, but for memory: a text that was written a while ago is written
/// as its place, so are the names of attributes that came in that order, and hexadecimal digits
/// take half a byte each. A span of an access log takes a fifth of what the journal needs.
public final class BlockBytes extends SpanBytes {
  /// What a text is written as, in the low bits of the number before it.
  public static final int PLAIN = 0;

  public static final int EARLIER = 1;
  public static final int HEX = 2;
  public static final int KIND_BITS = 2;

  private static final int SLOTS = 1 << 12;
  private static final int SHAPES = 1 << 6;

  /// A shorter text takes no more than its place would.
  private static final int SHORTEST = 4;

  /// Span ids and trace ids.
  private static final int SHORT_ID = 16;

  private static final int LONG_ID = 32;

  private final String[] texts = new String[SLOTS];
  private final int[] hashes = new int[SLOTS];
  private final int[] places = new int[SLOTS];

  /// The attributes of each size that came last.
  private final Attributes[] shapes = new Attributes[SHAPES];

  private final int[] shapePlaces = new int[SHAPES];

  public BlockBytes(int expected) {
    super(expected);
    begin();
  }

  /// Begins anew.
  public void begin() {
    cutTo(0);
    putByte(0); // no text has place 0
    Arrays.fill(texts, "");
    Arrays.fill(hashes, 0);
    Arrays.fill(shapes, Attributes.NONE);
  }

  @Override
  public void putText(String text) {
    int length = text.length();
    if (length < SHORTEST) {
      putPlain(text);
      return;
    }
    int hash = text.hashCode();
    int slot = (hash * 0x9E3779B9) >>> 20;
    if (hashes[slot] == hash && texts[slot].equals(text)) {
      putVarint(((long) places[slot] << KIND_BITS) | EARLIER);
      return;
    }
    texts[slot] = text;
    hashes[slot] = hash;
    places[slot] = size();
    if ((length == SHORT_ID || length == LONG_ID) && isHex(text)) {
      putVarint(((long) length << KIND_BITS) | HEX);
      for (int i = 0; i < length; i += 2) {
        putByte((digit(text.charAt(i)) << 4) | digit(text.charAt(i + 1)));
      }
    } else {
      putPlain(text);
    }
  }

  private void putPlain(String text) {
    int before = size();
    putVarint(((long) text.length() << KIND_BITS) | PLAIN);
    if (!putAscii(text)) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      cutTo(before);
      putVarint(((long) utf8.length << KIND_BITS) | PLAIN);
      putBytes(utf8, utf8.length);
    }
  }

  /// The place where these names were written, or 0 and the names; then the values.
  @Override
  public void putAttributes(Attributes attributes) {
    int count = attributes.size();
    int slot = count & (SHAPES - 1);
    if (count > 0 && attributes.hasNamesOf(shapes[slot])) {
      putVarint(shapePlaces[slot]);
    } else {
      putVarint(0);
      shapes[slot] = attributes;
      shapePlaces[slot] = size();
      putVarint(count);
      for (int i = 0; i < count; i++) {
        putText(attributes.name(i));
      }
    }
    for (int i = 0; i < count; i++) {
      putText(attributes.value(i));
    }
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (digit(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Of a lower-case digit; negative of anything else.
  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }
}
