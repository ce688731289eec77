package dev.lightfoot.codec.otlp;

/// Protocol Buffers' wire format over a range of an array: tags, numbers and ranges, each checked
/// against the end of what it stands in.
final class WireFormat {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final int GROUP_START = 3;
  private static final int GROUP_END = 4;
  private static final int MAX_GROUPS = 64;

  private final byte[] bytes;
  private int at;
  private int end;
  private int type;
  private final boolean cut;
  private boolean endsEarly;

  WireFormat(byte[] bytes, int offset, int length) {
    this(bytes, offset, length, false);
  }

  /// Of a range that may be the beginning of a longer message.
  ///
  /// @param cut whether what is longer than the range ends with it, see [#endsEarly]
  WireFormat(byte[] bytes, int offset, int length, boolean cut) {
    this.bytes = bytes;
    this.at = offset;
    this.end = offset + length;
    this.cut = cut;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  int end() {
    return end;
  }

  /// Narrows or widens to another range of the same array.
  void range(int at, int end) {
    this.at = at;
    this.end = end;
  }

  /// The number of the next field, or 0 at the end.
  int field() throws MalformedOtlpException {
    if (at >= end) {
      return 0;
    }
    long tag = varint();
    type = (int) (tag & 7);
    long field = tag >>> 3;
    if (field == 0 || field > 0x1fff_ffff) {
      throw damaged("a field has the number " + field);
    }
    return (int) field;
  }

  /// How the present field is written.
  int type() {
    return type;
  }

  long varint() throws MalformedOtlpException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= end) {
        throw damaged("it ends within a number");
      }
      byte part = bytes[at++];
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw damaged("a number is longer than ten bytes");
  }

  long fixed64() throws MalformedOtlpException {
    return fixed(8);
  }

  /// From 0 on.
  long fixed32() throws MalformedOtlpException {
    return fixed(4);
  }

  private long fixed(int count) throws MalformedOtlpException {
    need(count);
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | (bytes[at + i] & 0xff);
    }
    at += count;
    return value;
  }

  /// The length of the present field's bytes, which begin at [#at].
  int length() throws MalformedOtlpException {
    long length = varint();
    endsEarly = length > end - at;
    if (endsEarly && cut) {
      return end - at;
    }
    if (length < 0 || endsEarly) {
      throw damaged("a field is longer than what it stands in");
    }
    return (int) length;
  }

  /// Enters the message that is the present field.
  ///
  /// @return the end to give to [#leave]
  int enter() throws MalformedOtlpException {
    int length = length();
    int outer = end;
    end = at + length;
    return outer;
  }

  void leave(int outer) {
    at = end;
    end = outer;
  }

  /// Whether the last length was longer than what is there.
  boolean endsEarly() {
    return endsEarly;
  }

  /// Passes over bytes.
  void pass(int length) {
    at += length;
  }

  /// Passes over the present field.
  void skip() throws MalformedOtlpException {
    int groups = 0;
    do {
      switch (type) {
        case VARINT -> varint();
        case FIXED64 -> step(8);
        case BYTES -> step(length());
        case FIXED32 -> step(4);
        case GROUP_START -> groups++;
        case GROUP_END -> groups--;
        default -> throw damaged("a field is written in a way that does not exist");
      }
      if (groups > MAX_GROUPS || groups < 0) {
        throw damaged("groups of fields are nested wrongly");
      }
    } while (groups > 0 && more());
  }

  private boolean more() throws MalformedOtlpException {
    if (field() == 0) {
      throw damaged("a group of fields does not end");
    }
    return true;
  }

  private void step(int length) throws MalformedOtlpException {
    need(length);
    at += length;
  }

  private void need(int length) throws MalformedOtlpException {
    if (length > end - at) {
      throw damaged("it ends within a field");
    }
  }

  MalformedOtlpException damaged(String sentence) {
    return new MalformedOtlpException(
        "It is not valid protobuf: at byte " + at + " " + sentence + ".");
  }
}
