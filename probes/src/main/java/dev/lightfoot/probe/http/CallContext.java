package dev.lightfoot.probe.http;

import dev.lightfoot.probe.http.wire.Http2Tap;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.Upload;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Response;

/// What belongs to one call, so that many can be under way at a time. The HTTP library makes
/// sockets, asks for addresses and chooses proxies on the thread that makes the call: there the
/// call is [#current].
final class CallContext {
  static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

  private final ExchangeRequest request;
  private final ExchangeTrace trace;
  private final ConnectGate gate;
  private final Route route;
  private volatile Optional<OriginQueue.Turn> turn = Optional.empty();
  private volatile Optional<ConnectionTrace> connection = Optional.empty();
  private volatile Optional<Closeable> socket = Optional.empty();
  private volatile boolean reused;
  private volatile Optional<Response> received = Optional.empty();
  private volatile Optional<Headers> sent = Optional.empty();
  private volatile Optional<Upload> upload = Optional.empty();
  private volatile boolean startedAgain;

  CallContext(ExchangeRequest request, ExchangeTrace trace, ConnectGate gate, Route route) {
    this.request = request;
    this.trace = trace;
    this.gate = gate;
    this.route = route;
  }

  /// The call that this thread makes.
  static CallContext current() {
    return CURRENT.orElseThrow(() -> new IllegalStateException("no call is made on this thread"));
  }

  HttpUrl url() {
    return request.url();
  }

  /// Value of its `Priority` field.
  Optional<String> priority() {
    return request.carriage().priority();
  }

  ExchangeTrace trace() {
    return trace;
  }

  ConnectGate gate() {
    return gate;
  }

  Route route() {
    return route;
  }

  /// The proxy that it goes through.
  Optional<ProxyServer> proxy() {
    return route instanceof Route.Via via ? Optional.of(via.proxy()) : Optional.empty();
  }

  /// Waits until its origin takes it; where it has to, that is the phase `blocked`.
  ///
  /// @throws IOException where the measurement was stopped meanwhile
  ///
  /// @param breakOff ends what it does where another call's connection carries it, too
  OriginQueue.Turn await(OriginQueue queue, Runnable breakOff) throws IOException {
    OriginQueue.Turn mine = queue.enter(trace, request.carriage(), breakOff);
    turn = Optional.of(mine);
    return mine;
  }

  /// It was given that connection. Those that wait for it may follow.
  ///
  /// @param closing closes it
  void acquired(ConnectionTrace given, Closeable closing) {
    socket = Optional.of(closing);
    reused = given.handTo(trace);
    connection = Optional.of(given);
    if (reused && trace.has(Mark.TCP_START)) {
      // QUIC was given up, and another call was the first to connect over TCP
      trace.mark(Mark.TCP_END, trace.clock().now());
    }
    turn.ifPresent(
        mine ->
            mine.connected(
                given.tap() instanceof Http2Tap shared ? Optional.of(shared) : Optional.empty()));
  }

  /// The connection that it was given; empty before.
  Optional<ConnectionTrace> connection() {
    return connection;
  }

  /// Whether that connection was open before.
  boolean reused() {
    return reused;
  }

  /// Those header lines are sent.
  void sending(Headers lines) {
    sent = Optional.of(lines);
  }

  /// The header lines sent; empty before.
  Optional<Headers> sent() {
    return sent;
  }

  /// That answer came, as the library read it.
  void received(Response answer) {
    received = Optional.of(answer);
  }

  /// The answer as the library read it; empty where it could not.
  Optional<Response> received() {
    return received;
  }

  /// The kept connection that it was given was dead: it is made once more, on another one.
  void startAgain() {
    over();
    startedAgain = true;
    connection = Optional.empty();
    reused = false;
    trace.startOver();
  }

  /// Whether the connection that it opened is not needed any more: another call's carries it, too.
  boolean isCalledOff() {
    return turn.filter(OriginQueue.Turn::isCalledOff).isPresent();
  }

  /// It goes over the connection of another call.
  void giveWay() {
    over();
    connection = Optional.empty();
    reused = false;
    turn = Optional.empty();
    trace.startOver();
  }

  /// Writes a body beside what is read, where the library can do so by itself.
  void upload(Upload.Piece body) throws IOException {
    Upload beside = new Upload();
    upload = Optional.of(beside);
    beside.start(
        () ->
            ScopedValue.where(CURRENT, this)
                .call(
                    () -> {
                      body.write();
                      return true;
                    }));
  }

  /// Closes its connection, unless that carries other calls, too.
  void closeConnection() throws IOException {
    if (stream().isEmpty() && socket.isPresent()) {
      socket.get().close();
    }
  }

  /// The writing of its body beside what is read; empty where all was written at once.
  Optional<Upload> upload() {
    return upload.or(() -> connection.flatMap(ConnectionTrace::upload));
  }

  /// Its answer is there, or it has failed: its body is written no further.
  void endUpload() {
    upload.ifPresent(Upload::stop);
    upload = Optional.empty();
    connection.ifPresent(ConnectionTrace::endUpload);
  }

  /// Whether it was made again because a kept connection was dead.
  boolean startedAgain() {
    return startedAgain;
  }

  /// Whether the connection that it was given takes no more calls.
  boolean goesAway() {
    return stream().filter(tap -> !tap.takesMore()).isPresent();
  }

  private Optional<Http2Tap> stream() {
    return connection
        .map(ConnectionTrace::tap)
        .filter(Http2Tap.class::isInstance)
        .map(Http2Tap.class::cast);
  }

  /// Its request is about to be written: its stream is the next one of its connection.
  void openStream() {
    stream().ifPresent(tap -> tap.open(trace, request.carriage().watcher()));
  }

  /// Its request has been handed over, or has failed.
  void streamOpened() {
    stream().ifPresent(Http2Tap::opened);
  }

  /// Notes what has come for it but is not decoded yet.
  void settle() {
    stream().ifPresent(Http2Tap::settle);
  }

  /// It has ended: what still comes on its stream is dropped.
  void over() {
    settle();
    stream().ifPresent(tap -> tap.over(trace));
  }
}
