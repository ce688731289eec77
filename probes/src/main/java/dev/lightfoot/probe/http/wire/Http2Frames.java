package dev.lightfoot.probe.http.wire;

/// Splits one direction of a connection into HTTP/2 frames (RFC 9113 section 4.1).
final class Http2Frames {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 0x1;
  static final int END_HEADERS = 0x4;
  static final int PADDED = 0x8;
  static final int PRIORITY = 0x20;

  private static final int HEADER = 9;

  /// Takes frames piece by piece.
  interface Sink {
    /// A frame header is complete.
    ///
    /// @param begun instant given with the frame's first byte
    void begin(int type, int flags, int stream, int length, long begun);

    /// Bytes of its payload; never called for an empty one.
    void payload(byte[] bytes, int offset, int count, long first, long last);

    /// It is complete.
    void end(long last);
  }

  private final Sink sink;
  private final byte[] header = new byte[HEADER];
  private int skip;
  private int headerFilled;
  private int remaining;
  private long begun;

  /// Splits for that sink.
  ///
  /// @param skip bytes before the first frame: a client's connection preface
  Http2Frames(int skip, Sink sink) {
    this.skip = skip;
    this.sink = sink;
  }

  /// Whether the next byte begins a frame.
  boolean isBetweenFrames() {
    return headerFilled == 0;
  }

  void feed(byte[] bytes, int offset, int length, long first, long last) {
    int position = offset + Math.min(skip, length);
    skip -= position - offset;
    int end = offset + length;
    while (position < end) {
      if (headerFilled < HEADER) {
        if (headerFilled == 0) {
          begun = first;
        }
        header[headerFilled++] = bytes[position++];
        if (headerFilled == HEADER) {
          begin(last);
        }
      } else {
        int take = Math.min(remaining, end - position);
        sink.payload(bytes, position, take, first, last);
        position += take;
        remaining -= take;
        endWhenComplete(last);
      }
    }
  }

  private void begin(long last) {
    remaining = number(0, 3);
    sink.begin(header[3] & 0xff, header[4] & 0xff, number(5, 4) & 0x7fffffff, remaining, begun);
    endWhenComplete(last);
  }

  private void endWhenComplete(long last) {
    if (remaining == 0) {
      headerFilled = 0;
      sink.end(last);
    }
  }

  private int number(int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | (header[i] & 0xff);
    }
    return value;
  }
}
