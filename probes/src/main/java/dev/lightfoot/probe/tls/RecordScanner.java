package dev.lightfoot.probe.tls;

import dev.lightfoot.probe.wire.RecordArrival;
import dev.lightfoot.probe.wire.RecordPiece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits one direction of a connection into TLS records (RFC 8446 section 5.1) and notes when each
/// began and ended. Payload is kept only for handshake and alert records, and only while asked for.
final class RecordScanner {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;

  private static final int HEADER = 5;
  private static final int MAX_LENGTH = (1 << 14) + 2048;

  /// Takes each whole record.
  @FunctionalInterface
  interface Sink {
    /// A record is complete.
    ///
    /// @param payload the record's bytes, empty where they are not kept
    void record(int type, int length, long first, long last, byte[] payload);
  }

  private final Sink sink;
  private final byte[] header = new byte[HEADER];
  private int headerFilled;
  private int type;
  private int length;
  private int filled;
  private byte[] payload = {};
  private boolean keeping = true;
  private boolean broken;
  private long first;
  private long last;
  private long number;
  private final List<RecordPiece> pieces = new ArrayList<>();

  RecordScanner(Sink sink) {
    this.sink = sink;
  }

  /// The handshake is over: no payload is kept any more.
  void stopKeeping() {
    keeping = false;
  }

  /// Whether what passed is not TLS.
  boolean broken() {
    return broken;
  }

  /// The version in the newest record's header (RFC 8446 section 5.1).
  int version() {
    return (header[1] & 0xff) << 8 | (header[2] & 0xff);
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /// The newest record, whole or as far as it has come.
  RecordArrival newest() {
    return new RecordArrival(number, first, last, List.copyOf(pieces));
  }

  /// Takes bytes.
  ///
  /// @param earliest instant of the first of them
  /// @param at instant of the others
  void feed(byte[] bytes, int offset, int count, long earliest, long at) {
    int position = offset;
    int end = offset + count;
    while (position < end && !broken) {
      long own = position == offset ? earliest : at;
      position =
          headerFilled < HEADER ? header(bytes, position, own) : body(bytes, position, end, at);
    }
  }

  private int header(byte[] bytes, int position, long at) {
    if (headerFilled == 0) {
      first = at;
      number++;
      pieces.clear();
    }
    last = at;
    header[headerFilled++] = bytes[position];
    if (headerFilled == HEADER) {
      type = header[0] & 0xff;
      length = (header[3] & 0xff) << 8 | (header[4] & 0xff);
      filled = 0;
      broken = type < CHANGE_CIPHER_SPEC || type > 24 || header[1] != 3 || length > MAX_LENGTH;
      payload = keeping && (type == HANDSHAKE || type == ALERT) ? new byte[length] : new byte[0];
      if (length == 0 && !broken) {
        complete();
      }
    }
    return position + 1;
  }

  private int body(byte[] bytes, int position, int end, long at) {
    int take = Math.min(end - position, length - filled);
    if (payload.length == length) {
      System.arraycopy(bytes, position, payload, filled, take);
    }
    filled += take;
    last = at;
    note(at);
    if (filled == length) {
      complete();
    }
    return position + take;
  }

  /// So much of the record had come then.
  private void note(long at) {
    if (!pieces.isEmpty() && pieces.getLast().atNanoTime() == at) {
      pieces.removeLast();
    }
    pieces.add(new RecordPiece(HEADER + filled, at));
  }

  private void complete() {
    headerFilled = 0;
    byte[] kept = payload.length == length ? payload : Arrays.copyOf(payload, 0);
    sink.record(type, length, first, last, kept);
  }
}
