package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResponseFacts.Cut;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.http.wire.BodyDecoder;
import dev.lightfoot.probe.http.wire.BodyReading;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.KernelTcpInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;

/// Makes one request over TCP: http/1.1 or h2.
final class TcpCall {
  /// The proxy's password is kept nowhere, not even in the store.
  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private static final int NOT_MODIFIED = 304;

  private final HttpEngine engine;
  private final ExchangeRequest asked;
  private final CallContext context;
  private final ExchangeTrace trace;
  private Optional<Response> response = Optional.empty();
  private Optional<BodyReading> body = Optional.empty();

  TcpCall(HttpEngine engine, ExchangeRequest asked, CallContext context) {
    this.engine = engine;
    this.asked = asked;
    this.context = context;
    this.trace = context.trace();
  }

  /// Blocks until the response is complete, cut or failed.
  Answer make() {
    Call call = engine.call(request());
    // the turn ends after the response is closed: its connection is then free for the next one
    try (OriginQueue.Turn _ = context.await(engine.queue(asked.url()))) {
      ScopedValue.where(CallContext.CURRENT, context)
          .call(
              () -> {
                exchange(call);
                return true;
              });
    } catch (IOException e) {
      context.settle();
      HttpErrors.note(e, trace, asked.url().host(), context.proxy());
    }
    context.over();
    body.ifPresent(this::finish);
    return answer();
  }

  private void exchange(Call call) throws IOException {
    try (Response received = call.execute()) {
      response = Optional.of(received);
      BodyReading reading = new BodyReading(received);
      body = Optional.of(reading);
      if (received.code() != NOT_MODIFIED) { // whose length is that of a body it does not have
        reading.read(call, received);
      }
    } finally {
      context.streamOpened();
    }
  }

  private void finish(BodyReading reading) {
    trace
        .failure()
        .ifPresent(
            failure ->
                reading.cut(
                    switch (failure.type()) {
                      case TIMEOUT -> Cut.TIMEOUT;
                      case CANCELLED -> Cut.CANCELLED;
                      default -> Cut.CLOSED_EARLY;
                    }));
    reading.decode();
  }

  private Request request() {
    Headers.Builder headers = new Headers.Builder();
    asked.headers().forEach(header -> headers.addUnsafeNonAscii(header.name(), header.value()));
    if (asked.headers().stream().noneMatch(header -> header.named("accept-encoding"))) {
      headers.add("Accept-Encoding", BodyDecoder.ACCEPTED);
    }
    if (!asked.url().isHttps()) {
      context
          .proxy()
          .flatMap(ProxyServer::authorization)
          .ifPresent(value -> headers.set(PROXY_AUTHORIZATION, value));
    }
    return new Request.Builder()
        .url(asked.url())
        .headers(headers.build())
        .method(asked.method(), requestBody())
        .build();
  }

  private @org.jspecify.annotations.Nullable RequestBody requestBody() {
    if (asked.body().isPresent()) {
      ExchangeRequest.Body sent = asked.body().get();
      return RequestBody.create(sent.bytes(), MediaType.parse(sent.contentType()));
    }
    boolean needed =
        switch (asked.method()) {
          case "POST", "PUT", "PATCH" -> true;
          default -> false;
        };
    return needed ? RequestBody.create(new byte[0]) : null;
  }

  private Answer answer() {
    Optional<ConnectionTrace> open = context.connection().filter(given -> given.peer().isPresent());
    Optional<KernelTcp> kernel = context.connection().flatMap(KernelTcpInfo::read);
    OptionalLong rtt = trace.handshakes().connectNanos();
    if (kernel.isPresent()) {
      long least = kernel.get().minRttNanos();
      rtt = OptionalLong.of(rtt.isPresent() ? Math.min(least, rtt.getAsLong()) : least);
    }
    return new Answer(
        response.map(r -> OptionalInt.of(r.code())).orElse(OptionalInt.empty()),
        protocol(),
        open.map(used -> connection(used, kernel)),
        context.reused(),
        open.flatMap(ConnectionTrace::peer).map(InetSocketAddress::getAddress),
        rtt,
        tls(),
        sent(),
        response.map(r -> headers(r.headers())),
        body.map(BodyReading::decodedBytes).orElse(OptionalLong.empty()),
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
    return response
        .map(Response::networkResponse)
        .map(network -> headers(network.request().headers()))
        .orElseGet(asked::headers);
  }

  private Optional<String> protocol() {
    return response.map(r -> r.protocol().toString()).or(() -> tls().flatMap(TlsFacts::alpn));
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
      boolean ours = headers.name(i).equals(PROXY_AUTHORIZATION);
      lines.add(new Header(headers.name(i), ours ? "Basic [redacted]" : headers.value(i)));
    }
    return lines;
  }
}
