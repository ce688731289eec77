package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResponseFacts.Cut;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.QuicPath;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.http.wire.BodyDecoder;
import dev.lightfoot.probe.quic.QuicOutcome;
import dev.lightfoot.probe.quic.QuicProblem;
import dev.lightfoot.probe.quic.QuicRequest;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okio.ByteString;

/// Makes one request over QUIC: h3.
final class QuicCall {
  /// How long a server that is said to speak h3 may be silent before h2 is taken. Longer than any
  /// way on earth and back; a browser would race the two, which would disturb what is measured.
  static final Duration PATIENCE = Duration.ofMillis(400);

  private final HttpEngine engine;
  private final ExchangeRequest asked;
  private final CallContext context;
  private final ExchangeTrace trace;
  private final int port;

  QuicCall(HttpEngine engine, ExchangeRequest asked, CallContext context, int port) {
    this.engine = engine;
    this.asked = asked;
    this.context = context;
    this.trace = context.trace();
    this.port = port;
  }

  /// Blocks until the response is complete, cut or failed; empty where QUIC did not work and TCP is
  /// to be tried: the attempts stay in the trace.
  Optional<Answer.Reply> make() {
    if (asked.expectsContinue()) {
      trace.expectContinue();
    }
    try (OriginQueue.Turn turn = context.await(engine.quicQueue(asked, port), () -> {})) {
      return engine.versions().quicPort(context).isPresent()
          ? exchange(turn)
          : Optional.empty(); // it did not work for the one that was waited for
    } catch (IOException e) {
      return Optional.of(Answer.Reply.none(asked.headers())); // the trace carries the reason
    }
  }

  private Optional<Answer.Reply> exchange(OriginQueue.Turn turn) throws UnknownHostException {
    QuicOutcome outcome =
        engine
            .quic()
            .exchange(
                request(addresses()),
                trace,
                context.gate(),
                carrier -> turn.connected(Optional.of(carrier)));
    Optional<QuicProblem> problem = outcome.problem();
    if (diedIdle(outcome)) {
      context.startAgain();
      return exchange(turn);
    }
    boolean shookHands = outcome.used().isPresent();
    boolean goesOn = engine.versions().fallsBack() && trace.failure().isEmpty();
    if (problem.isPresent() && !shookHands && goesOn) {
      engine.versions().quicDidNotWork(asked.url());
      trace.handshakes().fallBackToTcp();
      return Optional.empty();
    }
    problem.ifPresent(why -> trace.fail(Optional.of(why.phase()), why.type(), why.message()));
    return Optional.of(reply(outcome));
  }

  /// Whether the server had closed a kept connection before it could see the request.
  private boolean diedIdle(QuicOutcome outcome) {
    boolean closed =
        outcome.problem().filter(why -> why.type() == ErrorType.CONNECTION_CLOSED).isPresent();
    return closed
        && outcome.used().filter(QuicOutcome.Used::reused).isPresent()
        && asked.isRepeatable()
        && trace.failure().isEmpty()
        && !trace.has(Mark.FIRST_BYTE)
        && !engine.isClosed()
        && !engine.quic().isConnected(partition(), asked.url().host(), port);
  }

  private List<InetAddress> addresses() throws UnknownHostException {
    String host = asked.url().host();
    if (engine.quic().isConnected(partition(), host, port)) {
      return List.of();
    }
    return Addresses.isLiteral(host)
        ? List.of(InetAddress.ofLiteral(host))
        : Addresses.interleaved(engine.hosts().of(host, trace));
  }

  private QuicRequest request(List<InetAddress> addresses) {
    HttpUrl url = asked.url();
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    boolean usualPort = url.port() == HttpUrl.defaultPort(url.scheme());
    String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
    return new QuicRequest(
        url.host(),
        port,
        usualPort ? host : host + ":" + url.port(),
        addresses,
        asked.method(),
        url.encodedPath() + query,
        headers(),
        body(),
        engine.versions().fallsBack() ? Optional.of(PATIENCE) : Optional.empty(),
        partition(),
        asked.carriage().watcher());
  }

  private String partition() {
    return asked.carriage().partition().key();
  }

  private List<Header> headers() {
    List<Header> lines = new ArrayList<>(asked.headers());
    asked
        .body()
        .ifPresent(
            body -> {
              lines.removeIf(line -> line.named("content-type"));
              lines.add(new Header("Content-Type", body.contentType()));
            });
    asked.carriage().priority().ifPresent(value -> lines.add(new Header("Priority", value)));
    if (lines.stream().noneMatch(header -> header.named("accept-encoding"))) {
      lines.add(new Header("Accept-Encoding", BodyDecoder.ACCEPTED));
    }
    return lines;
  }

  private Optional<ByteString> body() {
    return asked
        .body()
        .map(ExchangeRequest.Body::bytes)
        .or(
            () ->
                switch (asked.method()) {
                  case "POST", "PUT", "PATCH" -> Optional.of(ByteString.EMPTY);
                  default -> Optional.empty();
                });
  }

  private Answer.Reply reply(QuicOutcome outcome) {
    Optional<QuicOutcome.Response> response = outcome.response();
    return new Answer.Reply(
        response.map(r -> OptionalInt.of(r.status())).orElse(OptionalInt.empty()),
        response.map(QuicOutcome.Response::headers).orElse(List.of()),
        outcome.used().map(u -> u.peer().getAddress()),
        () -> answer(outcome));
  }

  private Answer answer(QuicOutcome outcome) {
    Optional<QuicOutcome.Used> used = outcome.used();
    Optional<QuicOutcome.Response> response = outcome.response();
    Optional<BodyDecoder.Decoded> decoded = response.map(this::decoded);
    OptionalLong handshake = trace.handshakes().connectNanos();
    OptionalLong rtt =
        used.flatMap(QuicOutcome.Used::path)
            .map(QuicPath::rttNanos)
            .map(known -> OptionalLong.of(Math.min(known, handshake.orElse(known))))
            .orElse(handshake);
    return new Answer(
        response.map(r -> OptionalInt.of(r.status())).orElse(OptionalInt.empty()),
        used.map(_ -> "h3"),
        used.map(this::connection),
        used.map(QuicOutcome.Used::reused).orElse(false),
        rtt,
        trace
            .handshakes()
            .tls()
            .or(() -> used.flatMap(QuicOutcome.Used::tls).map(TlsFacts::ofEarlierExchange)),
        outcome.sent(),
        response.map(QuicOutcome.Response::headers),
        decoded.map(BodyDecoder.Decoded::bytes).orElse(OptionalLong.empty()),
        response.flatMap(r -> cut(r, decoded)),
        decoded.map(BodyDecoder.Decoded::start).orElse(ByteString.EMPTY));
  }

  private Connection connection(QuicOutcome.Used used) {
    return new Connection(
        used.id(),
        used.reused(),
        Optional.of(Addresses.text(used.peer())),
        Optional.empty(),
        used.path(),
        trace.handshakes().attempts());
  }

  private BodyDecoder.Decoded decoded(QuicOutcome.Response response) {
    Optional<String> coding = trace.head().map(head -> head.list("content-encoding"));
    return BodyDecoder.isCoded(coding)
        ? BodyDecoder.decode(response.kept(), coding)
        : new BodyDecoder.Decoded(
            OptionalLong.of(response.bodyBytes()),
            Optional.empty(),
            response.kept().readByteString());
  }

  private Optional<String> cut(
      QuicOutcome.Response response, Optional<BodyDecoder.Decoded> decoded) {
    if (response.tooLarge()) {
      return Optional.of(Cut.TOO_LARGE);
    }
    return HttpErrors.cut(trace).or(() -> decoded.flatMap(BodyDecoder.Decoded::cut));
  }
}
