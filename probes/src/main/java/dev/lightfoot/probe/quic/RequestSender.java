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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okio.ByteString;

/// Writes a request to its stream and notes when it leaves. A body that waits for `100 Continue`
/// (RFC 9110 section 10.1.1) follows its head when that comes, or when it has waited long enough.
/// Used on the event loop only.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class RequestSender {
  private static final int H3_REQUEST_CANCELLED = 0x10c;

  /// A body is handed over in such pieces, so that what has left is known.
  private static final int PIECE = 4 * 1024;

  /// How often it looks whether an answer to `Expect` is overdue.
  private static final int LOOK_MILLIS = 20;

  private final QuicConnection connection;
  private final QuicRequest request;
  private final ExchangeTrace trace;
  private Optional<Open> held = Optional.empty();
  private Optional<QuicStreamChannel> unsent = Optional.empty();

  /// A stream that is being written.
  private record Open(QuicStreamChannel stream, FrameMeter meter, SendWindow window) {}

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
    if (body().isEmpty()) {
      meter.endsNow();
    }
    // datagrams that leave before this hold nothing of the stream, but SETTINGS or acknowledgements
    SendWindow window = connection.tap().openWindow();
    ChannelFuture head = stream.write(frame);
    trace.requestBytes(meter.written(), 0);
    Open open = new Open(stream, meter, window);
    if (body().isEmpty()) {
      ended(open, head);
    } else if (trace.expectsContinue()) {
      hold(open, head);
    } else {
      sendBody(open);
    }
  }

  private Optional<ByteString> body() {
    return request.body().filter(body -> body.size() > 0);
  }

  /// The head leaves alone.
  private void hold(Open waiting, ChannelFuture head) {
    held = Optional.of(waiting);
    waiting.stream.flush();
    if (head.isSuccess() && waiting.window.first().isPresent()) {
      closed(waiting); // before another stream writes
    } else {
      head.addListener(_ -> waiting.window.complete());
    }
    trace.headSent();
    look(waiting);
  }

  private void look(Open waiting) {
    waiting
        .stream
        .eventLoop()
        .schedule(
            () -> {
              if (held.filter(waiting::equals).isEmpty()) {
                return; // the instants are the body's by now
              }
              headLeft(waiting.window);
              if (trace.goesOn()) {
                goOn();
              } else {
                look(waiting);
              }
            },
            LOOK_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private void headLeft(SendWindow head) {
    began(head);
    head.last().ifPresent(last -> trace.move(Mark.SEND_LAST_BYTE, trace.clock().of(last)));
  }

  /// The body need not wait any longer, where it does.
  void goOn() {
    Optional<Open> waiting = held;
    held = Optional.empty();
    waiting.ifPresent(
        each -> {
          closed(each);
          SendWindow next = connection.tap().openWindow();
          sendBody(new Open(each.stream, each.meter, next));
        });
  }

  /// The exchange is over. A body that still waits need not do so any longer.
  void over() {
    held.ifPresent(this::closed);
    held = Optional.empty();
  }

  /// The answer has come. A body that still waits for leave is not sent.
  void answered() {
    Optional<Open> waiting = held;
    held = Optional.empty();
    waiting.ifPresent(
        each -> {
          closed(each);
          each.stream.shutdownOutput(H3_REQUEST_CANCELLED);
        });
  }

  private void closed(Open headAlone) {
    headLeft(headAlone.window);
    connection.tap().close(headAlone.window);
  }

  private void sendBody(Open open) {
    byte[] body = body().orElse(ByteString.EMPTY).toByteArray();
    unsent = Optional.of(open.stream);
    for (int from = 0; from < body.length; from += PIECE) {
      int length = Math.min(PIECE, body.length - from);
      boolean last = from + length == body.length;
      if (last) {
        open.meter.endsNow();
      }
      ChannelFuture piece =
          open.stream.write(new DefaultHttp3DataFrame(Unpooled.wrappedBuffer(body, from, length)));
      piece.addListener(
          taken -> {
            if (taken.isSuccess()) {
              trace.requestBytes(0, length);
            }
          });
      if (last) {
        piece.addListener(_ -> unsent = Optional.empty());
        ended(open, piece);
      }
    }
  }

  /// The answer is complete, and an error: nobody reads what of the body is still here.
  void refused() {
    Optional<QuicStreamChannel> waiting = unsent;
    unsent = Optional.empty();
    waiting.ifPresent(stream -> stream.shutdownOutput(H3_REQUEST_CANCELLED));
  }

  /// The last of it has been handed over, or will be as the server lets more come.
  private void ended(Open open, ChannelFuture last) {
    SendWindow window = open.window;
    open.stream.flush();
    if (last.isSuccess() && window.first().isPresent()) {
      left(window); // before another stream writes
      return;
    }
    last.addListener(
        _ -> {
          window.complete();
          open.stream.eventLoop().execute(() -> left(window));
        });
    open.stream.eventLoop().execute(() -> began(window));
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
    if (window.last().isPresent()) {
      long last = trace.clock().of(window.last().getAsLong());
      trace.move(Mark.SEND_LAST_BYTE, last);
      trace.enter(Phase.WAIT, last);
    }
  }
}
