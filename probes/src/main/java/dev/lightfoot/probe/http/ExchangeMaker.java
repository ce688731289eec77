package dev.lightfoot.probe.http;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.SlowStart;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.Addresses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Turns the notes of a request and what came of it into an [Exchange].
final class ExchangeMaker {
  private final ExchangeRequest request;
  private final ExchangeTrace trace;
  private final Answer answer;
  private final Optional<ProxyServer> proxy;

  ExchangeMaker(
      ExchangeRequest request, ExchangeTrace trace, Answer answer, Optional<ProxyServer> proxy) {
    this.request = request;
    this.trace = trace;
    this.answer = answer;
    this.proxy = proxy;
  }

  Exchange make() {
    ExchangeBuilder exchange = new ExchangeBuilder(request.url().toString(), request.method());
    OptionalInt receiveTrips =
        answer.rttNanos().isPresent()
            ? SlowStart.rounds(trace.chunks().list(), answer.rttNanos().getAsLong())
            : OptionalInt.empty();
    String connectsTo = proxy.map(ProxyServer::host).orElse(request.url().host());
    boolean literal = Addresses.isLiteral(connectsTo);
    boolean tunnel = proxy.isPresent() && request.url().isHttps();
    new PhaseMaker(trace, answer.reused(), request.url().isHttps(), tunnel, literal, receiveTrips)
        .into(exchange);
    return exchange
        .status(answer.status())
        .protocol(answer.protocol())
        .initiator(request.initiator())
        .redirectedFrom(request.redirectedFrom())
        .connection(answer.connection().or(this::tried))
        .proxy(proxy.map(this::proxyHop))
        .marks(marks())
        .interim(trace.interim())
        .request(requestFacts())
        .response(answer.headers().map(this::responseFacts))
        .chunks(trace.chunks().list())
        .dns(trace.lookup().queries())
        .tls(answer.tls())
        .source(trace.lateness().allStamped() ? Exchange.KERNEL : Exchange.SOCKET)
        .late(late())
        .build();
  }

  private List<Late> late() {
    return trace
        .lateness()
        .list(
            trace.at(Mark.SEND_FIRST_BYTE).orElse(Long.MAX_VALUE),
            trace.at(Mark.LAST_BYTE).orElse(Long.MAX_VALUE));
  }

  private ProxyHop proxyHop(ProxyServer server) {
    return new ProxyHop(
        server.url(), server.source(), request.url().isHttps(), trace.handshakes().proxyStatus());
  }

  /// Without a connection, the attempts to make one.
  private Optional<Connection> tried() {
    if (trace.handshakes().attempts().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> connected =
        trace.handshakes().attempts().stream()
            .filter(a -> a.outcome().equals(ConnectionAttempt.CONNECTED))
            .map(ConnectionAttempt::address)
            .findFirst();
    return Optional.of(
        new Connection(1, false, connected, Optional.empty(), trace.handshakes().attempts()));
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
    List<Header> sent = answer.sent();
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

  private ResponseFacts responseFacts(List<Header> headers) {
    return new ResponseFacts(
        trace.responseHeaderBytes(),
        trace.chunks().bytes(),
        answer.decodedBytes(),
        headers,
        answer.cut());
  }
}
