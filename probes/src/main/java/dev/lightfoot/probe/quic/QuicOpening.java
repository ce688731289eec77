package dev.lightfoot.probe.quic;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicSslEngine;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Opens the UDP socket of a connection and begins its handshake.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class QuicOpening {
  private static final int RECEIVE_BUFFER = 2 * 1024 * 1024;

  /// What the server may send before we ask for more. Less than a path's bandwidth times its delay
  /// would make us the bottleneck.
  private static final long WINDOW = 16L * 1024 * 1024;

  private final EventLoop loop;
  private final InetSocketAddress peer;
  private final ArrivalStamps stamps;
  private final DatagramTap tap;

  QuicOpening(EventLoop loop, InetSocketAddress peer, ArrivalStamps stamps, DatagramTap tap) {
    this.loop = loop;
    this.peer = peer;
    this.stamps = stamps;
    this.tap = tap;
  }

  /// @param engines makes the TLS engine
  /// @param events takes the events of the QUIC channel
  /// @param opened takes the socket; answers whether it is still wanted
  /// @param failed takes why no connection came about
  void open(
      Function<QuicChannel, QuicSslEngine> engines,
      ChannelHandler events,
      Predicate<Channel> opened,
      Consumer<Throwable> failed) {
    DatagramChannel datagrams;
    try {
      datagrams = DatagramChannel.open(family());
    } catch (IOException e) {
      failed.accept(e);
      return;
    }
    new Bootstrap()
        .group(loop)
        .channelFactory(() -> new NioDatagramChannel(datagrams))
        .option(ChannelOption.RECVBUF_ALLOCATOR, stamps)
        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(tap, codec(engines));
              }
            })
        .connect(peer) // so that the kernel reports when nothing listens there
        .addListener(
            (ChannelFuture future) -> {
              if (!opened.test(future.channel())) {
                future.channel().close();
              } else if (future.isSuccess()) {
                stamps.watch(datagrams);
                shakeHands(future.channel(), events, failed);
              } else {
                failed.accept(future.cause());
              }
            });
  }

  private StandardProtocolFamily family() {
    return peer.getAddress() instanceof Inet4Address
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  private static ChannelHandler codec(Function<QuicChannel, QuicSslEngine> engines) {
    return Http3.newQuicClientCodecBuilder()
        .sslEngineProvider(engines)
        .maxIdleTimeout(0, TimeUnit.MILLISECONDS) // how long a run may take is ours to say
        .maxRecvUdpPayloadSize(ArrivalStamps.MAX_DATAGRAM)
        .initialMaxData(WINDOW)
        .initialMaxStreamDataBidirectionalLocal(WINDOW)
        .initialMaxStreamDataUnidirectional(WINDOW)
        .build();
  }

  private void shakeHands(Channel socket, ChannelHandler events, Consumer<Throwable> failed) {
    QuicChannel.newBootstrap(socket)
        .handler(events)
        .streamHandler(new ServersOwn())
        .remoteAddress(peer)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
        .connect()
        .addListener(
            future -> {
              if (!future.isSuccess()) {
                failed.accept(future.cause());
              }
            });
  }

  /// Every stream that the server opens gets this one; [HttpLayer] adds what follows it.
  private static final class ServersOwn extends ChannelInboundHandlerAdapter {
    @Override
    public boolean isSharable() {
      return true;
    }
  }
}
