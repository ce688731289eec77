package dev.lightfoot.store.span.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.store.span.SpanBytesReader;

/// Reads what [BlockBytes] wrote.
public final class BlockReader extends SpanBytesReader {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);

  public BlockReader() {
    super(new TextCache());
  }

  @Override
  public String readText() {
    long head = readVarint();
    int number = (int) (head >>> BlockBytes.KIND_BITS);
    return switch ((int) head & ((1 << BlockBytes.KIND_BITS) - 1)) {
      case BlockBytes.EARLIER -> readTextAt(number);
      case BlockBytes.HEX -> readHex(number);
      default -> readText(number);
    };
  }

  private String readTextAt(int place) {
    int back = at();
    moveTo(place);
    String text = readText();
    moveTo(back);
    return text;
  }

  private String readHex(int digits) {
    byte[] text = new byte[digits];
    for (int i = 0; i < digits; i += 2) {
      byte both = readByte();
      text[i] = DIGITS[(both >>> 4) & 0xF];
      text[i + 1] = DIGITS[both & 0xF];
    }
    return new String(text, ISO_8859_1);
  }

  @Override
  public Attributes readAttributes() {
    int shape = (int) readVarint();
    int back = at();
    if (shape > 0) {
      moveTo(shape);
    }
    String[] flat = new String[2 * (int) readVarint()];
    for (int i = 0; i < flat.length; i += 2) {
      flat[i] = readText();
    }
    if (shape > 0) {
      moveTo(back);
    }
    for (int i = 1; i < flat.length; i += 2) {
      flat[i] = readText();
    }
    return Attributes.ofDistinct(flat);
  }
}
