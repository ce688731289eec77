package dev.lightfoot.probe;

import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.dns.Families;
import dev.lightfoot.probe.dns.KnownServers;
import dev.lightfoot.probe.dns.NameResolver;
import dev.lightfoot.probe.dns.Resolvers;
import dev.lightfoot.probe.http.AlternativeServices;
import dev.lightfoot.probe.http.EngineParts;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.http.TlsSessions;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.proxy.ProxyRules;
import dev.lightfoot.probe.quic.KeyLog;
import dev.lightfoot.probe.quic.QuicClient;
import dev.lightfoot.probe.quic.QuicLoop;
import dev.lightfoot.probe.quic.QuicSessions;
import dev.lightfoot.probe.tls.OriginCertificate;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.RunSockets;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Gives each run what its state promises: a cold run nothing, a resumed run the TLS sessions of
/// the run before, a warm run its open connection.
final class Engines implements AutoCloseable {
  private final ProbeRequest request;
  private final TlsClient.Judge judge;
  private final ProxyRules proxies;
  private final KnownServers known = new KnownServers();
  private final AlternativeServices services;
  private final Optional<OriginCertificate> own;
  private final QuicLoop loop = new QuicLoop();
  private final Optional<KeyLog> keyLog;
  private final Runnable beforeQuic;
  private TlsSessions sessions;
  private QuicSessions quicSessions;
  private Optional<HttpEngine> engine = Optional.empty();
  private Optional<String> resolver = Optional.empty();

  Engines(ProbeRequest request, TlsClient.Judge judge) {
    this(request, judge, Optional.empty(), () -> {});
  }

  /// @param keyLog takes the secrets of QUIC handshakes; for tests
  /// @param beforeQuic run before a run that may go over QUIC
  Engines(
      ProbeRequest request, TlsClient.Judge judge, Optional<KeyLog> keyLog, Runnable beforeQuic) {
    this.request = request;
    this.judge = judge;
    this.keyLog = keyLog;
    this.beforeQuic = beforeQuic;
    this.proxies = request.proxy().rules();
    this.own = request.originCertificate();
    this.services = own.isPresent() ? AlternativeServices.ignored() : new AlternativeServices();
    this.sessions = new TlsSessions(judge, own);
    this.quicSessions = new QuicSessions(judge, keyLog);
  }

  HttpEngine engine(RunState state) {
    boolean keeps = state == RunState.WARM && engine.isPresent() && !engine.get().isClosed();
    if (!keeps) {
      engine.ifPresent(HttpEngine::close);
      if (state == RunState.COLD) {
        sessions = new TlsSessions(judge, own);
        quicSessions = new QuicSessions(judge, keyLog);
      }
      HttpEngine fresh = fresh();
      if (state == RunState.RESUMED) {
        engine.ifPresent(fresh::goTheWayOf);
      }
      engine = Optional.of(fresh);
    }
    return engine.orElseThrow();
  }

  private HttpEngine fresh() {
    RunSockets sockets = new RunSockets();
    QuicClient quic = new QuicClient(loop, quicSessions, sockets);
    boolean quicMayCome =
        switch (request.http()) {
          case HTTP_3 -> true;
          case ANY -> !services.isEmpty();
          case HTTP_1_1, HTTP_2 -> false;
        };
    if (quicMayCome && QuicLoop.isAvailable()) {
      beforeQuic.run();
      loop.start(); // now, so that no run pays for it
      quicSessions.prepare();
    }
    return new HttpEngine(
        new EngineParts(resolver(sockets), judge, proxies, sockets, request.http(), quic, services),
        sessions);
  }

  /// Takes what DNS says of hosts: some name HTTP/3 there.
  void learn(List<HostFacts> hosts) {
    HttpUrl url = Urls.of(request.url());
    hosts.forEach(facts -> services.learn(url, facts));
  }

  NameResolver resolver(RunSockets sockets) {
    Families families =
        switch (request.addressFamily()) {
          case ANY -> Families.BOTH;
          case IPV4 -> Families.IPV4;
          case IPV6 -> Families.IPV6;
        };
    return switch (request.resolver()) {
      case ResolverChoice.Configured _ -> Resolvers.configured(families, sockets, known);
      case ResolverChoice.OperatingSystem _ -> Resolvers.operatingSystem(families, sockets, known);
      case ResolverChoice.Server server ->
          Resolvers.servers(List.of(server.address()), families, sockets, known);
      case ResolverChoice.Servers several ->
          Resolvers.servers(several.addresses(), families, sockets, known);
      case ResolverChoice.Https https ->
          Resolvers.https(https.url(), families, sockets, judge, known);
    };
  }

  /// What people should know of the name servers, as sentences.
  List<String> resolverWarnings() {
    return known.warnings();
  }

  /// Who is asked for names, for people.
  String resolverDescription() {
    if (resolver.isEmpty()) {
      resolver = Optional.of(resolver(new RunSockets()).description());
    }
    return resolver.get();
  }

  @Override
  public void close() {
    engine.ifPresent(HttpEngine::close);
    loop.close();
  }
}
