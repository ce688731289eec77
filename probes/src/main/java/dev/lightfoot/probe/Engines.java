package dev.lightfoot.probe;

import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.dns.Families;
import dev.lightfoot.probe.dns.NameResolver;
import dev.lightfoot.probe.dns.Resolvers;
import dev.lightfoot.probe.dns.SilentServers;
import dev.lightfoot.probe.http.EngineParts;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.http.TlsSessions;
import dev.lightfoot.probe.proxy.ProxyRules;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.RunSockets;
import java.util.List;
import java.util.Optional;

/// Gives each run what its state promises: a cold run nothing, a resumed run the TLS sessions of
/// the run before, a warm run its open connection.
final class Engines implements AutoCloseable {
  private final ProbeRequest request;
  private final TlsClient.Judge judge;
  private final ProxyRules proxies;
  private final SilentServers silent = new SilentServers();
  private TlsSessions sessions;
  private Optional<HttpEngine> engine = Optional.empty();
  private Optional<String> resolver = Optional.empty();

  Engines(ProbeRequest request, TlsClient.Judge judge) {
    this.request = request;
    this.judge = judge;
    this.proxies = request.proxy().rules();
    this.sessions = new TlsSessions(judge);
  }

  HttpEngine engine(RunState state) {
    boolean keeps = state == RunState.WARM && engine.isPresent() && !engine.get().isClosed();
    if (!keeps) {
      engine.ifPresent(HttpEngine::close);
      if (state == RunState.COLD) {
        sessions = new TlsSessions(judge);
      }
      RunSockets sockets = new RunSockets();
      HttpEngine fresh =
          new HttpEngine(new EngineParts(resolver(sockets), judge, proxies, sockets), sessions);
      engine = Optional.of(fresh);
    }
    return engine.orElseThrow();
  }

  NameResolver resolver(RunSockets sockets) {
    Families families =
        switch (request.addressFamily()) {
          case ANY -> Families.BOTH;
          case IPV4 -> Families.IPV4;
          case IPV6 -> Families.IPV6;
        };
    return switch (request.resolver()) {
      case ResolverChoice.Configured _ -> Resolvers.configured(families, sockets, silent);
      case ResolverChoice.OperatingSystem _ -> Resolvers.operatingSystem(families, sockets);
      case ResolverChoice.Server server ->
          Resolvers.servers(List.of(server.address()), families, sockets, silent);
      case ResolverChoice.Servers several ->
          Resolvers.servers(several.addresses(), families, sockets, silent);
      case ResolverChoice.Https https ->
          Resolvers.https(https.url(), families, sockets, judge, silent);
    };
  }

  /// Name servers that kept silent while another one answered.
  List<String> silentServers() {
    return silent.addresses();
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
  }
}
