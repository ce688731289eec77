package dev.lightfoot.probe.http;

import dev.lightfoot.model.Connection;
import dev.lightfoot.model.ConnectionAttempt;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.KernelTcp;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.ProxyHop;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.ResponseFacts.Cut;
import dev.lightfoot.model.SlowStart;
import dev.lightfoot.model.TlsFacts;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.KernelTcpInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/// Makes one request and turns the notes taken meanwhile into an [Exchange].
public final class HopCall {
  /// The proxy's password is kept nowhere, not even in the store.
  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private static final int NOT_MODIFIED = 304;

  private final HttpEngine engine;
  private final HopRequest hop;
  private final ExchangeTrace trace;
  private final ConnectGate gate;
  private Optional<Response> response = Optional.empty();
  private Optional<BodyReading> body = Optional.empty();

  public HopCall(HttpEngine engine, HopRequest hop, ExchangeTrace trace, ConnectGate gate) {
    this.engine = engine;
    this.hop = hop;
    this.trace = trace;
    this.gate = gate;
  }

  /// Blocks until the response is complete, cut or failed.
  public Hop make() {
    engine.turnTo(hop.url(), trace, gate);
    Call call = engine.call(request());
    try (Response received = call.execute()) {
      response = Optional.of(received);
      BodyReading reading = new BodyReading(received);
      body = Optional.of(reading);
      if (received.code() != NOT_MODIFIED) { // whose length is that of a body it does not have
        reading.read(call, received);
      }
    } catch (IOException e) {
      engine.settle();
      HttpErrors.note(e, trace, hop.url().host(), engine.proxy());
    }
    engine.settle();
    body.ifPresent(this::finish);
    Exchange exchange = exchange();
    tellGate();
    return new Hop(exchange, trace.failure(), setCookies());
  }

  private void tellGate() {
    if (engine.proxy().isPresent()) {
      gate.answeredThroughProxy(hop.url().host());
      return;
    }
    engine
        .connection()
        .flatMap(ConnectionTrace::peer)
        .ifPresent(peer -> gate.answeredFrom(peer.getAddress()));
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
    hop.headers().forEach(header -> headers.addUnsafeNonAscii(header.name(), header.value()));
    if (hop.headers().stream().noneMatch(header -> header.named("accept-encoding"))) {
      headers.add("Accept-Encoding", BodyDecoder.ACCEPTED);
    }
    if (!hop.url().isHttps()) {
      engine
          .proxy()
          .flatMap(ProxyServer::authorization)
          .ifPresent(value -> headers.set(PROXY_AUTHORIZATION, value));
    }
    return new Request.Builder()
        .url(hop.url())
        .headers(headers.build())
        .method(hop.method(), requestBody())
        .build();
  }

  private @org.jspecify.annotations.Nullable RequestBody requestBody() {
    if (hop.body().isPresent()) {
      HopRequest.Body sent = hop.body().get();
      return RequestBody.create(sent.bytes(), MediaType.parse(sent.contentType()));
    }
    boolean needed =
        switch (hop.method()) {
          case "POST", "PUT", "PATCH" -> true;
          default -> false;
        };
    return needed ? RequestBody.create(new byte[0]) : null;
  }

  private Exchange exchange() {
    Optional<KernelTcp> kernel = engine.connection().flatMap(KernelTcpInfo::read);
    OptionalLong rtt = trace.connectNanos();
    if (kernel.isPresent()) {
      long least = kernel.get().minRttNanos();
      rtt = OptionalLong.of(rtt.isPresent() ? Math.min(least, rtt.getAsLong()) : least);
    }
    ExchangeBuilder exchange = new ExchangeBuilder(hop.url().toString(), hop.method());
    OptionalInt receiveTrips =
        rtt.isPresent()
            ? SlowStart.rounds(trace.chunks().list(), rtt.getAsLong())
            : OptionalInt.empty();
    String connectsTo = engine.proxy().map(ProxyServer::host).orElse(hop.url().host());
    boolean literal = Addresses.isLiteral(connectsTo);
    boolean tunnel = engine.proxy().isPresent() && hop.url().isHttps();
    new PhaseMaker(trace, engine.reused(), hop.url().isHttps(), tunnel, literal, receiveTrips)
        .into(exchange);
    return exchange
        .status(response.map(r -> OptionalInt.of(r.code())).orElse(OptionalInt.empty()))
        .protocol(protocol())
        .redirectedFrom(hop.redirectedFrom())
        .connection(connection(kernel))
        .proxy(engine.proxy().map(this::proxyHop))
        .marks(marks())
        .interim(trace.interim())
        .request(requestFacts())
        .response(response.map(this::responseFacts))
        .chunks(trace.chunks().list())
        .dns(trace.queries())
        .tls(tls())
        .build();
  }

  private ProxyHop proxyHop(ProxyServer proxy) {
    return new ProxyHop(proxy.url(), proxy.source(), hop.url().isHttps(), trace.proxyStatus());
  }

  private Optional<String> protocol() {
    return response.map(r -> r.protocol().toString()).or(() -> tls().flatMap(TlsFacts::alpn));
  }

  private Optional<Connection> connection(Optional<KernelTcp> kernel) {
    Optional<ConnectionTrace> open = engine.connection().filter(given -> given.peer().isPresent());
    if (open.isPresent()) {
      ConnectionTrace used = open.get();
      return Optional.of(
          new Connection(
              used.id(),
              engine.reused(),
              used.peer().map(Addresses::text),
              kernel,
              trace.attempts()));
    }
    if (trace.attempts().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> connected =
        trace.attempts().stream()
            .filter(a -> a.outcome().equals(ConnectionAttempt.CONNECTED))
            .map(ConnectionAttempt::address)
            .findFirst();
    return Optional.of(new Connection(1, false, connected, kernel, trace.attempts()));
  }

  /// A reused connection shook hands on the clock of an earlier exchange.
  private Optional<TlsFacts> tls() {
    return trace
        .tls()
        .or(
            () ->
                engine
                    .connection()
                    .flatMap(ConnectionTrace::tlsFacts)
                    .map(TlsFacts::ofEarlierExchange));
  }

  private Marks marks() {
    return new Marks(
        trace.at(Mark.FIRST_BYTE),
        trace.at(Mark.FINAL_FIRST_BYTE),
        trace.at(Mark.HEADERS_COMPLETE),
        trace.at(Mark.BODY_FIRST_BYTE),
        trace.at(Mark.LAST_BYTE));
  }

  private RequestFacts requestFacts() {
    List<Header> sent =
        response
            .map(Response::networkResponse)
            .map(network -> headers(network.request().headers()))
            .orElseGet(hop::headers);
    boolean left = trace.has(Mark.SEND_FIRST_BYTE);
    long cookieBytes =
        sent.stream()
            .filter(header -> header.named("cookie"))
            .mapToLong(header -> header.value().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    return left
        ? new RequestFacts(trace.requestHeaderBytes(), cookieBytes, trace.requestBodyBytes(), sent)
        : RequestFacts.NONE;
  }

  private ResponseFacts responseFacts(Response received) {
    return new ResponseFacts(
        trace.responseHeaderBytes(),
        trace.chunks().bytes(),
        body.map(BodyReading::decodedBytes).orElse(OptionalLong.empty()),
        headers(received.headers()),
        body.flatMap(BodyReading::cut));
  }

  private List<Header> setCookies() {
    return response
        .map(r -> headers(r.headers()).stream().filter(h -> h.named("set-cookie")).toList())
        .orElse(List.of());
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
