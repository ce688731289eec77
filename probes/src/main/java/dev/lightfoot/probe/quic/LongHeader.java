package dev.lightfoot.probe.quic;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The clear part of a packet with a long header (RFC 9000 section 17.2).
///
/// @param start offset of the packet in its datagram
/// @param type 0 Initial, 1 0-RTT, 2 Handshake, 3 Retry
/// @param version 0 for a version negotiation
/// @param destination the connection id it is sent to
/// @param source the connection id of its sender
/// @param numberOffset offset of the packet number, where the type has one
/// @param end offset of what follows the packet in the datagram
@SuppressWarnings("ArrayRecordComponent") // never compared
record LongHeader(
    int start,
    int type,
    int version,
    byte[] destination,
    byte[] source,
    int numberOffset,
    int end) {

  private static final int MAX_ID = 20;

  /// Reads the packet at the buffer's position; empty where there is none.
  static Optional<LongHeader> of(ByteBuffer datagram) {
    ByteBuffer rest = datagram.duplicate();
    try {
      int start = rest.position();
      int first = rest.get() & 0xff;
      if ((first & 0x80) == 0) {
        return Optional.empty();
      }
      int version = rest.getInt();
      byte[] destination = id(rest);
      byte[] source = id(rest);
      int type = (first >> 4) & 3;
      if (version == 0 || type == 3) {
        int end = rest.limit();
        return Optional.of(new LongHeader(start, type, version, destination, source, end, end));
      }
      if (type == 0) {
        skip(rest, variable(rest)); // the token
      }
      long length = variable(rest);
      int number = rest.position();
      skip(rest, length);
      return Optional.of(
          new LongHeader(start, type, version, destination, source, number, rest.position()));
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static byte[] id(ByteBuffer from) {
    int length = from.get() & 0xff;
    if (length > MAX_ID) {
      throw new BufferUnderflowException();
    }
    byte[] id = new byte[length];
    from.get(id);
    return id;
  }

  private static void skip(ByteBuffer buffer, long count) {
    if (count > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    buffer.position(buffer.position() + (int) count);
  }

  /// A variable-length integer (RFC 9000 section 16).
  static long variable(ByteBuffer from) {
    int first = from.get() & 0xff;
    long value = first & 0x3f;
    for (int more = (1 << (first >> 6)) - 1; more > 0; more--) {
      value = (value << 8) | (from.get() & 0xff);
    }
    return value;
  }

  boolean isInitial() {
    return type == 0 && version != 0;
  }

  boolean isRetry() {
    return type == 3 && version != 0;
  }
}
