package dev.lightfoot.probe.quic;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DatagramPacket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/// Lets the library notice at once that the handshake is complete.
///
/// A certificate is judged between two datagrams: our Finished leaves afterwards, and the handshake
/// is complete with it. But Netty looks whether it is only when a datagram comes, and where the
/// server's flight is over that is a round trip later: the confirmation. So the newest datagram is
/// handed to it once more. QUIC expects duplicates and ignores them (RFC 9000 section 12.3).
final class HandshakeEcho {
  private static final int HANDSHAKE = 2;

  private Optional<DatagramPacket> newest = Optional.empty();
  private OptionalLong leftAt = OptionalLong.empty();
  private OptionalLong due = OptionalLong.empty();
  private boolean leaving;

  /// Keeps a copy of what came.
  void received(DatagramPacket packet) {
    leftAt = OptionalLong.empty();
    byte[] bytes = ByteBufUtil.getBytes(packet.content());
    newest =
        Optional.of(
            new DatagramPacket(Unpooled.wrappedBuffer(bytes), packet.recipient(), packet.sender()));
  }

  /// Notes whether a Handshake packet is about to leave.
  void sending(ByteBuf datagram) {
    ByteBuffer rest = datagram.nioBuffer();
    Optional<LongHeader> header = LongHeader.of(rest);
    while (header.isPresent()) {
      leaving |= header.get().type() == HANDSHAKE && header.get().version() != 0;
      rest.position(header.get().end());
      header = rest.hasRemaining() ? LongHeader.of(rest) : Optional.empty();
    }
  }

  /// The datagram has left, at that raw nanoTime.
  void left(long at) {
    if (leaving) {
      leaving = false;
      due = OptionalLong.of(at);
    }
  }

  /// Hands the newest datagram on once more, if a Handshake packet has left since it came.
  void sent(ChannelHandlerContext context) {
    if (due.isPresent() && newest.isPresent()) {
      leftAt = due;
      DatagramPacket copy = newest.get();
      due = OptionalLong.empty();
      newest = Optional.empty();
      context
          .executor()
          .execute(
              () -> {
                context.fireChannelRead(copy);
                context.fireChannelReadComplete();
              });
    }
  }

  /// When the Handshake packet left after which the newest datagram was handed on again; empty
  /// where none has.
  OptionalLong leftAt() {
    return leftAt;
  }
}
