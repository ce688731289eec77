package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.tls.HelloFacts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The Initial packets of a handshake, kept while it runs and read afterwards, so that reading them
/// costs the measurement nothing. What cannot be read leaves facts out: the QUIC library judges the
/// packets.
final class InitialPackets {
  /// More datagrams than this in one direction are not kept.
  private static final int MAX_KEPT = 32;

  private static final int VERSION_1 = 1;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(byte[] bytes, long at) {}

  private final List<Kept> out = new ArrayList<>();
  private final List<Kept> in = new ArrayList<>();
  private Optional<HelloFacts> hello = Optional.empty();
  private OptionalLong serverHelloAt = OptionalLong.empty();

  void sent(ByteBuf datagram) {
    keep(out, datagram, 0);
  }

  void received(ByteBuf datagram, long at) {
    keep(in, datagram, at);
  }

  private void keep(List<Kept> where, ByteBuf datagram, long at) {
    boolean longHeader = (datagram.getByte(datagram.readerIndex()) & 0x80) != 0;
    if (longHeader && where.size() < MAX_KEPT) {
      where.add(new Kept(ByteBufUtil.getBytes(datagram), at));
      hello = Optional.empty();
    }
  }

  /// What the hellos said, as far as they can be read.
  HelloFacts hello() {
    return hello.orElseGet(this::read);
  }

  /// When the datagram with the end of the ServerHello came, raw nanoTime.
  OptionalLong serverHelloAt() {
    hello();
    return serverHelloAt;
  }

  private HelloFacts read() {
    HelloFacts facts = new HelloFacts();
    serverHelloAt = OptionalLong.empty();
    try {
      for (byte[] id : connectionIds()) {
        CryptoStream sent = new CryptoStream();
        read(out, InitialKeys.ofClient(id), sent);
        sent.messages((type, body, _) -> facts.read(type, body));
        CryptoStream received = new CryptoStream();
        read(in, InitialKeys.ofServer(id), received);
        received.messages(
            (type, body, at) -> {
              if (facts.read(type, body)) {
                serverHelloAt = OptionalLong.of(at);
              }
            });
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES", e);
    }
    hello = Optional.of(facts);
    return facts;
  }

  /// The ids that keys follow from: the first that we made up, and that of a Retry packet.
  private List<byte[]> connectionIds() {
    List<byte[]> ids = new ArrayList<>();
    if (!out.isEmpty()) {
      LongHeader.of(ByteBuffer.wrap(out.getFirst().bytes)).ifPresent(h -> ids.add(h.destination()));
    }
    for (Kept kept : in) {
      LongHeader.of(ByteBuffer.wrap(kept.bytes))
          .filter(LongHeader::isRetry)
          .ifPresent(header -> ids.add(header.source()));
    }
    return ids;
  }

  private static void read(List<Kept> from, InitialKeys keys, CryptoStream into) {
    for (Kept kept : from) {
      ByteBuffer datagram = ByteBuffer.wrap(kept.bytes);
      Optional<LongHeader> packet = LongHeader.of(datagram);
      while (packet.isPresent()) {
        if (packet.get().isInitial() && packet.get().version() == VERSION_1) {
          open(kept, packet.get(), keys, into);
        }
        datagram.position(packet.get().end());
        packet = LongHeader.of(datagram);
      }
    }
  }

  private static void open(Kept kept, LongHeader packet, InitialKeys keys, CryptoStream into) {
    try {
      byte[] bytes = kept.bytes.clone();
      int number = packet.numberOffset();
      byte[] sample = java.util.Arrays.copyOfRange(bytes, number + 4, number + 20);
      byte[] mask = keys.mask(sample);
      bytes[packet.start()] ^= (byte) (mask[0] & 0x0f);
      int length = (bytes[packet.start()] & 3) + 1;
      long packetNumber = 0;
      for (int i = 0; i < length; i++) {
        bytes[number + i] ^= mask[1 + i];
        packetNumber = (packetNumber << 8) | (bytes[number + i] & 0xff);
      }
      byte[] head = java.util.Arrays.copyOfRange(bytes, packet.start(), number + length);
      byte[] sealed = java.util.Arrays.copyOfRange(bytes, number + length, packet.end());
      into.frames(ByteBuffer.wrap(keys.open(packetNumber, head, sealed)), kept.at);
    } catch (GeneralSecurityException | BufferUnderflowException | IndexOutOfBoundsException e) {
      return; // of another key, or damaged: the QUIC library drops it, too
    }
  }
}
