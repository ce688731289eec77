package dev.lightfoot.probe.quic;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.trace.ResponseHead;
import dev.lightfoot.probe.wire.BodyStart;
import dev.lightfoot.probe.wire.ResponseWatcher;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3Exception;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.http3.Http3RequestStreamInboundHandler;
import io.netty.handler.codec.quic.QuicException;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamResetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import okio.Buffer;

/// The response on one request stream: notes its instants and keeps what is needed of it.
@SuppressWarnings("FutureReturnValueIgnored") // failures arrive as events of the channel
final class RequestStream extends Http3RequestStreamInboundHandler {
  static final int MAX_HEADER_BYTES = 256 * 1024;
  private static final int MAX_HEADER_LINES = 1_000;
  private static final int MAX_INTERIM = 100;
  private static final long MAX_BODY_BYTES = 64L * 1024 * 1024;
  private static final int EARLY_HINTS = 103;
  private static final int FIRST_ERROR = 400;
  private static final int H3_REQUEST_CANCELLED = 0x10c;

  private final QuicConnection connection;
  private final String host;
  private final String method;
  private final ResponseWatcher watcher;
  private final ExchangeTrace trace;
  private final FrameMeter meter;
  private final RequestSender sender;
  private final Consumer<Optional<QuicProblem>> ended;
  private final Buffer kept = new Buffer();
  private Optional<Integer> status = Optional.empty();
  private List<Header> headers = List.of();
  private long bodyBytes;
  private OptionalLong announced = OptionalLong.empty();
  private boolean isCoded;
  private boolean tooLarge;
  private boolean over;

  /// @param sender hears what comes back, where its body waits for that
  /// @param ended called once, with why it broke off where it did
  RequestStream(
      QuicConnection connection,
      QuicRequest request,
      ExchangeTrace trace,
      RequestSender sender,
      Consumer<Optional<QuicProblem>> ended) {
    this.connection = connection;
    this.host = request.host();
    this.method = request.method();
    this.watcher = request.watcher();
    this.trace = trace;
    this.meter = new FrameMeter(connection.tap()::arrival);
    this.sender = sender;
    this.ended = ended;
  }

  /// Stands before the decoder of its stream.
  FrameMeter meter() {
    return meter;
  }

  /// The final response, as far as it came.
  Optional<QuicOutcome.Response> response() {
    return status.map(code -> new QuicOutcome.Response(code, headers, bodyBytes, kept, tooLarge));
  }

  private long arrival() {
    trace.stamped(connection.tap().newest().stamped());
    return trace.clock().of(connection.tap().arrival());
  }

  @Override
  protected void channelRead(ChannelHandlerContext context, Http3HeadersFrame frame) {
    Optional<FrameMeter.Section> section = meter.poll();
    if (over || status.isPresent()) {
      return; // trailers
    }
    long first = section.map(s -> trace.clock().of(s.firstAt())).orElse(arrival());
    trace.mark(Mark.FIRST_BYTE, first);
    int code = code(frame.headers().status());
    if (code >= 100 && code < 200) {
      trace.interim(new Interim(code, first));
      if (code == EARLY_HINTS) {
        watcher.hinted(lines(frame));
      }
      sender.goOn(); // whatever it says, the server is awake and has not refused
      if (trace.interim().size() > MAX_INTERIM) {
        tooManyHeaders(context, "More than " + MAX_INTERIM + " interim responses came.");
      }
      return;
    }
    finalResponse(context, frame, code, first, section.map(FrameMeter.Section::bytes).orElse(0L));
  }

  private void finalResponse(
      ChannelHandlerContext context, Http3HeadersFrame frame, int code, long first, long bytes) {
    trace.mark(Mark.FINAL_FIRST_BYTE, first);
    trace.enter(Phase.RECEIVE, first);
    trace.mark(Mark.HEADERS_COMPLETE, arrival());
    trace.responseHeaderBytes(bytes);
    List<Header> lines = lines(frame);
    if (lines.size() > MAX_HEADER_LINES) {
      tooManyHeaders(context, "The response has more than " + MAX_HEADER_LINES + " header lines.");
      return;
    }
    ResponseHead head = new ResponseHead("", code, lines, Optional.empty());
    trace.head(new Deferred<>(() -> head));
    announced = head.isBodiless(method) ? OptionalLong.empty() : head.announcedLength();
    status = Optional.of(code);
    headers = head.headers();
    isCoded =
        lines.stream()
            .anyMatch(
                line ->
                    line.named("content-encoding") && !line.value().equalsIgnoreCase("identity"));
    sender.answered();
    watcher.head(code, headers);
  }

  private static List<Header> lines(Http3HeadersFrame frame) {
    List<Header> lines = new ArrayList<>();
    frame
        .headers()
        .forEach(
            line -> {
              String name = line.getKey().toString();
              if (!name.startsWith(":")) {
                lines.add(new Header(name, line.getValue().toString()));
              }
            });
    return lines;
  }

  private static int code(@org.jspecify.annotations.Nullable CharSequence text) {
    try {
      return Integer.parseInt(String.valueOf(text));
    } catch (NumberFormatException e) {
      return 0; // the library refuses a response without a status, too
    }
  }

  private void tooManyHeaders(ChannelHandlerContext context, String message) {
    trace.mark(Mark.FINAL_FIRST_BYTE, arrival());
    fail(Phase.RECEIVE, ErrorType.HEADERS_TOO_LARGE, message);
    giveUp(context);
  }

  @Override
  protected void channelRead(ChannelHandlerContext context, Http3DataFrame frame) {
    ByteBuf content = frame.content();
    int count = content.readableBytes();
    boolean wanted = true;
    if (!over && count > 0) {
      long at = arrival();
      trace.body(count, at, at);
      bodyBytes += count;
      wanted = keep(content, count);
    }
    frame.release();
    if (!over && (bodyBytes > MAX_BODY_BYTES || !wanted)) {
      tooLarge = true;
      end(Optional.empty());
      giveUp(context);
    }
  }

  /// A coded body is decoded afterwards; of another only the start is looked at.
  ///
  /// @return whether more is wanted
  private boolean keep(ByteBuf content, int count) {
    byte[] bytes = new byte[count];
    content.readBytes(bytes);
    Buffer part = new Buffer().write(bytes);
    boolean more = watcher.body(part);
    kept.write(part, isCoded ? count : Math.min(count, BodyStart.MAX_BYTES - kept.size()));
    return more;
  }

  @Override
  protected void channelInputClosed(ChannelHandlerContext context) {
    if (status.isPresent() && announced.isPresent() && bodyBytes != announced.getAsLong()) {
      boolean cut = bodyBytes < announced.getAsLong();
      trace.mark(Mark.LAST_BYTE, arrival());
      fail(
          Phase.RECEIVE,
          cut ? ErrorType.BODY_CUT : ErrorType.MALFORMED_RESPONSE,
          ResponseHead.lengthDiffers(host, announced.getAsLong(), bodyBytes));
    } else if (status.isPresent()) {
      trace.mark(Mark.LAST_BYTE, arrival());
      end(Optional.empty());
    } else {
      fail(
          Phase.WAIT,
          ErrorType.MALFORMED_RESPONSE,
          host + " ended the HTTP/3 stream without an answer.");
    }
  }

  @Override
  protected void handleQuicException(ChannelHandlerContext context, QuicException exception) {
    if (exception instanceof QuicStreamResetException reset) {
      String code = "0x" + QuicErrors.hex(reset.applicationProtocolCode());
      broken(
          host + " reset the HTTP/3 stream with error " + code,
          ErrorType.STREAM_RESET,
          " instead of an answer.");
    } else {
      malformed(exception);
    }
    context.close();
  }

  @Override
  protected void handleHttp3Exception(ChannelHandlerContext context, Http3Exception exception) {
    if (meter.pendingHeaderBytes() > 0
        && exception.errorCode() == io.netty.handler.codec.http3.Http3ErrorCode.H3_EXCESSIVE_LOAD) {
      tooManyHeaders(context, "The response's headers are longer than 256 KiB.");
    } else {
      malformed(exception);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    switch (cause) {
      case QuicException quic -> handleQuicException(context, quic);
      case Http3Exception http -> handleHttp3Exception(context, http);
      default -> malformed(cause);
    }
  }

  private void malformed(Throwable cause) {
    String words = QuicErrors.brief(String.valueOf(cause.getMessage()));
    if (status.isPresent()) {
      fail(
          Phase.RECEIVE,
          ErrorType.MALFORMED_RESPONSE,
          host + " broke the rules of HTTP/3 after the head of its answer (" + words + ").");
      return;
    }
    broken(
        host + " answered with something that is not HTTP/3 (" + words + ")",
        ErrorType.MALFORMED_RESPONSE,
        ".");
  }

  /// The connection went away, or the stream was closed under us.
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!over) {
      connection
          .fault()
          .ifPresentOrElse(
              words ->
                  broken(
                      host + " broke the rules of HTTP/3 (" + words + ")",
                      ErrorType.MALFORMED_RESPONSE,
                      "."),
              () ->
                  broken(
                      QuicErrors.lost(connection.closeEvent(), host),
                      ErrorType.CONNECTION_CLOSED,
                      " instead of answering."));
    }
    context.fireChannelInactive();
  }

  /// No stream could be opened: the server allows none, or the connection is going away.
  void channelRefused() {
    broken(host + " allows no request on this connection", ErrorType.CONNECTION_CLOSED, ".");
  }

  private void broken(String what, ErrorType before, String ending) {
    if (status.isPresent()) {
      fail(
          Phase.RECEIVE,
          ErrorType.BODY_CUT,
          what + " after " + bodyBytes + " body bytes: the body is cut.");
    } else {
      Phase phase = trace.has(Mark.SEND_LAST_BYTE) ? Phase.WAIT : Phase.SEND;
      fail(phase, before, what + ending);
    }
  }

  private void fail(Phase phase, ErrorType type, String message) {
    end(Optional.of(new QuicProblem(phase, type, message)));
  }

  private void end(Optional<QuicProblem> problem) {
    if (!over) {
      over = true;
      sender.over();
      if (status.filter(code -> code >= FIRST_ERROR).isPresent()) {
        sender.refused();
      }
      if (problem.isEmpty()) {
        watcher.ended();
      }
      ended.accept(problem);
    }
  }

  /// Asks the server to stop.
  private static void giveUp(ChannelHandlerContext context) {
    if (context.channel() instanceof QuicStreamChannel stream) {
      ChannelPromise promise = stream.newPromise();
      stream.shutdown(H3_REQUEST_CANCELLED, promise);
    }
  }
}
