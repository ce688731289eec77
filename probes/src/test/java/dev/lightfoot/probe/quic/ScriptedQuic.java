package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.peer.Certificates;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.InsecureQuicTokenHandler;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/// A QUIC server on loopback that says h3 and sends on its streams exactly the bytes it is given,
/// however wrong they are.
@SuppressWarnings("FutureReturnValueIgnored") // the client ends many of these early, as it should
public final class ScriptedQuic implements AutoCloseable {

  /// What it does when a request begins.
  @FunctionalInterface
  public interface Script {
    void answer(QuicStreamChannel stream);
  }

  private final QuicLoop loop = new QuicLoop();
  private final Channel channel;

  /// @param ownStreams what it sends on each unidirectional stream that it opens
  public ScriptedQuic(String host, List<byte[]> ownStreams, Script script) {
    HeldCertificate leaf = Certificates.leaf(host).build();
    QuicSslContext context =
        QuicSslContextBuilder.forServer(
                leaf.keyPair().getPrivate(),
                null,
                leaf.certificate(),
                Certificates.ISSUER.certificate())
            .applicationProtocols("h3")
            .build();
    channel =
        new Bootstrap()
            .group(loop.eventLoop())
            .channelFactory(() -> new NioDatagramChannel(SocketProtocolFamily.INET))
            .handler(
                new QuicServerCodecBuilder()
                    .sslContext(context)
                    .maxIdleTimeout(20, TimeUnit.SECONDS)
                    .initialMaxData(10_000_000)
                    .initialMaxStreamDataBidirectionalRemote(1_000_000)
                    .initialMaxStreamDataUnidirectional(1_000_000)
                    .initialMaxStreamsBidirectional(10)
                    .initialMaxStreamsUnidirectional(10)
                    .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
                    .handler(new Opening(ownStreams))
                    .streamHandler(new Streams(script))
                    .build())
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  /// A server that sends a control stream with empty SETTINGS, and those bytes as the response.
  static ScriptedQuic answering(String host, byte[] response) {
    return new ScriptedQuic(host, List.of(new byte[] {0, 4, 0}), stream -> send(stream, response));
  }

  /// Sends and ends the stream.
  public static void send(QuicStreamChannel stream, byte[] bytes) {
    stream
        .writeAndFlush(Unpooled.wrappedBuffer(bytes))
        .addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
  }

  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  private static final class Opening extends ChannelInboundHandlerAdapter {
    private final List<byte[]> streams;

    Opening(List<byte[]> streams) {
      this.streams = streams;
    }

    @Override
    public boolean isSharable() {
      return true;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      for (byte[] bytes : streams) {
        ((QuicChannel) context.channel())
            .createStream(QuicStreamType.UNIDIRECTIONAL, new ChannelInboundHandlerAdapter())
            .addListener(
                made -> {
                  if (made.getNow() instanceof QuicStreamChannel stream) {
                    stream.writeAndFlush(Unpooled.wrappedBuffer(bytes));
                  }
                });
      }
    }
  }

  private static final class Streams extends ChannelInitializer<QuicStreamChannel> {
    private final Script script;

    Streams(Script script) {
      this.script = script;
    }

    @Override
    protected void initChannel(QuicStreamChannel stream) {
      stream
          .pipeline()
          .addLast(
              new ChannelInboundHandlerAdapter() {
                private boolean answered;

                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                  ReferenceCountUtil.release(message);
                  if (!answered && stream.type() == QuicStreamType.BIDIRECTIONAL) {
                    answered = true;
                    script.answer(stream);
                  }
                }
              });
    }
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly(1_000);
    loop.close();
  }
}
