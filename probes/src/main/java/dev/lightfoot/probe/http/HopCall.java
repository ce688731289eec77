package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import java.util.List;
import java.util.Optional;

/// Makes one request, over QUIC or TCP, and turns the notes taken meanwhile into an [Exchange].
public final class HopCall {
  private final HttpEngine engine;
  private final HopRequest hop;
  private final ExchangeTrace trace;
  private final ConnectGate gate;

  public HopCall(HttpEngine engine, HopRequest hop, ExchangeTrace trace, ConnectGate gate) {
    this.engine = engine;
    this.hop = hop;
    this.trace = trace;
    this.gate = gate;
  }

  /// Blocks until the response is complete, cut or failed.
  public Hop make() {
    engine.turnTo(hop.url(), trace, gate);
    Answer answer = answer();
    Exchange exchange = new ExchangeMaker(hop, trace, answer, engine.proxy()).make();
    if (engine.proxy().isPresent()) {
      gate.answeredThroughProxy(hop.url().host());
    } else {
      answer.peer().ifPresent(gate::answeredFrom);
    }
    List<Header> headers = answer.headers().orElse(List.of());
    engine.learn(hop.url(), headers);
    return new Hop(
        exchange,
        trace.failure(),
        headers.stream().filter(header -> header.named("set-cookie")).toList());
  }

  private Answer answer() {
    Optional<String> impossible = engine.impossible(hop.url());
    if (impossible.isPresent()) {
      trace.fail(Optional.empty(), ErrorType.HTTP_VERSION, impossible.get());
      return Answer.none(hop.headers());
    }
    return engine
        .quicPort(hop.url())
        .flatMap(port -> new QuicCall(engine, hop, trace, gate, port).make())
        .orElseGet(() -> new TcpCall(engine, hop, trace).make());
  }
}
