package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.http.wire.Http1Tap;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.quic.QuicClient;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.Destination;
import dev.lightfoot.probe.wire.WireSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.HostnameVerifier;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.internal.tls.OkHostnameVerifier;

/// An HTTP client over our own sockets and resolver, with its connections. Many exchanges can be
/// under way at a time, each on a thread of its own; those to one origin share connections as a
/// browser's do. A cold run takes a fresh one; a warm run the one of the run before.
///
/// Redirects, retries, decompression and time-outs of the HTTP library are off: they are ours.
public final class HttpEngine implements AutoCloseable {
  /// Connections kept while they are unused: all of a page, until the engine is closed.
  private static final int MOST_IDLE = 1_000;

  private final EngineParts parts;
  private final OkHttpClient client;
  private final VersionChoice versions;
  private final HostAddresses hosts;
  private final StandIns standIns;
  private final Map<String, OriginQueue> queues = new ConcurrentHashMap<>();
  private final Set<CallContext> calls = new HashSet<>();
  private Optional<Consumer<ExchangeTrace>> stopped = Optional.empty();

  public HttpEngine(EngineParts parts, TlsSessions sessions) {
    this.parts = parts;
    this.versions = new VersionChoice(parts.versions(), parts.services());
    this.hosts = new HostAddresses(parts.resolver());
    this.standIns = new StandIns(hosts);
    TlsClient tls = sessions.client();
    client =
        new OkHttpClient.Builder()
            .socketFactory(
                new WireSocketFactory(
                    () -> CallContext.current().trace(),
                    new Way(),
                    () -> CallContext.current().gate(),
                    parts.sockets(),
                    Http1Tap::new))
            .sslSocketFactory(tls, tls.trustManager())
            .hostnameVerifier(names(tls))
            .dns(standIns::of)
            .fastFallback(false) // the race between addresses is ours
            .proxySelector(new ForwardProxies())
            .protocols(versions.offered())
            .connectionSpecs(List.of(everyTlsThatTheRuntimeHas(), ConnectionSpec.CLEARTEXT))
            .connectionPool(new ConnectionPool(MOST_IDLE, 1, TimeUnit.HOURS))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addNetworkInterceptor(new QuietStatus())
            .eventListener(new Witness())
            .build();
  }

  /// The library shares connections of h2 among hosts with its own verifier only: one on which a
  /// client certificate was shown must not carry requests to another origin.
  private static HostnameVerifier names(TlsClient tls) {
    return tls.showsCertificate()
        ? (host, session) -> OkHostnameVerifier.INSTANCE.verify(host, session)
        : OkHostnameVerifier.INSTANCE;
  }

  /// The runtime's own list: what it has disabled stays disabled, and there is no second try.
  private static ConnectionSpec everyTlsThatTheRuntimeHas() {
    return new ConnectionSpec.Builder(ConnectionSpec.COMPATIBLE_TLS)
        .allEnabledCipherSuites()
        .allEnabledTlsVersions()
        .build();
  }

  /// Makes one request; blocks until its response is complete, cut or failed. May be called from
  /// many threads at a time: what is noted in the trace is that request's alone. Where it has to
  /// wait for another one, for a connection, a stream or a name, that is its phase `blocked`.
  ///
  /// @param trace fresh, made when the request was; those of one run share a clock
  /// @param gate that of the run
  public ExchangeResult exchange(ExchangeRequest request, ExchangeTrace trace, ConnectGate gate) {
    HttpUrl url = request.url();
    Route route = parts.proxies().route(url.scheme(), url.host());
    CallContext call = new CallContext(url, trace, gate, route);
    synchronized (calls) {
      calls.add(call);
      stopped.ifPresent(why -> why.accept(trace));
    }
    try {
      return new ExchangeCall(this, request, call).make();
    } finally {
      synchronized (calls) {
        calls.remove(call);
      }
    }
  }

  /// Breaks off whatever it is doing; it can make no more exchanges.
  ///
  /// @param why notes on each exchange that is under way, or comes later, why it is broken off
  public void stop(Consumer<ExchangeTrace> why) {
    synchronized (calls) {
      if (stopped.isEmpty()) {
        stopped = Optional.of(why);
      }
      for (CallContext call : calls) {
        call.settle(); // so that the phase it stops in is the one it is in
        why.accept(call.trace());
      }
    }
    parts.sockets().closeAll();
    queues.values().forEach(OriginQueue::close);
  }

  /// The library's call for that request.
  Call call(Request request) {
    versions.goesOverTcp(request.url());
    return client.newCall(request);
  }

  /// Where calls over TCP to that origin wait for their turn.
  OriginQueue queue(HttpUrl url) {
    return queue(url.scheme() + "://" + url.host() + ":" + url.port(), versions.separate(url));
  }

  /// Where calls over QUIC to that place wait for their turn.
  OriginQueue quicQueue(String host, int port) {
    return queue("quic://" + host + ":" + port, false);
  }

  private OriginQueue queue(String origin, boolean separate) {
    OriginQueue queue = queues.computeIfAbsent(origin, _ -> new OriginQueue(separate));
    if (isClosed()) {
      queue.close();
    }
    return queue;
  }

  /// What carries HTTP/3.
  QuicClient quic() {
    return parts.quic();
  }

  VersionChoice versions() {
    return versions;
  }

  HostAddresses hosts() {
    return hosts;
  }

  /// Goes the way that another engine went, because its sessions are to be resumed.
  public void goTheWayOf(HttpEngine before) {
    versions.goTheWayOf(before.versions);
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    parts.sockets().closeAll();
    queues.values().forEach(OriginQueue::close);
  }

  /// Whether it can make no more exchanges.
  public boolean isClosed() {
    return parts.sockets().isClosed();
  }

  /// Where the bytes of a call go.
  private final class Way implements Destination {
    @Override
    public List<InetAddress> addresses(String host, ExchangeTrace trace)
        throws UnknownHostException {
      return hosts.of(host, trace);
    }

    @Override
    public Optional<ProxyServer> proxy(ExchangeTrace trace) throws IOException {
      CallContext call = CallContext.current();
      return switch (call.route()) {
        case Route.Direct _ -> Optional.empty();
        case Route.Unusable unusable -> {
          trace.fail(Optional.empty(), ErrorType.PROXY_UNSUPPORTED, unusable.why());
          throw new SocketException("the proxy cannot be used");
        }
        case Route.Via via -> {
          String host = call.url().host();
          if (!call.gate().admitsThroughProxy(host)) {
            trace.fail(Optional.empty(), ErrorType.PRIVATE_ADDRESS, ConnectGate.refusal(host));
            throw new SocketException("private address refused");
          }
          yield Optional.of(via.proxy());
        }
      };
    }
  }

  /// Library events only say which exchange is meant; instants come from the taps. All of these
  /// come on the call's own thread.
  private final class Witness extends EventListener {
    @Override
    public void connectionAcquired(Call call, Connection connection) {
      CallContext context = CallContext.current();
      ConnectionTrace given = TlsClient.connection(connection.socket());
      standIns.opened(given, connection.route().socketAddress().getAddress());
      context.acquired(given, connection.socket());
      if (versions.refuses(connection.protocol())) {
        context
            .trace()
            .fail(
                Optional.of(Phase.TLS),
                ErrorType.HTTP_VERSION,
                "HTTP/2 was asked for, but "
                    + call.request().url().host()
                    + " agrees to http/1.1 only (ALPN); nothing was sent.");
        call.cancel();
      }
    }

    @Override
    public void requestHeadersStart(Call call) {
      CallContext.current().openStream();
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
      CallContext.current().trace().headSent();
      CallContext.current().streamOpened();
    }

    @Override
    public void requestFailed(Call call, IOException error) {
      CallContext.current().streamOpened();
    }
  }
}
