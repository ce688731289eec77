package dev.lightfoot.store.span;

import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanLink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Writes spans as the journal keeps them: whole numbers as LEB128 (times zigzag), texts as their
/// length and UTF-8, constants by their number in [Codes]. The order of the fields is the format:
/// it is fixed.
public class SpanBytes {
  private byte[] bytes;
  private int size;

  public SpanBytes(int expected) {
    bytes = new byte[expected];
  }

  /// Of bytes that are there already; more may follow.
  public static SpanBytes of(byte[] content) {
    SpanBytes bytes = new SpanBytes(0);
    bytes.bytes = content;
    bytes.size = content.length;
    return bytes;
  }

  public int size() {
    return size;
  }

  /// Forgets what was written from there on.
  public final void cutTo(int place) {
    size = place;
  }

  public byte[] array() {
    return bytes;
  }

  public void putByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  /// Four bytes, the highest first.
  public void putInt(int value) {
    room(4);
    setInt(size, value);
    size += 4;
  }

  public void setInt(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  public void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  public void setLong(int at, long value) {
    setInt(at, (int) (value >>> 32));
    setInt(at + 4, (int) value);
  }

  /// A text's characters as they are, where none is beyond ASCII; otherwise nothing is written.
  public final boolean putAscii(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      bytes[size + i] = (byte) c;
    }
    size += length;
    return true;
  }

  public void putBytes(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
  }

  public void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putVarint(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  public void putVarint(long value) {
    room(10);
    long left = value;
    while ((left & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  public void putSigned(long value) {
    putVarint((value << 1) ^ (value >> 63));
  }

  public void putSpan(Span span) {
    putOptional(span.traceId());
    putText(span.spanId());
    putOptional(span.parentSpanId());
    putText(span.name());
    putByte(Codes.LAYERS.of(span.layer()));
    putByte(Codes.KINDS.of(span.kind()));
    putByte(Codes.TIMES.of(span.time().known()));
    putSigned(span.time().atUnixNanos());
    putSigned(span.time().durationNanos());
    putSigned(span.time().resolutionNanos());
    putByte(Codes.STATUSES.of(span.status().code()));
    putText(span.status().message());
    putAttributes(span.attributes());
    putVarint(span.events().size());
    for (SpanEvent event : span.events()) {
      putSigned(event.atUnixNanos());
      putText(event.name());
      putAttributes(event.attributes());
    }
    putVarint(span.links().size());
    for (SpanLink link : span.links()) {
      putText(link.traceId());
      putText(link.spanId());
    }
  }

  private void putOptional(Optional<String> text) {
    putByte(text.isPresent() ? 1 : 0);
    text.ifPresent(this::putText);
  }

  public void putAttributes(Attributes attributes) {
    putVarint(attributes.size());
    attributes.forEach(
        (name, value) -> {
          putText(name);
          putText(value);
        });
  }

  public final void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
