package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.quic.QuicClient;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.Destination;
import dev.lightfoot.probe.wire.WireSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
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
    private final String host;
    private final Route route;
    private volatile Optional<ConnectionTrace> connection = Optional.empty();
    private volatile boolean reused;

    Attention(ExchangeTrace trace, ConnectGate gate, String host, Route route) {
      this.trace = trace;
      this.gate = gate;
      this.host = host;
      this.route = route;
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
                    new Way(),
                    () -> current().gate,
                    parts.sockets(),
                    Http1Tap::new))
            .sslSocketFactory(tls, tls.trustManager())
            .dns(this::standIn)
            .fastFallback(false) // the race between addresses is ours
            .proxySelector(new ForwardProxies())
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

  /// Turns to the exchange that asks for that URL.
  void turnTo(HttpUrl url, ExchangeTrace trace, ConnectGate gate) {
    Route route = parts.proxies().route(url.scheme(), url.host());
    attention = Optional.of(new Attention(trace, gate, url.host(), route));
  }

  /// The call to make for it.
  Call call(okhttp3.Request request) {
    overTcp.add(origin(request.url()));
    return client.newCall(request);
  }

  /// What carries HTTP/3.
  QuicClient quic() {
    return parts.quic();
  }

  /// Where to ask over QUIC; empty where TCP is to be taken. An origin that TCP was taken to stays
  /// there: its connection is open. Proxies carry TCP only.
  Optional<Integer> quicPort(HttpUrl url) {
    return switch (parts.versions()) {
      case HTTP_3 -> Optional.of(url.port());
      case HTTP_1_1, HTTP_2 -> Optional.empty();
      case ANY -> {
        OptionalInt port = parts.services().port(url);
        boolean stays = overTcp.contains(origin(url)) || proxy().isPresent();
        yield port.isPresent() && !stays ? Optional.of(port.getAsInt()) : Optional.empty();
      }
    };
  }

  private static String origin(HttpUrl url) {
    return url.host() + ":" + url.port();
  }

  /// Why that URL cannot be asked for with the versions chosen.
  Optional<String> impossible(HttpUrl url) {
    if (parts.versions() == HttpChoice.HTTP_3 && proxy().isPresent()) {
      return Optional.of("HTTP/3 was asked for, but proxies carry TCP only: --proxy none.");
    }
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

  /// The proxy that the current exchange goes through.
  Optional<ProxyServer> proxy() {
    return current().route instanceof Route.Via via ? Optional.of(via.proxy()) : Optional.empty();
  }

  /// Whether that connection was open before.
  boolean reused() {
    return current().reused;
  }

  /// What the library takes for the host's address. Without open connections the name is looked up
  /// when the first byte for it leaves; with open ones now, because one of them may serve this host
  /// too (connection coalescing, RFC 9113 section 9.1.1): then it has that one's stand-in.
  private List<InetAddress> standIn(String host) throws UnknownHostException {
    if (proxy().isPresent()) {
      return List.of(stranger(host)); // the proxy looks the name up
    }
    for (Map.Entry<ConnectionTrace, InetAddress> open : opened.entrySet()) {
      List<InetAddress> addresses = addresses(host, current().trace);
      Optional<InetSocketAddress> peer = open.getKey().peer();
      if (peer.isPresent() && addresses.contains(peer.get().getAddress())) {
        return List.of(InetAddress.getByAddress(host, open.getValue().getAddress()));
      }
    }
    return List.of(stranger(host));
  }

  private InetAddress stranger(String host) throws UnknownHostException {
    int number = ++standIns;
    byte[] address = {0, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    return InetAddress.getByAddress(host, address);
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

  /// Where the bytes of the current exchange go.
  private final class Way implements Destination {
    @Override
    public List<InetAddress> addresses(String host, ExchangeTrace trace)
        throws UnknownHostException {
      return HttpEngine.this.addresses(host, trace);
    }

    @Override
    public Optional<ProxyServer> proxy(ExchangeTrace trace) throws IOException {
      Attention now = current();
      return switch (now.route) {
        case Route.Direct _ -> Optional.empty();
        case Route.Unusable unusable -> {
          trace.fail(Optional.empty(), ErrorType.PROXY_UNSUPPORTED, unusable.why());
          throw new SocketException("the proxy cannot be used");
        }
        case Route.Via via -> {
          if (!now.gate.admitsThroughProxy(now.host)) {
            trace.fail(Optional.empty(), ErrorType.PRIVATE_ADDRESS, ConnectGate.refusal(now.host));
            throw new SocketException("private address refused");
          }
          yield Optional.of(via.proxy());
        }
      };
    }
  }

  /// Makes the library write the whole URL into the request line, as a proxy needs it to forward a
  /// plain http request. Tunnels are ours, so that their round trip is seen.
  private final class ForwardProxies extends ProxySelector {
    @Override
    public List<Proxy> select(URI url) {
      Optional<ProxyServer> proxy = proxy().filter(_ -> "http".equals(url.getScheme()));
      return List.of(
          proxy
              .map(
                  each ->
                      new Proxy(
                          Proxy.Type.HTTP,
                          InetSocketAddress.createUnresolved(each.host(), each.port())))
              .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI url, SocketAddress address, IOException error) {
      // noted by the socket
    }
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
