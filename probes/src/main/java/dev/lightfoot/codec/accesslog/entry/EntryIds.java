package dev.lightfoot.codec.accesslog.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.model.span.Layer;

/// Ids of requests that have none: derived from what nearly every format says of them, so that a
/// request logged twice has one id. A proxy and the application behind it on the same machine say
/// the same of a request, and have one each. Equal requests of one second have one, too
/// ([dev.lightfoot.codec.Reading#derived]).
final class EntryIds {
  private static final long SEED = 0x4C69676874666F6FL;
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  private EntryIds() {}

  /// The id of a completed entry. Its own parts are hashed, not the line.
  static long of(Entry entry, Layer layer) {
    long second =
        entry.atNanos == Entry.NONE ? 0 : Math.floorDiv(entry.atNanos, FieldNumbers.SECOND);
    long hash = FieldTexts.mix((layer == Layer.PROXY ? SEED : ~SEED) ^ second);
    hash = hash(hash, entry, Fact.CLIENT);
    hash = hash(hash, entry, Fact.METHOD);
    hash = hash(hash, entry, Fact.TARGET);
    hash = hash(hash, entry, Fact.QUERY);
    hash = entry.has(Fact.METHOD) ? hash : hash(hash, entry, Fact.REQUEST);
    hash = hash(hash, entry, Fact.STATUS);
    return hash(hash, entry, Fact.BODY_BYTES);
  }

  private static long hash(long before, Entry entry, Fact fact) {
    return entry.has(fact)
        ? FieldTexts.hash(before, entry.bytes(fact), entry.from(fact), entry.to(fact))
        : FieldTexts.mix(before);
  }

  /// The id of the part of that number.
  static long child(long id, int number) {
    return FieldTexts.mix(id ^ FieldTexts.mix(number + 1L));
  }

  /// As 16 hexadecimal digits; never all zero, which OpenTelemetry treats as no id.
  static String text(long id) {
    long shown = id == 0 ? 1 : id;
    byte[] text = new byte[16];
    for (int i = 15; i >= 0; i--) {
      text[i] = HEX[(int) shown & 15];
      shown >>>= 4;
    }
    return new String(text, ISO_8859_1);
  }
}
