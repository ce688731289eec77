package dev.lightfoot.probe.http;

import dev.lightfoot.probe.http.Carriage.Partition;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.proxy.Route;
import dev.lightfoot.probe.quic.QuicClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;

/// An HTTP client over our own sockets and resolver, with its connections. Many exchanges can be
/// under way at a time, each on a thread of its own; those to one origin and of one partition share
/// connections as a browser's do. A cold run takes a fresh one; a warm run the one of the run
/// before.
public final class HttpEngine implements AutoCloseable {
  private final EngineParts parts;
  private final TlsSessions sessions;
  private final VersionChoice versions;
  private final HostAddresses hosts;
  private final Map<Partition, LibraryClient> clients = new ConcurrentHashMap<>();
  private final Map<String, OriginQueue> queues = new ConcurrentHashMap<>();
  private final Set<CallContext> calls = new HashSet<>();
  private Optional<Consumer<ExchangeTrace>> stopped = Optional.empty();

  public HttpEngine(EngineParts parts, TlsSessions sessions) {
    this.parts = parts;
    this.sessions = sessions;
    this.versions = new VersionChoice(parts.versions(), parts.services());
    this.hosts = new HostAddresses(parts.resolver());
    client(Partition.USUAL); // now, so that no run pays for it
  }

  private LibraryClient client(Partition partition) {
    return clients.computeIfAbsent(
        partition,
        each -> new LibraryClient(parts.sockets(), versions, hosts, sessions.client(each)));
  }

  /// Makes one request; blocks until its response is complete, cut or failed. May be called from
  /// many threads at a time: what is noted in the trace is that request's alone. Where it has to
  /// wait for another one, for a connection, a stream or a name, that is its phase `blocked`.
  ///
  /// @param trace fresh, made when the request was; those of one run share a clock
  /// @param gate that of the run
  public ExchangeResult exchange(ExchangeRequest request, ExchangeTrace trace, ConnectGate gate) {
    CallContext call = context(request, trace, gate);
    synchronized (calls) {
      calls.add(call);
    }
    try {
      return new ExchangeCall(this, request, call).make();
    } finally {
      synchronized (calls) {
        calls.remove(call);
      }
    }
  }

  /// Opens a connection that a request to that place can take later, unless one is open that many
  /// share; blocks until it is open, or cannot be. Over TCP alone.
  ///
  /// @param trace fresh; the first exchange that uses the connection takes over what it notes
  public void openAhead(ExchangeRequest request, ExchangeTrace trace, ConnectGate gate) {
    CallContext call = context(request, trace, gate);
    if (!queue(request).isShared() && versions.quicPort(call).isEmpty()) {
      client(request.carriage().partition()).open(call);
    }
  }

  /// Looks a host up that a request may need later; blocks until that is known.
  public void lookUpAhead(HttpUrl url, ExchangeTrace trace) {
    try {
      hosts.of(url.host(), trace);
    } catch (UnknownHostException e) {
      return; // the request will say why
    }
  }

  /// Origins to which connections were opened ahead that nothing used.
  public List<String> unusedConnections() {
    return clients.values().stream().flatMap(each -> each.unused().stream()).toList();
  }

  /// Waits for a connection that is being opened ahead of that call.
  void awaitOpening(CallContext call, ExchangeRequest request) {
    client(request.carriage().partition()).await(call);
  }

  private CallContext context(ExchangeRequest request, ExchangeTrace trace, ConnectGate gate) {
    HttpUrl url = request.url();
    Route route = parts.proxies().route(url.scheme(), url.host());
    return new CallContext(request, trace, gate, route);
  }

  /// Whether no more exchanges are made; notes why.
  boolean hasStopped(ExchangeTrace trace) {
    synchronized (calls) {
      stopped.ifPresent(why -> why.accept(trace));
      return stopped.isPresent();
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
  Call call(ExchangeRequest asked, Optional<ProxyServer> proxy) {
    versions.goesOverTcp(asked.url());
    return client(asked.carriage().partition()).call(LibraryRequest.of(asked, proxy));
  }

  /// Where calls over TCP to that request's origin wait for their turn.
  OriginQueue queue(ExchangeRequest asked) {
    HttpUrl url = asked.url();
    String origin = url.scheme() + "://" + url.host() + ":" + url.port();
    return queue(asked.carriage().partition().key() + origin, versions.separate(url));
  }

  /// Where calls over QUIC to that request's host wait for their turn.
  OriginQueue quicQueue(ExchangeRequest asked, int port) {
    String place = "quic://" + asked.url().host() + ":" + port;
    return queue(asked.carriage().partition().key() + place, false);
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
    clients.values().forEach(LibraryClient::close);
    parts.sockets().closeAll();
    queues.values().forEach(OriginQueue::close);
  }

  /// Whether it can make no more exchanges.
  public boolean isClosed() {
    return parts.sockets().isClosed();
  }
}
