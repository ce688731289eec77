package dev.lightfoot.probe.http.wire;

import java.util.OptionalInt;

/// Reads a peer's SETTINGS frames (RFC 9113 section 6.5) for how many streams it takes at a time.
final class Http2Settings {
  private static final int ENTRY = 6;
  private static final int MAX_CONCURRENT_STREAMS = 3;

  private final byte[] entry = new byte[ENTRY];
  private int filled;
  private OptionalInt mostStreams = OptionalInt.empty();

  /// A frame begins.
  void begin() {
    filled = 0;
  }

  void payload(byte[] bytes, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      entry[filled++] = bytes[i];
      if (filled == ENTRY) {
        filled = 0;
        entry();
      }
    }
  }

  private void entry() {
    int name = (entry[0] & 0xff) << 8 | (entry[1] & 0xff);
    if (name == MAX_CONCURRENT_STREAMS) {
      int value =
          (entry[2] & 0xff) << 24
              | (entry[3] & 0xff) << 16
              | (entry[4] & 0xff) << 8
              | (entry[5] & 0xff);
      mostStreams = OptionalInt.of(value < 0 ? Integer.MAX_VALUE : value);
    }
  }

  /// What it said last; empty where it said nothing.
  OptionalInt mostStreams() {
    return mostStreams;
  }
}
