package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.probe.http.wire.HeadRemarks;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.ResponseHead;
import dev.lightfoot.probe.wire.BodyStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes one request, over QUIC or TCP, and turns the notes taken meanwhile into an [Exchange].
final class ExchangeCall {
  /// Of a body longer than this the facts are made at once, for it is kept until then: a chain of
  /// redirects is not to keep one for each of its hops.
  private static final long MAX_KEPT_BYTES = 64 * 1024;

  private final HttpEngine engine;
  private final ExchangeRequest request;
  private final CallContext call;

  ExchangeCall(HttpEngine engine, ExchangeRequest request, CallContext call) {
    this.engine = engine;
    this.request = request;
    this.call = call;
  }

  /// Blocks until the response is complete, cut or failed.
  ExchangeResult make() {
    ExchangeTrace trace = call.trace();
    Answer.Reply reply = reply();
    trace.over();
    if (call.proxy().isPresent()) {
      call.gate().answeredThroughProxy(request.url().host());
    } else {
      reply.peer().ifPresent(call.gate()::answeredFrom);
    }
    engine.versions().learn(request.url(), reply.headers());
    Deferred<ExchangeResult.Facts> later = new Deferred<>(() -> facts(reply.answer().get()));
    if (trace.bodyBytes() > MAX_KEPT_BYTES) {
      later.get();
    }
    return new ExchangeResult(
        reply.status(),
        trace.failure(),
        reply.headers(),
        trace.head().flatMap(ResponseHead::location),
        later);
  }

  private ExchangeResult.Facts facts(Answer answer) {
    Exchange exchange = new ExchangeMaker(request, call.trace(), answer, call.proxy()).make();
    return new ExchangeResult.Facts(
        exchange, remarks(answer), exchange.response().map(facts -> start(answer, facts)));
  }

  private List<String> remarks(Answer answer) {
    String host = request.url().host();
    boolean shared =
        answer.protocol().filter(name -> name.equals("h2") || name.equals("h3")).isPresent();
    List<String> remarks = new ArrayList<>();
    if (call.startedAgain()) {
      remarks.add(
          host + " had closed the kept connection; the request was made once more, on a new one.");
    }
    if (call.trace().wentOn()) {
      remarks.add(
          host
              + " said nothing to Expect: 100-continue within "
              + ExchangeTrace.CONTINUE_PATIENCE.toSeconds()
              + " s; the body was sent all the same.");
    }
    call.trace()
        .head()
        .ifPresent(
            head -> remarks.addAll(HeadRemarks.of(head, host, shared, call.proxy().isPresent())));
    return remarks;
  }

  private static BodyStart start(Answer answer, ResponseFacts facts) {
    long length = facts.decodedBytes().orElse(Long.MAX_VALUE);
    boolean whole = facts.cut().isEmpty() && answer.bodyStart().size() == length;
    return new BodyStart(answer.bodyStart(), whole);
  }

  private Answer.Reply reply() {
    if (engine.hasStopped(call.trace())) {
      return Answer.Reply.none(request.headers());
    }
    Optional<String> impossible = engine.versions().impossible(call);
    if (impossible.isPresent()) {
      call.trace().fail(Optional.empty(), ErrorType.HTTP_VERSION, impossible.get());
      return Answer.Reply.none(request.headers());
    }
    return engine
        .versions()
        .quicPort(call)
        .flatMap(port -> new QuicCall(engine, request, call, port).make())
        .orElseGet(() -> new TcpCall(engine, request, call).make());
  }
}
