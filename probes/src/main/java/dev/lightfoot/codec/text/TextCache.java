package dev.lightfoot.codec.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives texts that come again and again (names, services, methods) as one object each, mostly
/// without making them again. Forgets: a text whose place is taken by another is made again. Not
/// for two threads at once.
public final class TextCache {
  private static final int SLOTS = 1 << 12;

  /// Longer texts (statements, addresses) rarely repeat.
  private static final int LONGEST = 64;

  private final @Nullable String[] texts = new @Nullable String[SLOTS];
  private final @Nullable Decoded[] decoded = new @Nullable Decoded[SLOTS];

  @SuppressWarnings("ArrayRecordComponent") // private
  private record Decoded(byte[] bytes, String text) {}

  /// An equal text.
  public String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int slot = slot(text.hashCode());
    String known = texts[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    texts[slot] = text;
    return text;
  }

  /// The text of these characters.
  public String of(char[] chars, int offset, int length) {
    if (length > LONGEST) {
      return new String(chars, offset, length);
    }
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = slot(hash);
    String known = texts[slot];
    if (known != null && same(known, chars, offset, length)) {
      return known;
    }
    String text = new String(chars, offset, length);
    texts[slot] = text;
    return text;
  }

  /// The text of these bytes in UTF-8; what is not becomes U+FFFD.
  public String of(byte[] bytes, int offset, int length) {
    if (length > LONGEST) {
      return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = slot(hash);
    Decoded known = decoded[slot];
    if (known != null
        && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, offset, offset + length)) {
      return known.text;
    }
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    decoded[slot] = new Decoded(Arrays.copyOfRange(bytes, offset, offset + length), text);
    return text;
  }

  private static int slot(int hash) {
    return (hash * 0x9E3779B9) >>> 20;
  }

  private static boolean same(String text, char[] chars, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
