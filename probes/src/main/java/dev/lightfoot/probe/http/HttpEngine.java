package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.probe.quic.QuicClient;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.WireSocketFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// An HTTP client over our own sockets and resolver, with its connections. One exchange at a time.
/// A cold run takes a fresh one; a warm run the one of the run before.
///
/// Redirects, retries, decompression and time-outs of the HTTP library are off: they are ours.
public final class HttpEngine implements AutoCloseable {
  private final EngineParts parts;
  private final OkHttpClient client;
  private final Map<String, List<InetAddress>> resolved = new HashMap<>();
  private final Map<ConnectionTrace, InetAddress> opened = new LinkedHashMap<>();
  private final Set<String> overTcp = new HashSet<>();
  private int standIns;
  private volatile Optional<Attention> attention = Optional.empty();

  /// What the engine is busy with.
  private static final class Attention {
    private final ExchangeTrace trace;
    private final ConnectGate gate;
    private volatile Optional<ConnectionTrace> connection = Optional.empty();
    private volatile boolean reused;

    Attention(ExchangeTrace trace, ConnectGate gate) {
      this.trace = trace;
      this.gate = gate;
    }
  }

  public HttpEngine(EngineParts parts, TlsSessions sessions) {
    this.parts = parts;
    TlsClient tls = sessions.client();
    client =
        new OkHttpClient.Builder()
            .socketFactory(
                new WireSocketFactory(
                    () -> current().trace,
                    this::addresses,
                    () -> current().gate,
                    parts.sockets(),
                    Http1Tap::new))
            .sslSocketFactory(tls, tls.trustManager())
            .dns(this::standIn)
            .fastFallback(false) // the race between addresses is ours
            .proxy(Proxy.NO_PROXY)
            .protocols(protocols(parts.versions()))
            .connectionSpecs(List.of(everyTlsThatTheRuntimeHas(), ConnectionSpec.CLEARTEXT))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .eventListener(new Witness())
            .build();
  }

  /// The library wants http/1.1 in every list; where only h2 will do, [Witness] sees to it.
  private static List<Protocol> protocols(HttpChoice versions) {
    return versions == HttpChoice.HTTP_1_1
        ? List.of(Protocol.HTTP_1_1)
        : List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
  }

  /// The runtime's own list: what it has disabled stays disabled, and there is no second try.
  private static ConnectionSpec everyTlsThatTheRuntimeHas() {
    return new ConnectionSpec.Builder(ConnectionSpec.COMPATIBLE_TLS)
        .allEnabledCipherSuites()
        .allEnabledTlsVersions()
        .build();
  }

  private Attention current() {
    return attention.orElseThrow(() -> new IllegalStateException("no exchange is under way"));
  }

  /// Turns to an exchange and gives back the call to make.
  Call begin(okhttp3.Request request, ExchangeTrace trace, ConnectGate gate) {
    turnTo(trace, gate);
    overTcp.add(request.url().host() + ":" + request.url().port());
    return client.newCall(request);
  }

  /// Turns to an exchange.
  void turnTo(ExchangeTrace trace, ConnectGate gate) {
    attention = Optional.of(new Attention(trace, gate));
  }

  /// What carries HTTP/3.
  QuicClient quic() {
    return parts.quic();
  }

  /// Where to ask over QUIC; empty where TCP is to be taken. An origin that TCP was taken to stays
  /// there: its connection is open.
  Optional<Integer> quicPort(HttpUrl url) {
    return switch (parts.versions()) {
      case HTTP_3 -> Optional.of(url.port());
      case HTTP_1_1, HTTP_2 -> Optional.empty();
      case ANY -> {
        OptionalInt port = parts.services().port(url);
        boolean stays = overTcp.contains(url.host() + ":" + url.port());
        yield port.isPresent() && !stays ? Optional.of(port.getAsInt()) : Optional.empty();
      }
    };
  }

  /// Why that URL cannot be asked for with the versions chosen.
  Optional<String> impossible(HttpUrl url) {
    if (url.isHttps()) {
      return Optional.empty();
    }
    return switch (parts.versions()) {
      case HTTP_2 -> Optional.of("HTTP/2 was asked for, but without TLS only http/1.1 is spoken.");
      case HTTP_3 -> Optional.of("HTTP/3 was asked for, but it exists with TLS only: use https.");
      case ANY, HTTP_1_1 -> Optional.empty();
    };
  }

  /// Whether TCP is tried where QUIC does not work.
  boolean fallsBack() {
    return parts.versions() == HttpChoice.ANY;
  }

  void quicDidNotWork(HttpUrl url) {
    parts.services().didNotWork(url);
  }

  /// Takes what a response says of where else its origin can be reached.
  void learn(HttpUrl url, List<Header> headers) {
    parts.services().learn(url, headers);
  }

  /// Goes the way that another engine went, because its sessions are to be resumed.
  public void goTheWayOf(HttpEngine before) {
    overTcp.addAll(before.overTcp);
  }

  /// The connection that the current exchange was given; empty before.
  Optional<ConnectionTrace> connection() {
    return current().connection;
  }

  /// Whether that connection was open before.
  boolean reused() {
    return current().reused;
  }

  /// What the library takes for the host's address. Without open connections the name is looked up
  /// when the first byte for it leaves; with open ones now, because one of them may serve this host
  /// too (connection coalescing, RFC 9113 section 9.1.1): then it has that one's stand-in.
  private List<InetAddress> standIn(String host) throws UnknownHostException {
    for (Map.Entry<ConnectionTrace, InetAddress> open : opened.entrySet()) {
      List<InetAddress> addresses = addresses(host, current().trace);
      Optional<InetSocketAddress> peer = open.getKey().peer();
      if (peer.isPresent() && addresses.contains(peer.get().getAddress())) {
        return List.of(InetAddress.getByAddress(host, open.getValue().getAddress()));
      }
    }
    int number = ++standIns;
    byte[] stranger = {0, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    return List.of(InetAddress.getByAddress(host, stranger));
  }

  /// The addresses of that host; asked for once.
  List<InetAddress> addresses(String host, ExchangeTrace trace) throws UnknownHostException {
    List<InetAddress> known = resolved.get(host);
    if (known != null) {
      if (!trace.has(Mark.DNS_START)) {
        trace.dnsSkipped(Reason.CACHED);
      }
      return known;
    }
    List<InetAddress> found = parts.resolver().resolve(host, trace);
    resolved.put(host, found);
    return found;
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    parts.sockets().closeAll();
  }

  /// Whether it can make no more exchanges.
  public boolean isClosed() {
    return parts.sockets().isClosed();
  }

  /// Notes what has come for the current exchange but is not decoded yet.
  public void settle() {
    if (attention.flatMap(now -> now.connection).map(ConnectionTrace::tap).orElse(null)
        instanceof Http2Tap h2) {
      h2.settle();
    }
  }

  /// Breaks off whatever it is doing; it can make no more exchanges.
  public void abort() {
    parts.sockets().closeAll();
  }

  /// Library events only say which exchange is meant; instants come from the taps.
  private final class Witness extends EventListener {
    @Override
    public void connectionAcquired(Call call, Connection connection) {
      Attention now = current();
      ConnectionTrace trace = TlsClient.connection(connection.socket());
      now.reused = trace.handTo(now.trace);
      now.connection = Optional.of(trace);
      if (parts.versions() == HttpChoice.HTTP_2 && connection.protocol() != Protocol.HTTP_2) {
        now.trace.fail(
            Optional.of(Phase.TLS),
            ErrorType.HTTP_VERSION,
            "HTTP/2 was asked for, but "
                + call.request().url().host()
                + " agrees to http/1.1 only (ALPN); nothing was sent.");
        call.cancel();
      }
      opened.putIfAbsent(trace, connection.route().socketAddress().getAddress());
    }
  }
}
