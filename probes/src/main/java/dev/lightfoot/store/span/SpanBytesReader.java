package dev.lightfoot.store.span;

import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what [SpanBytes] wrote. The bytes have passed their checksum, so that anything else in
/// them is a fault of ours.
public class SpanBytesReader {
  private final TextCache texts;
  private byte[] bytes = {};
  private int at;

  public SpanBytesReader(TextCache texts) {
    this.texts = texts;
  }

  /// Where the next byte is.
  public int at() {
    return at;
  }

  /// Reads from that place on.
  public SpanBytesReader from(byte[] source, int offset) {
    bytes = source;
    at = offset;
    return this;
  }

  public int readInt() {
    return (readByte() & 0xFF) << 24
        | (readByte() & 0xFF) << 16
        | (readByte() & 0xFF) << 8
        | (readByte() & 0xFF);
  }

  public long readLong() {
    return ((long) readInt() << 32) | (readInt() & 0xFFFF_FFFFL);
  }

  public byte readByte() {
    return bytes[at++];
  }

  public long readVarint() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = readByte();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  public long readSigned() {
    long value = readVarint();
    return (value >>> 1) ^ -(value & 1);
  }

  public String readText() {
    return readText((int) readVarint());
  }

  /// The text of the next so many bytes.
  public final String readText(int length) {
    String text = texts.of(bytes, at, length);
    at += length;
    return text;
  }

  /// Reads on at another place.
  public final void moveTo(int place) {
    at = place;
  }

  private Optional<String> readOptional() {
    return readByte() == 1 ? Optional.of(readText()) : Optional.empty();
  }

  public Span readSpan() {
    return new Span(
        readOptional(),
        readText(),
        readOptional(),
        readText(),
        Codes.LAYERS.constant(readByte()),
        Codes.KINDS.constant(readByte()),
        new SpanTime(Codes.TIMES.constant(readByte()), readSigned(), readSigned(), readSigned()),
        new SpanStatus(Codes.STATUSES.constant(readByte()), readText()),
        readAttributes(),
        readEvents(),
        readLinks());
  }

  public Attributes readAttributes() {
    String[] flat = new String[2 * (int) readVarint()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = readText();
    }
    return Attributes.ofDistinct(flat);
  }

  private List<SpanEvent> readEvents() {
    int count = (int) readVarint();
    List<SpanEvent> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(new SpanEvent(readSigned(), readText(), readAttributes()));
    }
    return events;
  }

  private List<SpanLink> readLinks() {
    int count = (int) readVarint();
    List<SpanLink> links = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      links.add(new SpanLink(readText(), readText()));
    }
    return links;
  }

  /// The trace of the span that begins here, as [TraceShape#idOf] names it.
  public String readTraceId() {
    Optional<String> trace = readOptional().filter(each -> !each.isEmpty());
    String span = readText();
    return trace.orElse(span);
  }
}
