package dev.lightfoot.probe.quic;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.http3.DefaultHttp3DataFrame;
import io.netty.handler.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.http3.Http3RequestStreamInboundHandler;
import io.netty.handler.codec.http3.Http3ServerConnectionHandler;
import io.netty.handler.codec.quic.InsecureQuicTokenHandler;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/// An h3 server in this process that answers every request with 200 and three bytes. It lives on a
/// loop of its own, so that it warms what a real server would meet.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class LoopbackQuic implements AutoCloseable {
  private static final byte[] BODY = {'o', 'k', '\n'};
  private static final long WINDOW = 1_000_000;
  private static final long STREAMS = 100;

  private final QuicLoop loop = new QuicLoop();
  private final HeldCertificate root =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private final Channel channel;

  LoopbackQuic(String host) {
    HeldCertificate leaf =
        new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(root).build();
    QuicSslContext context =
        QuicSslContextBuilder.forServer(leaf.keyPair().getPrivate(), null, leaf.certificate())
            .applicationProtocols("h3")
            .build();
    ChannelHandler codec =
        Http3.newQuicServerCodecBuilder()
            .sslContext(context)
            .maxIdleTimeout(5, TimeUnit.SECONDS)
            .initialMaxData(WINDOW)
            .initialMaxStreamDataBidirectionalRemote(WINDOW)
            .initialMaxStreamDataUnidirectional(WINDOW)
            .initialMaxStreamsBidirectional(STREAMS)
            .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel quic) {
                    quic.pipeline().addLast(new Http3ServerConnectionHandler(new Streams()));
                  }
                })
            .build();
    channel =
        new Bootstrap()
            .group(loop.eventLoop())
            .channelFactory(() -> new NioDatagramChannel(SocketProtocolFamily.INET))
            .handler(codec)
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  X509Certificate root() {
    return root.certificate();
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  private static final class Streams extends ChannelInitializer<QuicStreamChannel> {
    @Override
    protected void initChannel(QuicStreamChannel stream) {
      stream.pipeline().addLast(new Answering());
    }
  }

  private static final class Answering extends Http3RequestStreamInboundHandler {
    @Override
    protected void channelRead(ChannelHandlerContext context, Http3HeadersFrame frame) {
      // the answer comes when the request is whole
    }

    @Override
    protected void channelRead(ChannelHandlerContext context, Http3DataFrame frame) {
      frame.release();
    }

    @Override
    protected void channelInputClosed(ChannelHandlerContext context) {
      Http3HeadersFrame headers = new DefaultHttp3HeadersFrame();
      headers.headers().status("200").addInt("content-length", BODY.length);
      context.write(headers);
      context
          .writeAndFlush(new DefaultHttp3DataFrame(Unpooled.wrappedBuffer(BODY)))
          .addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
    }
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly(1_000);
    loop.close();
  }
}
