package dev.lightfoot.probe.http;

import dev.lightfoot.model.Connection;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.KernelTcp;
import dev.lightfoot.model.ResponseFacts.Cut;
import dev.lightfoot.model.TlsFacts;
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

/// Makes one request over TCP: http/1.1 or h2.
final class TcpCall {
  /// The proxy's password is kept nowhere, not even in the store.
  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private static final int NOT_MODIFIED = 304;

  private final HttpEngine engine;
  private final HopRequest hop;
  private final ExchangeTrace trace;
  private Optional<Response> response = Optional.empty();
  private Optional<BodyReading> body = Optional.empty();

  TcpCall(HttpEngine engine, HopRequest hop, ExchangeTrace trace) {
    this.engine = engine;
    this.hop = hop;
    this.trace = trace;
  }

  /// Blocks until the response is complete, cut or failed.
  Answer make() {
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
    return answer();
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

  private Answer answer() {
    Optional<ConnectionTrace> open = engine.connection().filter(given -> given.peer().isPresent());
    Optional<KernelTcp> kernel = engine.connection().flatMap(KernelTcpInfo::read);
    OptionalLong rtt = trace.connectNanos();
    if (kernel.isPresent()) {
      long least = kernel.get().minRttNanos();
      rtt = OptionalLong.of(rtt.isPresent() ? Math.min(least, rtt.getAsLong()) : least);
    }
    return new Answer(
        response.map(r -> OptionalInt.of(r.code())).orElse(OptionalInt.empty()),
        protocol(),
        open.map(used -> connection(used, kernel)),
        engine.reused(),
        open.flatMap(ConnectionTrace::peer).map(InetSocketAddress::getAddress),
        rtt,
        tls(),
        sent(),
        response.map(r -> headers(r.headers())),
        body.map(BodyReading::decodedBytes).orElse(OptionalLong.empty()),
        body.flatMap(BodyReading::cut));
  }

  private Connection connection(ConnectionTrace used, Optional<KernelTcp> kernel) {
    return new Connection(
        used.id(), engine.reused(), used.peer().map(Addresses::text), kernel, trace.attempts());
  }

  private List<Header> sent() {
    return response
        .map(Response::networkResponse)
        .map(network -> headers(network.request().headers()))
        .orElseGet(hop::headers);
  }

  private Optional<String> protocol() {
    return response.map(r -> r.protocol().toString()).or(() -> tls().flatMap(TlsFacts::alpn));
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

  private static List<Header> headers(Headers headers) {
    List<Header> lines = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      boolean ours = headers.name(i).equals(PROXY_AUTHORIZATION);
      lines.add(new Header(headers.name(i), ours ? "Basic [redacted]" : headers.value(i)));
    }
    return lines;
  }
}
