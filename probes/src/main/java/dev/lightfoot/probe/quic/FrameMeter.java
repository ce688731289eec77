package dev.lightfoot.probe.quic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.quic.DefaultQuicStreamFrame;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Follows the frames of a request stream (RFC 9114 section 7.1) before they are decoded: when the
/// first byte of a header section came, and how long it is. Takes nothing away.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class FrameMeter extends ChannelDuplexHandler {
  private static final long HEADERS = 1;

  /// A header section that has come as a whole.
  ///
  /// @param firstAt arrival of its first byte, raw nanoTime
  /// @param bytes its length with its frame
  record Section(long firstAt, long bytes) {}

  private final LongSupplier arrival;
  private final ArrayDeque<Section> sections = new ArrayDeque<>();
  private long firstAt;
  private long frameBytes;
  private long type = -1;
  private long left;
  private long number;
  private int numberLeft = -1;
  private long written;
  private boolean ends;

  /// @param arrival when the bytes that pass now arrived
  FrameMeter(LongSupplier arrival) {
    this.arrival = arrival;
  }

  /// The next header section; empty where none has come.
  Optional<Section> poll() {
    return Optional.ofNullable(sections.poll());
  }

  /// Bytes of the stream that were written.
  long written() {
    return written;
  }

  /// The frame that is written next is the last one of the stream, whose end goes with it: in the
  /// same datagram, and never before all of it has left.
  void endsNow() {
    ends = true;
  }

  /// Bytes of the header section that is coming now.
  long pendingHeaderBytes() {
    return type == HEADERS ? frameBytes : 0;
  }

  /// When the first byte of the frame that is coming now arrived, where it is a header section.
  Optional<Long> pendingHeaderFirst() {
    return type == HEADERS ? Optional.of(firstAt) : Optional.empty();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf bytes) {
      follow(bytes.duplicate());
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      written += bytes.readableBytes();
      context.write(ends ? new DefaultQuicStreamFrame(bytes, true) : bytes, promise);
    } else {
      context.write(message, promise);
    }
  }

  private void follow(ByteBuf bytes) {
    while (bytes.isReadable()) {
      if (left > 0) {
        int here = (int) Math.min(left, bytes.readableBytes());
        bytes.skipBytes(here);
        frameBytes += here;
        left -= here;
        if (left == 0) {
          frameEnds();
        }
        continue;
      }
      if (type < 0 && numberLeft < 0) {
        firstAt = arrival.getAsLong();
        frameBytes = 0;
      }
      head(bytes.readByte() & 0xff);
    }
  }

  /// Type and length of a frame are variable-length integers (RFC 9000 section 16).
  private void head(int value) {
    frameBytes++;
    if (numberLeft < 0) {
      number = value & 0x3f;
      numberLeft = (1 << (value >> 6)) - 1;
    } else {
      number = (number << 8) | value;
      numberLeft--;
    }
    if (numberLeft > 0) {
      return;
    }
    numberLeft = -1;
    if (type < 0) {
      type = number;
    } else {
      left = number;
      if (left == 0) {
        frameEnds();
      }
    }
  }

  private void frameEnds() {
    if (type == HEADERS) {
      sections.add(new Section(firstAt, frameBytes));
    }
    type = -1;
  }
}
