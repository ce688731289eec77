package dev.lightfoot.probe.tls;

import dev.lightfoot.probe.kernel.Arrival;
import dev.lightfoot.probe.wire.RecordArrival;
import dev.lightfoot.probe.wire.TlsWire;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Follows a TLS handshake on the wire: when it began, what the hellos say, and how many round
/// trips it took.
///
/// A trip is counted whenever handshake records come back after handshake records went out.
/// change_cipher_spec and alert records do not count: TLS 1.3 clients send a meaningless
/// change_cipher_spec in the middle (RFC 8446 appendix D.4), and with it every handshake would seem
/// to take two trips. It does not begin encryption there either: after a HelloRetryRequest the
/// hellos that follow it are in the clear. A server whose certificates overflow its first flight
/// has to wait for our acknowledgement; that stall counts as a trip too.
final class HandshakeLog implements TlsWire {
  /// A pause in the server's flight this long, in round-trip times, is a wait for our
  /// acknowledgement.
  private static final double STALL_IN_RTT = 0.6;

  private static final double SHORTEST_WAIT_IN_RTT = 0.1;

  /// Fewer bytes than this fit every initial window (four segments, RFC 3390): a pause after them
  /// has another cause.
  private static final int SMALLEST_FIRST_FLIGHT = 4 * 1_220;

  /// A handshake message longer than this is not put together (the TLS library's own limit).
  private static final int MAX_MESSAGE = 32 * 1024;

  private final RecordScanner out = new RecordScanner(this::sentRecord);
  private final RecordScanner in = new RecordScanner(this::receivedRecord);
  private final HelloFacts hello = new HelloFacts();
  private final ByteArrayOutputStream outMessages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream inMessages = new ByteArrayOutputStream();
  private final LongSupplier rttNanos;
  private OptionalLong began = OptionalLong.empty();
  private OptionalLong serverHello = OptionalLong.empty();
  private boolean outEncrypted;
  private boolean inEncrypted;
  private boolean waiting;
  private boolean finished;
  private OptionalInt alertVersion = OptionalInt.empty();
  private int trips;
  private long flightBytes;
  private long lastArrival;
  private long bytesIn;
  private long bytesOut;
  private OptionalLong ended = OptionalLong.empty();

  /// Follows a handshake that has not begun.
  ///
  /// @param rttNanos the time the TCP connection took, to recognise stalls; known once it is there
  HandshakeLog(LongSupplier rttNanos) {
    this.rttNanos = rttNanos;
  }

  @Override
  public synchronized void sent(byte[] bytes, int offset, int length, long at) {
    out.feed(bytes, offset, length, at, at);
  }

  @Override
  public synchronized boolean received(byte[] bytes, int offset, int length, Arrival arrival) {
    if (!finished) {
      noteStall(length, arrival);
    }
    in.feed(bytes, offset, length, arrival.first(), arrival.last());
    return true;
  }

  /// Our own work between two reads, such as judging the certificate, is not a stall. Where the
  /// kernel does not say when the bytes came, the read itself must have waited.
  private void noteStall(int length, Arrival arrival) {
    long rtt = rttNanos.getAsLong();
    if (waiting) {
      flightBytes = 0;
    } else if (flightBytes >= SMALLEST_FIRST_FLIGHT
        && arrival.first() - lastArrival >= STALL_IN_RTT * rtt
        && (arrival.stamped() || arrival.first() - arrival.asked() >= SHORTEST_WAIT_IN_RTT * rtt)) {
      trips++;
    }
    flightBytes += length;
    lastArrival = arrival.last();
  }

  private void sentRecord(int type, int length, long first, long last, byte[] payload) {
    if (finished) {
      return;
    }
    if (type == RecordScanner.CHANGE_CIPHER_SPEC) {
      outEncrypted = !hello.isTls13();
    } else if (type != RecordScanner.ALERT) {
      if (began.isEmpty()) {
        began = OptionalLong.of(first);
      }
      waiting = true;
      ended = OptionalLong.of(last);
      bytesOut += length + 5;
      if (type == RecordScanner.HANDSHAKE && !outEncrypted) {
        messages(outMessages, payload, last);
      }
    }
  }

  private void receivedRecord(int type, int length, long first, long last, byte[] payload) {
    if (finished) {
      return;
    }
    if (type == RecordScanner.CHANGE_CIPHER_SPEC) {
      inEncrypted = !hello.isTls13();
    } else if (type == RecordScanner.ALERT) {
      alertVersion = OptionalInt.of(in.version());
    } else {
      if (waiting) {
        trips++;
        waiting = false;
      }
      ended = OptionalLong.of(last);
      bytesIn += length + 5;
      if (type == RecordScanner.HANDSHAKE && !inEncrypted) {
        messages(inMessages, payload, last);
      }
    }
  }

  /// Handshake messages may share a record or span several (RFC 8446 section 5.1).
  private void messages(ByteArrayOutputStream pending, byte[] payload, long at) {
    if (pending.size() + payload.length > MAX_MESSAGE) {
      return;
    }
    pending.writeBytes(payload);
    ByteBuffer buffer = ByteBuffer.wrap(pending.toByteArray());
    while (buffer.remaining() >= 4) {
      int header = buffer.getInt(buffer.position());
      int length = header & 0xffffff;
      if (buffer.remaining() < 4 + length) {
        break;
      }
      ByteBuffer body = buffer.slice(buffer.position() + 4, length);
      if (hello.read(header >>> 24, body)) {
        serverHello = OptionalLong.of(at);
      }
      buffer.position(buffer.position() + 4 + length);
    }
    pending.reset();
    pending.write(buffer.array(), buffer.position(), buffer.remaining());
  }

  /// The handshake is over: what follows is not counted.
  synchronized void finish() {
    finished = true;
    out.stopKeeping();
    in.stopKeeping();
  }

  @Override
  public RecordArrival newest() {
    return in.newest();
  }

  /// When the first byte of the ClientHello left, raw nanoTime; empty before.
  synchronized OptionalLong began() {
    return began;
  }

  /// When the newest handshake record so far had left or arrived, raw nanoTime; after [#finish]
  /// that is the end of the handshake on the wire.
  synchronized OptionalLong ended() {
    return ended;
  }

  /// When the ServerHello was there, raw nanoTime; empty before.
  synchronized OptionalLong serverHelloAt() {
    return serverHello;
  }

  synchronized int trips() {
    return trips;
  }

  synchronized long bytesIn() {
    return bytesIn;
  }

  synchronized long bytesOut() {
    return bytesOut;
  }

  synchronized HelloFacts hello() {
    return hello;
  }

  /// The version in the header of the peer's alert record; a server older than TLS 1.3 puts its own
  /// there.
  synchronized OptionalInt alertVersion() {
    return alertVersion;
  }

  /// Whether the peer answered with something that is not TLS.
  synchronized boolean peerIsNotTls() {
    return in.broken();
  }
}
