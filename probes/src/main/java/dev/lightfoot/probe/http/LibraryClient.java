package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.http.wire.Http1Tap;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.Destination;
import dev.lightfoot.probe.wire.RunSockets;
import dev.lightfoot.probe.wire.WireSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.internal.tls.OkHostnameVerifier;

/// The HTTP library over our own sockets, with the connections of one partition.
///
/// Redirects, retries, decompression and time-outs of the library are off: they are ours.
final class LibraryClient {
  /// Connections kept while they are unused: all of a page, until the engine is closed.
  private static final int MOST_IDLE = 1_000;

  private final VersionChoice versions;
  private final HostAddresses hosts;
  private final StandIns standIns;
  private final TlsClient tls;
  private final OpenedAhead ahead;
  private final OkHttpClient client;

  LibraryClient(RunSockets sockets, VersionChoice versions, HostAddresses hosts, TlsClient tls) {
    this.versions = versions;
    this.hosts = hosts;
    this.standIns = new StandIns(hosts);
    this.tls = tls;
    this.ahead =
        new OpenedAhead(
            new WireSocketFactory(
                () -> CallContext.current().trace(),
                new Way(),
                () -> CallContext.current().gate(),
                sockets,
                Http1Tap::new));
    client =
        new OkHttpClient.Builder()
            .socketFactory(ahead)
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

  /// The library's call for that request.
  Call call(Request request) {
    return client.newCall(request);
  }

  /// Opens a connection for that call to come, on this thread; fails silently.
  void open(CallContext call) {
    ahead.open(call, tls, versions.offered().stream().map(Protocol::toString).toList());
  }

  /// Waits for a connection that is being opened ahead of that call.
  void await(CallContext call) {
    ahead.await(call);
  }

  /// Origins to which connections were opened that nothing used.
  List<String> unused() {
    return ahead.unused();
  }

  /// Closes what is not in use.
  void close() {
    client.connectionPool().evictAll();
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
