package dev.lightfoot.probe.quic;

import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.Resource;
import dev.lightfoot.probe.peer.ResourceStamps;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
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
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.tls.HeldCertificate;

/// Answers with the scripted resources over h3: out of order, the slices of their bodies one among
/// the other.
@SuppressWarnings("FutureReturnValueIgnored") // what fails shows at the client
public final class ResourcesOverHttp3 implements AutoCloseable {
  private static final long WINDOW = 10_000_000;
  private static final long STREAMS = 100;

  private final QuicLoop loop = new QuicLoop();
  private final AtomicInteger connections = new AtomicInteger();
  private final ResourceStamps stamps;
  private final Channel channel;

  public ResourcesOverHttp3(String host, ResourceStamps stamps) {
    this.stamps = stamps;
    HeldCertificate leaf = Certificates.leaf(host).build();
    channel =
        new Bootstrap()
            .group(loop.eventLoop())
            .channelFactory(() -> new NioDatagramChannel(SocketProtocolFamily.INET))
            .handler(
                Http3.newQuicServerCodecBuilder()
                    .sslContext(
                        QuicSslContextBuilder.forServer(
                                leaf.keyPair().getPrivate(),
                                null,
                                leaf.certificate(),
                                Certificates.ISSUER.certificate())
                            .applicationProtocols("h3")
                            .build())
                    .maxIdleTimeout(20, TimeUnit.SECONDS)
                    .initialMaxData(WINDOW)
                    .initialMaxStreamDataBidirectionalRemote(WINDOW)
                    .initialMaxStreamDataUnidirectional(WINDOW)
                    .initialMaxStreamsBidirectional(STREAMS)
                    .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
                    .handler(new Connections())
                    .build())
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /// How many connections came.
  public int accepted() {
    return connections.get();
  }

  private final class Connections extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel quic) {
      connections.incrementAndGet();
      quic.pipeline()
          .addLast(
              new Http3ServerConnectionHandler(
                  new ChannelInitializer<QuicStreamChannel>() {
                    @Override
                    protected void initChannel(QuicStreamChannel stream) {
                      stream.pipeline().addLast(new Answering());
                    }
                  }));
    }
  }

  private final class Answering extends Http3RequestStreamInboundHandler {
    private Resource resource = new Resource(0);

    @Override
    protected void channelRead(ChannelHandlerContext context, Http3HeadersFrame frame) {
      resource = Resource.of(frame.headers().path().toString());
    }

    @Override
    protected void channelRead(ChannelHandlerContext context, Http3DataFrame frame) {
      frame.release();
    }

    @Override
    protected void channelInputClosed(ChannelHandlerContext context) {
      ResourceStamps.Stamps noted = stamps.of(resource);
      noted.seen();
      if (resource.isHinted()) {
        later(
            context,
            resource.delayMillis() / 2,
            () -> {
              noted.hinted();
              context.writeAndFlush(headers("103"));
            });
      }
      later(
          context,
          resource.delayMillis(),
          () -> {
            noted.first();
            Http3HeadersFrame head = headers("200");
            head.headers().add("mark", resource.mark());
            context.writeAndFlush(head);
          });
      for (int slice = 1; slice <= Resource.SLICES; slice++) {
        boolean last = slice == Resource.SLICES;
        later(
            context,
            resource.delayMillis() + slice * Resource.SLICE_MILLIS,
            () -> {
              noted.last();
              ChannelFuture written =
                  context.writeAndFlush(
                      new DefaultHttp3DataFrame(Unpooled.wrappedBuffer(resource.slice())));
              if (last) {
                written.addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
              }
            });
      }
    }

    private static Http3HeadersFrame headers(String status) {
      Http3HeadersFrame frame = new DefaultHttp3HeadersFrame();
      frame.headers().status(status);
      return frame;
    }

    private static void later(ChannelHandlerContext context, long millis, Runnable task) {
      context.executor().schedule(task, millis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly(1_000);
    loop.close();
  }
}
