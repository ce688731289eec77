package dev.lightfoot.codec.accesslog.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The facts of one line, as pieces of its bytes; used again for the next line.
@SuppressWarnings("EnumOrdinal") // only for places in its own arrays
public final class Entry {
  /// Not known.
  public static final long NONE = Long.MIN_VALUE;

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

  /// Whether that is its beginning, whatever its format's times mean.
  boolean begins;

  /// How long; [#NONE] where it is not said.
  long durationNanos;

  /// What is known of within it.
  final List<EntryPart> parts = new ArrayList<>();

  private String problem = "";

  /// One that says nothing yet.
  public Entry() {
    Arrays.fill(bytes, NOTHING);
    clear();
  }

  /// Forgets the line before.
  public void clear() {
    Arrays.fill(to, 0);
    sideSize = 0;
    atNanos = NONE;
    resolutionNanos = 0;
    begins = false;
    durationNanos = NONE;
    problem = "";
    parts.clear();
  }

  /// Notes a piece; none where it is empty or a lone `-`.
  public void put(Fact fact, byte[] source, int start, int end) {
    if (end > start && !(end - start == 1 && source[start] == '-')) {
      int i = fact.ordinal();
      bytes[i] = source;
      from[i] = start;
      to[i] = end;
    }
  }

  /// The same for a text of its own.
  public void put(Fact fact, String text) {
    byte[] encoded = text.getBytes(UTF_8);
    put(fact, encoded, 0, encoded.length);
  }

  /// Notes a piece in which backslashes stand for other bytes.
  public void putEscaped(Fact fact, byte[] source, int start, int end) {
    if (side.length - sideSize < end - start) {
      side = new byte[Math.max(side.length * 2, end - start)];
      sideSize = 0;
    }
    int size = Escapes.decode(source, start, end, side, sideSize);
    put(fact, side, sideSize, sideSize + size);
    sideSize += size;
  }

  /// Whether the line says it.
  public boolean has(Fact fact) {
    return to[fact.ordinal()] > 0;
  }

  /// The bytes in which a fact stands.
  public byte[] bytes(Fact fact) {
    return bytes[fact.ordinal()];
  }

  /// Where in them it begins.
  public int from(Fact fact) {
    return from[fact.ordinal()];
  }

  /// Where in them it ends.
  public int to(Fact fact) {
    return to[fact.ordinal()];
  }

  /// Takes off a `+` before a number; of a negative one nothing is left.
  public void dropSign(Fact fact) {
    if (has(fact)) {
      byte sign = bytes(fact)[from(fact)];
      to[fact.ordinal()] = sign == '-' ? 0 : to(fact);
      from[fact.ordinal()] += sign == '+' ? 1 : 0;
    }
  }

  /// Whether both stand in one text with one blank between them.
  @SuppressWarnings("ReferenceEquality") // the same piece of memory is meant
  boolean adjacent(Fact first, Fact second) {
    return has(first)
        && has(second)
        && bytes(first) == bytes(second)
        && from(second) == to(first) + 1
        && bytes(first)[to(first)] == ' ';
  }

  /// The text of a fact; empty where it is not known.
  public String text(Fact fact) {
    int i = fact.ordinal();
    return to[i] == 0 ? "" : new String(bytes[i], from[i], to[i] - from[i], UTF_8);
  }

  /// Refuses the line.
  ///
  /// @return false, for the caller to hand on
  public boolean refuse(String reason) {
    problem = reason;
    return false;
  }

  /// Why the line cannot be read; empty where nothing is known against it.
  public String problem() {
    return problem;
  }

  /// Whether it cannot be read only because its time is a local one of an unknown zone.
  public boolean lacksZone() {
    return problem.equals(Stamps.NO_ZONE);
  }

  /// Says how long the request took, where no single fact does.
  public void lasts(long nanos) {
    durationNanos = nanos;
  }

  /// Adds what is known of a part of the request.
  public void add(EntryPart part) {
    parts.add(part);
  }
}
