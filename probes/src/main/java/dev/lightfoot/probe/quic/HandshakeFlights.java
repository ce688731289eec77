package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.tls.HelloFacts;
import io.netty.buffer.ByteBuf;
import java.util.OptionalLong;

/// Follows the datagrams of a QUIC handshake and counts its round trips.
///
/// One trip brings the server's first flight. A Retry packet, a version negotiation and a
/// HelloRetryRequest make the client begin again: one more each. A server may send only three times
/// what it got until it knows that our address is real (RFC 9000 section 8.1); where its
/// certificates do not fit, it waits for our acknowledgement: one more.
final class HandshakeFlights {
  /// A pause in the server's flight this long, in round-trip times, is a wait for us.
  private static final double STALL_IN_RTT = 0.6;

  /// The least that a server may send at first: three times our first datagram.
  private static final int SMALLEST_ALLOWANCE = 3 * 1_200 - 1_200;

  private final InitialPackets initials = new InitialPackets();
  private boolean complete;
  private boolean acknowledged;
  private int stalls;
  private int retries;
  private int versions;
  private int datagramsIn;
  private long firstRtt = Long.MAX_VALUE / 2;
  private long lastSent;
  private long lastArrival;
  private long bytesIn;
  private long bytesOut;

  void sending(ByteBuf datagram) {
    if (!complete) {
      bytesOut += datagram.readableBytes();
      initials.sent(datagram);
    }
  }

  void sent(long at) {
    lastSent = at;
    acknowledged = true;
  }

  void received(ByteBuf datagram, long at) {
    if (complete || datagram.readableBytes() < 5) {
      return;
    }
    if (datagramsIn == 0) {
      firstRtt = Math.max(1, at - lastSent);
    } else if (bytesIn >= SMALLEST_ALLOWANCE
        && acknowledged
        && at - lastArrival >= STALL_IN_RTT * firstRtt) {
      stalls++;
    }
    datagramsIn++;
    acknowledged = false;
    lastArrival = at;
    bytesIn += datagram.readableBytes();
    int first = datagram.getByte(datagram.readerIndex()) & 0xff;
    boolean longHeader = (first & 0x80) != 0;
    if (longHeader && datagram.getInt(datagram.readerIndex() + 1) == 0) {
      versions++;
    } else if (longHeader && (first & 0x30) == 0x30) {
      retries++;
    }
    initials.received(datagram, at);
  }

  /// What comes from now on is not the handshake's.
  void complete() {
    complete = true;
  }

  boolean isComplete() {
    return complete;
  }

  /// What the hellos said.
  HelloFacts hello() {
    return initials.hello();
  }

  /// When the ServerHello was there, raw nanoTime; empty before.
  OptionalLong serverHelloAt() {
    return initials.serverHelloAt();
  }

  /// Round trips until now.
  int trips() {
    if (datagramsIn == 0) {
      return 0;
    }
    return 1 + versions + retries + stalls + (hello().retried() ? 1 : 0);
  }

  long bytesIn() {
    return bytesIn;
  }

  long bytesOut() {
    return bytesOut;
  }
}
