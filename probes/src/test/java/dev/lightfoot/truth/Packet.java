package dev.lightfoot.truth;

import java.util.List;

/// One packet of a capture, as tshark reads it.
///
/// @param number of the frame, from 1
/// @param atNanos when it passed the client's interface, wall clock
/// @param fromClient whether the client sent it
/// @param stream TCP or QUIC connection, the latter from [#QUIC] on; -1 for others
/// @param sequence of its first byte, in TCP; 0 for others
/// @param payload bytes of TCP payload, or of a datagram that carries a request or response
/// @param segments frames whose payload was put together to what ends in this one
record Packet(
    int number,
    long atNanos,
    boolean fromClient,
    int stream,
    int sequence,
    int payload,
    boolean syn,
    List<Integer> handshakeTypes,
    List<Integer> contentTypes,
    boolean httpRequest,
    int httpStatus,
    List<Integer> frameTypes,
    List<Integer> segments,
    int dnsType,
    boolean dnsAnswer) {
  static final int QUIC = 1_000_000;
  static final int NEW_SESSION_TICKET = 4;
  static final int FINISHED = 20;
  static final int ALERT = 21;

  /// In h2 and h3 alike.
  static final int H2_DATA = 0;

  static final int H2_HEADERS = 1;

  Packet {
    handshakeTypes = List.copyOf(handshakeTypes);
    contentTypes = List.copyOf(contentTypes);
    frameTypes = List.copyOf(frameTypes);
    segments = List.copyOf(segments);
  }

  /// Whether it carries part of a TLS handshake; tickets come after one.
  boolean shakesHands() {
    return handshakeTypes.stream().anyMatch(type -> type != NEW_SESSION_TICKET);
  }

  boolean overQuic() {
    return stream >= QUIC;
  }

  /// Whether a request begins or goes on in it.
  boolean requests() {
    return fromClient && (httpRequest || frameTypes.contains(H2_HEADERS));
  }

  /// Whether a response's head ends in it.
  boolean responds() {
    return !fromClient && (httpStatus > 0 || frameTypes.contains(H2_HEADERS));
  }
}
