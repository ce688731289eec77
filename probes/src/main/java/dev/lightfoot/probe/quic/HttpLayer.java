package dev.lightfoot.probe.quic;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http3.DefaultHttp3SettingsFrame;
import io.netty.handler.codec.http3.Http3ClientConnectionHandler;
import io.netty.handler.codec.http3.Http3Settings;
import io.netty.handler.codec.http3.Http3SettingsFrame;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.util.function.Consumer;

/// HTTP/3 above a QUIC connection: control and QPACK streams. Added when the certificate is
/// trusted, so that not even SETTINGS leave before. There is no dynamic QPACK table: a probe makes
/// few requests, and a table would make one response wait for another.
final class HttpLayer extends Http3ClientConnectionHandler {
  /// Twice what is accepted: names and values count 32 bytes more than they are long.
  private static final long MAX_FIELD_SECTION = 2L * RequestStream.MAX_HEADER_BYTES;

  private final Consumer<Throwable> faults;

  HttpLayer(Consumer<Throwable> faults) {
    super(null, null, null, settings(), true);
    this.faults = faults;
  }

  private static Http3SettingsFrame settings() {
    return new DefaultHttp3SettingsFrame(
        Http3Settings.defaultSettings().maxFieldSectionSize(MAX_FIELD_SECTION));
  }

  /// A fault on one of the server's own streams ends the connection; this is where its reason is.
  @Override
  protected void initUnidirectionalStream(
      ChannelHandlerContext context, QuicStreamChannel channel) {
    super.initUnidirectionalStream(context, channel);
    channel
        .pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void exceptionCaught(ChannelHandlerContext ignored, Throwable cause) {
                faults.accept(cause);
              }
            });
  }
}
