package dev.lightfoot.probe.quic;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http3.DefaultHttp3DataFrame;
import io.netty.handler.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a request to its stream and notes when it leaves.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class RequestSender {
  private final QuicConnection connection;
  private final QuicRequest request;
  private final ExchangeTrace trace;

  RequestSender(QuicConnection connection, QuicRequest request, ExchangeTrace trace) {
    this.connection = connection;
    this.request = request;
    this.trace = trace;
  }

  /// The lines that are sent, without the pseudo-header fields: names are lower case, and what
  /// concerns one connection of HTTP/1.1 has no place (RFC 9114 section 4.2).
  static List<Header> lines(QuicRequest request) {
    List<Header> lines = new ArrayList<>();
    for (Header header : request.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      switch (name) {
        case "host",
            "connection",
            "keep-alive",
            "proxy-connection",
            "transfer-encoding",
            "upgrade" -> {}
        default -> lines.add(new Header(name, header.value()));
      }
    }
    request
        .body()
        .filter(_ -> lines.stream().noneMatch(line -> line.named("content-length")))
        .ifPresent(body -> lines.add(new Header("content-length", String.valueOf(body.size()))));
    return lines;
  }

  /// Called on the event loop.
  void send(QuicStreamChannel stream, FrameMeter meter) {
    Http3HeadersFrame frame = new DefaultHttp3HeadersFrame();
    frame
        .headers()
        .method(request.method())
        .scheme("https")
        .authority(authority())
        .path(request.target());
    lines(request).forEach(line -> frame.headers().add(line.name(), line.value()));
    trace.enter(Phase.SEND, trace.clock().now());
    stream.write(frame);
    trace.requestBytes(meter.written(), request.body().map(body -> (long) body.size()).orElse(0L));
    request
        .body()
        .filter(body -> body.size() > 0)
        .ifPresent(
            body ->
                stream.write(
                    new DefaultHttp3DataFrame(Unpooled.wrappedBuffer(body.toByteArray()))));
    // datagrams that leave before this hold nothing of the stream, but SETTINGS or acknowledgements
    SendWindow window = connection.tap().openWindow();
    stream.flush();
    ChannelFuture ended = stream.shutdownOutput();
    if (ended.isSuccess() && window.first().isPresent()) {
      left(window); // before another stream writes
      return;
    }
    ended.addListener(
        _ -> {
          window.complete();
          stream.eventLoop().execute(() -> left(window));
        });
    stream.eventLoop().execute(() -> began(window));
  }

  /// A host that the person gave stands in for the URL's.
  private String authority() {
    return request.headers().stream()
        .filter(header -> header.named("host"))
        .map(Header::value)
        .findFirst()
        .orElse(request.authority());
  }

  /// While a datagram is being read, what is written leaves when it has been read: so the stamps
  /// are asked for in the next task.
  private void began(SendWindow window) {
    window.first().ifPresent(first -> trace.mark(Mark.SEND_FIRST_BYTE, trace.clock().of(first)));
  }

  private void left(SendWindow window) {
    began(window);
    connection.tap().close(window);
    if (window.last().isPresent() && !trace.has(Mark.SEND_LAST_BYTE)) {
      long last = trace.clock().of(window.last().getAsLong());
      trace.mark(Mark.SEND_LAST_BYTE, last);
      trace.enter(Phase.WAIT, last);
    }
  }
}
