package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The facts of one line, as pieces of its bytes; used again for the next line.
@SuppressWarnings("EnumOrdinal") // only for places in its own arrays
final class Entry {
  /// Not known.
  static final long NONE = Long.MIN_VALUE;

  private static final byte[] NOTHING = new byte[0];

  private final byte[][] bytes = new byte[Fact.COUNT][];
  private final int[] from = new int[Fact.COUNT];
  private final int[] to = new int[Fact.COUNT];
  private byte[] side = new byte[1024];
  private int sideSize;

  /// When, by the recorder's clock; [#NONE] while only the fields know.
  long atNanos;

  /// The step of `atNanos`; 0 while only the fields know.
  long resolutionNanos;

  /// How long; [#NONE] where it is not said.
  long durationNanos;

  /// Why the line cannot be read.
  String problem = "";

  /// Where the pattern that was scanned last ended.
  int scanned;

  /// What is known of within it.
  final List<Phase> phases = new ArrayList<>();

  Entry() {
    Arrays.fill(bytes, NOTHING);
    clear();
  }

  void clear() {
    Arrays.fill(to, 0);
    sideSize = 0;
    atNanos = NONE;
    resolutionNanos = 0;
    durationNanos = NONE;
    problem = "";
    phases.clear();
  }

  /// Notes a piece; none where it is empty or a lone `-`.
  void put(Fact fact, byte[] source, int start, int end) {
    if (end > start && !(end - start == 1 && source[start] == '-')) {
      int i = fact.ordinal();
      bytes[i] = source;
      from[i] = start;
      to[i] = end;
    }
  }

  void put(Fact fact, String text) {
    byte[] encoded = text.getBytes(UTF_8);
    put(fact, encoded, 0, encoded.length);
  }

  /// Notes a piece in which backslashes stand for other bytes.
  void putEscaped(Fact fact, byte[] source, int start, int end) {
    if (side.length - sideSize < end - start) {
      side = new byte[Math.max(side.length * 2, end - start)];
      sideSize = 0;
    }
    int size = Escapes.decode(source, start, end, side, sideSize);
    put(fact, side, sideSize, sideSize + size);
    sideSize += size;
  }

  boolean has(Fact fact) {
    return to[fact.ordinal()] > 0;
  }

  byte[] bytes(Fact fact) {
    return bytes[fact.ordinal()];
  }

  int from(Fact fact) {
    return from[fact.ordinal()];
  }

  int to(Fact fact) {
    return to[fact.ordinal()];
  }

  /// Lets one fact say what another says.
  void copy(Fact known, Fact wanted) {
    if (has(known)) {
      put(wanted, bytes(known), from(known), to(known));
    }
  }

  /// Takes off a `+` before a number; of a negative one nothing is left.
  void dropSign(Fact fact) {
    if (has(fact)) {
      byte sign = bytes(fact)[from(fact)];
      to[fact.ordinal()] = sign == '-' ? 0 : to(fact);
      from[fact.ordinal()] += sign == '+' ? 1 : 0;
    }
  }

  /// Whether both stand in one text with one byte between them.
  @SuppressWarnings("ReferenceEquality") // the same piece of memory is meant
  boolean adjacent(Fact first, Fact second) {
    return has(first)
        && has(second)
        && bytes(first) == bytes(second)
        && from(second) == to(first) + 1;
  }

  /// The text of a fact; empty where it is not known.
  String text(Fact fact) {
    int i = fact.ordinal();
    return to[i] == 0 ? "" : new String(bytes[i], from[i], to[i] - from[i], UTF_8);
  }

  /// Refuses the line.
  ///
  /// @return false, for the caller to hand on
  boolean refuse(String reason) {
    problem = reason;
    return false;
  }
}
