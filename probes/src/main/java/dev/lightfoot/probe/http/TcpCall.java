package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.http.wire.BodyReading;
import dev.lightfoot.probe.http.wire.HeadRemarks;
import dev.lightfoot.probe.http.wire.Http1Tap;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.trace.ResponseHead;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.ResponseWatcher;
import dev.lightfoot.probe.wire.Upload;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.internal.http2.StreamResetException;
import okio.ByteString;

/// Makes one request over TCP: http/1.1 or h2.
final class TcpCall {
  private static final int FIRST_ERROR = 400;
  private static final String H2 = "h2";

  private final HttpEngine engine;
  private final ExchangeRequest asked;
  private final CallContext context;
  private final ExchangeTrace trace;
  private Optional<BodyReading> body = Optional.empty();

  TcpCall(HttpEngine engine, ExchangeRequest asked, CallContext context) {
    this.engine = engine;
    this.asked = asked;
    this.context = context;
    this.trace = context.trace();
  }

  /// Blocks until the response is complete, cut or failed. Where a kept connection turns out to be
  /// dead the request is made again, until it has a connection of its own.
  Answer.Reply make() {
    if (asked.expectsContinue()) {
      trace.expectContinue();
    }
    Optional<IOException> error = attempt();
    for (int dead = 0; dead < OriginQueue.CONNECTIONS && isRepeated(error); dead++) {
      if (context.isCalledOff()) {
        context.giveWay();
        engine.hasStopped(trace);
      } else {
        context.startAgain();
      }
      error = attempt();
    }
    error.ifPresent(this::note);
    context.over();
    context.connection().ifPresent(used -> used.wire().answered());
    if (body.isPresent() && body.get().cut().isEmpty() && trace.failure().isEmpty()) {
      checkLength();
    }
    return reply();
  }

  private Optional<IOException> attempt() {
    Call call = engine.call(asked, context.proxy());
    engine.awaitOpening(context, asked);
    // the turn ends after the response is closed: its connection is then free for the next one
    try (OriginQueue.Turn _ = context.await(engine.queue(asked), call::cancel)) {
      ScopedValue.where(CallContext.CURRENT, context)
          .call(
              () -> {
                exchange(call);
                return true;
              });
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private void exchange(Call call) throws IOException {
    try (Response read = call.execute()) {
      Response received = context.received().orElse(read);
      ResponseWatcher watcher = asked.carriage().watcher();
      BodyReading reading = new BodyReading(received, watcher);
      body = Optional.of(reading);
      answered();
      watcher.head(received.code(), headers(received.headers()));
      if (!ResponseHead.isBodiless(received.code())) { // whatever its length or coding
        reading.read(call, read, http1Tap());
      }
      watcher.ended();
      endUpload(call, received.code());
    } finally {
      context.streamOpened();
      context.endUpload();
    }
  }

  /// What the answer names is judged by where it came from, while it comes.
  private void answered() {
    if (context.proxy().isPresent()) {
      context.gate().answeredThroughProxy(asked.url().host());
    } else {
      context
          .connection()
          .flatMap(ConnectionTrace::peer)
          .map(InetSocketAddress::getAddress)
          .ifPresent(context.gate()::answeredFrom);
    }
  }

  /// The answer is complete. A body that is still being sent comes to its end, unless the answer is
  /// an error: then nobody reads it, and the connection is of no more use.
  private void endUpload(Call call, int status) throws IOException {
    Optional<Upload> upload = context.upload().filter(beside -> !beside.isWritten());
    if (upload.isPresent() && status < FIRST_ERROR) {
      upload.get().await();
    } else if (upload.isPresent()) {
      call.cancel();
      context.closeConnection();
    }
  }

  private Optional<Http1Tap> http1Tap() {
    return context
        .connection()
        .map(ConnectionTrace::tap)
        .filter(Http1Tap.class::isInstance)
        .map(Http1Tap.class::cast);
  }

  /// Whether the server had closed a kept connection before it could see the request. What may
  /// change something is not sent twice: the server might have seen it all the same.
  private boolean isRepeated(Optional<IOException> error) {
    if (error.isPresent() && context.isCalledOff()) {
      return true;
    }
    boolean reset = error.filter(StreamResetException.class::isInstance).isPresent();
    return error.isPresent()
        && context.reused()
        && asked.isRepeatable()
        && (!reset || context.goesAway())
        && trace.failure().isEmpty()
        && !trace.has(Mark.FIRST_BYTE)
        && !engine.isClosed();
  }

  private void note(IOException error) {
    context.settle();
    boolean inVain = trace.head().filter(HeadRemarks::announcesInVain).isPresent();
    if (inVain && context.received().isEmpty() && trace.failure().isEmpty()) {
      // the library objects; but without a body the response is complete
      trace.at(Mark.HEADERS_COMPLETE).ifPresent(at -> trace.mark(Mark.LAST_BYTE, at));
      return;
    }
    if (error instanceof ProtocolException && trace.failure().isEmpty()) {
      checkLength(); // the library stops at a byte too many
    }
    HttpErrors.note(
        error, trace, new HttpErrors.Peer(asked.url().host(), context.proxy(), body.isPresent()));
  }

  private void finish(BodyReading reading) {
    HttpErrors.cut(trace).ifPresent(reading::cut);
    reading.decode();
  }

  /// On HTTP/1.1 the length is where the body ends; on h2 it is a promise (RFC 9113 section 8.1.1),
  /// which the library does not check.
  private void checkLength() {
    Optional<ResponseHead> head = trace.head();
    if (head.isEmpty()
        || head.get().isBodiless(asked.method())
        || protocol().filter(H2::equals).isEmpty()) {
      return;
    }
    long came = trace.chunks().bytes();
    long announced = head.get().announcedLength().orElse(came);
    if (came != announced) {
      trace.fail(
          Optional.of(Phase.RECEIVE),
          came < announced ? ErrorType.BODY_CUT : ErrorType.MALFORMED_RESPONSE,
          ResponseHead.lengthDiffers(asked.url().host(), announced, came));
    }
  }

  /// What the kernel knows is asked for now: the next exchange changes it.
  private Answer.Reply reply() {
    Optional<KernelTcp> kernel = context.connection().flatMap(ConnectionTrace::kernel);
    Optional<ResponseHead> head = trace.head();
    return new Answer.Reply(
        status(head),
        head.map(ResponseHead::headers).orElse(List.of()),
        context.connection().flatMap(ConnectionTrace::peer).map(InetSocketAddress::getAddress),
        () -> answer(kernel));
  }

  private static OptionalInt status(Optional<ResponseHead> head) {
    int status = head.map(ResponseHead::status).orElse(0);
    return status > 0 ? OptionalInt.of(status) : OptionalInt.empty();
  }

  private Answer answer(Optional<KernelTcp> kernel) {
    body.ifPresent(this::finish);
    Optional<ConnectionTrace> open = context.connection().filter(given -> given.peer().isPresent());
    OptionalLong rtt = trace.handshakes().connectNanos();
    if (kernel.isPresent()) {
      long least = kernel.get().minRttNanos();
      rtt = OptionalLong.of(rtt.isPresent() ? Math.min(least, rtt.getAsLong()) : least);
    }
    Optional<ResponseHead> head = trace.head();
    return new Answer(
        status(head),
        protocol(),
        open.map(used -> connection(used, kernel)),
        context.reused(),
        rtt,
        tls(),
        sent(),
        head.map(ResponseHead::headers),
        body.map(BodyReading::decodedBytes)
            .orElse(
                head.isPresent() ? OptionalLong.of(trace.chunks().bytes()) : OptionalLong.empty()),
        body.flatMap(BodyReading::cut),
        body.map(BodyReading::start).orElse(ByteString.EMPTY));
  }

  private Connection connection(ConnectionTrace used, Optional<KernelTcp> kernel) {
    return new Connection(
        used.id(),
        context.reused(),
        used.peer().map(Addresses::text),
        kernel,
        trace.handshakes().attempts());
  }

  private List<Header> sent() {
    return context.sent().map(TcpCall::headers).orElseGet(asked::headers);
  }

  private Optional<String> protocol() {
    return context
        .received()
        .map(r -> r.protocol().toString())
        .or(() -> tls().flatMap(TlsFacts::alpn))
        .or(() -> trace.head().map(_ -> Protocol.HTTP_1_1.toString()));
  }

  /// A reused connection shook hands on the clock of an earlier exchange.
  private Optional<TlsFacts> tls() {
    return trace
        .handshakes()
        .tls()
        .or(
            () ->
                context
                    .connection()
                    .flatMap(ConnectionTrace::tlsFacts)
                    .map(TlsFacts::ofEarlierExchange));
  }

  private static List<Header> headers(Headers headers) {
    List<Header> lines = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      boolean ours = headers.name(i).equals(LibraryRequest.PROXY_AUTHORIZATION);
      lines.add(new Header(headers.name(i), ours ? "Basic [redacted]" : headers.value(i)));
    }
    return lines;
  }
}
