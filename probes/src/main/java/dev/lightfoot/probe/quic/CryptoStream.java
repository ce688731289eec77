package dev.lightfoot.probe.quic;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the handshake messages of CRYPTO frames together (RFC 9000 section 19.6).
final class CryptoStream {
  /// Hellos are shorter than this.
  private static final int MAX_BYTES = 16 * 1024;

  private static final int PADDING = 0x00;
  private static final int PING = 0x01;
  private static final int ACK = 0x02;
  private static final int ACK_ECN = 0x03;
  private static final int CRYPTO = 0x06;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(long offset, byte[] bytes, long at) {}

  /// Takes a handshake message (RFC 8446 section 4).
  @FunctionalInterface
  interface Messages {
    void message(int type, ByteBuffer body, long at);
  }

  private final List<Piece> pieces = new ArrayList<>();

  /// Takes the frames of one packet.
  void frames(ByteBuffer frames, long at) {
    while (frames.hasRemaining()) {
      int type = (int) LongHeader.variable(frames);
      switch (type) {
        case PADDING, PING -> {}
        case ACK, ACK_ECN -> skipAck(frames, type == ACK_ECN);
        case CRYPTO -> {
          long offset = LongHeader.variable(frames);
          long length = LongHeader.variable(frames);
          if (length > frames.remaining() || offset + length > MAX_BYTES) {
            throw new BufferUnderflowException();
          }
          byte[] bytes = new byte[(int) length];
          frames.get(bytes);
          pieces.add(new Piece(offset, bytes, at));
        }
        default -> {
          return; // CONNECTION_CLOSE: nothing of the handshake follows
        }
      }
    }
  }

  private static void skipAck(ByteBuffer frames, boolean ecn) {
    LongHeader.variable(frames);
    LongHeader.variable(frames);
    long ranges = LongHeader.variable(frames);
    LongHeader.variable(frames);
    long numbers = 2 * ranges + (ecn ? 3 : 0);
    for (long i = 0; i < numbers; i++) {
      LongHeader.variable(frames);
    }
  }

  /// Hands out the messages that are whole, in order.
  void messages(Messages to) {
    pieces.sort(Comparator.comparingLong(Piece::offset));
    ByteBuffer stream = ByteBuffer.allocate(MAX_BYTES);
    long[] arrivals = new long[MAX_BYTES];
    for (Piece piece : pieces) {
      int known = stream.position() - (int) piece.offset;
      if (known < 0) {
        break; // a hole
      }
      for (int i = known; i < piece.bytes.length; i++) {
        arrivals[stream.position()] = piece.at;
        stream.put(piece.bytes[i]);
      }
    }
    stream.flip();
    while (stream.remaining() >= 4) {
      int header = stream.getInt(stream.position());
      int length = header & 0xffffff;
      if (stream.remaining() < 4 + length) {
        return;
      }
      int end = stream.position() + 4 + length;
      to.message(header >>> 24, stream.slice(stream.position() + 4, length), arrivals[end - 1]);
      stream.position(end);
    }
  }
}
