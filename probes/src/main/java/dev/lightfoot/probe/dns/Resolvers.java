package dev.lightfoot.probe.dns;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.dns.system.HostsFile;
import dev.lightfoot.probe.dns.system.NameServers;
import dev.lightfoot.probe.dns.system.ResolvConf;
import dev.lightfoot.probe.dns.system.SearchList;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
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
    Optional<ResolvConf> file = ResolvConf.read(ResolvConf.PATH, resolverOptions());
    return file.isPresent()
        ? configured(file.get(), families, sockets, known)
        : configuredElsewhere(families, sockets, known);
  }

  private static String resolverOptions() {
    String options = System.getenv("RES_OPTIONS");
    return options == null ? "" : options;
  }

  /// Asks as that file says.
  public static NameResolver configured(
      ResolvConf file, Families families, RunSockets sockets, KnownServers known) {
    Asking asking = new Asking(file.search(), families, file.noAaaa() && families == Families.BOTH);
    return resolver(new ServerTransport(file.servers(), sockets, known), asking, known);
  }

  /// Where there is no resolv.conf, as on Windows.
  private static NameResolver configuredElsewhere(
      Families families, RunSockets sockets, KnownServers known) {
    ResolverConfig.refresh(); // a laptop changes networks while the program runs
    ResolverConfig config = ResolverConfig.getCurrentConfig();
    SearchList search =
        new SearchList(
            config.searchPath().stream().map(name -> name.toString(true)).toList(), config.ndots());
    List<InetSocketAddress> servers =
        config.servers().stream().filter(server -> !server.isUnresolved()).toList();
    return resolver(
        new ServerTransport(NameServers.of(servers), sockets, known),
        new Asking(search, families, false),
        known);
  }

  /// Asks these servers, in this order.
  ///
  /// @param known what the runs before have learnt of them
  public static NameResolver servers(
      List<InetSocketAddress> servers, Families families, RunSockets sockets, KnownServers known) {
    return resolver(
        new ServerTransport(NameServers.of(servers), sockets, known),
        new Asking(SearchList.NONE, families, false),
        known);
  }

  /// Asks a DNS over HTTPS server; the configured servers resolve its own name.
  public static NameResolver https(
      WebUrl url,
      Families families,
      RunSockets sockets,
      TlsClient.Judge judge,
      KnownServers known) {
    NameResolver bootstrap = configured(Families.BOTH, sockets, known);
    return resolver(
        new HttpsTransport(url, bootstrap, judge, sockets, known),
        new Asking(SearchList.NONE, families, false),
        known);
  }

  /// Asks the operating system's own resolver.
  public static NameResolver operatingSystem(
      Families families, RunSockets sockets, KnownServers known) {
    return new BlockedNames(new SystemResolver(families, sockets), known);
  }

  private static NameResolver resolver(DnsTransport transport, Asking asking, KnownServers known) {
    return new BlockedNames(new MessageResolver(transport, HostsFile.ofSystem(), asking), known);
  }
}
