package dev.lightfoot.probe.dns;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/// Makes resolvers. Each is for one run: none remembers an answer.
public final class Resolvers {
  private Resolvers() {}

  /// Whether this computer itself names that host, so that no server is asked for it.
  public static boolean isNamedHere(String host) {
    return !HostsFile.ofSystem().lookup(host).isEmpty();
  }

  /// Asks the servers that the operating system is configured with.
  ///
  /// @param known what the runs before have learnt of them
  public static NameResolver configured(Families families, RunSockets sockets, KnownServers known) {
    ResolverConfig.refresh(); // a laptop changes networks while the program runs
    ResolverConfig config = ResolverConfig.getCurrentConfig();
    SearchList search =
        new SearchList(
            config.searchPath().stream().map(name -> name.toString(true)).toList(), config.ndots());
    return new MessageResolver(
        new ServerTransport(NameServers.of(config.servers()), sockets, known),
        search,
        HostsFile.ofSystem(),
        families);
  }

  /// Asks these servers, in this order.
  ///
  /// @param known what the runs before have learnt of them
  public static NameResolver servers(
      List<InetSocketAddress> servers, Families families, RunSockets sockets, KnownServers known) {
    return new MessageResolver(
        new ServerTransport(NameServers.of(servers), sockets, known),
        SearchList.NONE,
        HostsFile.ofSystem(),
        families);
  }

  /// Asks a DNS over HTTPS server; the configured servers resolve its own name.
  public static NameResolver https(
      WebUrl url,
      Families families,
      RunSockets sockets,
      TlsClient.Judge judge,
      KnownServers known) {
    NameResolver bootstrap = configured(Families.BOTH, sockets, known);
    return new MessageResolver(
        new HttpsTransport(url, bootstrap, judge, sockets),
        SearchList.NONE,
        HostsFile.ofSystem(),
        families);
  }

  /// Asks the operating system's own resolver.
  public static NameResolver operatingSystem(Families families, RunSockets sockets) {
    return new SystemResolver(families, sockets);
  }
}
