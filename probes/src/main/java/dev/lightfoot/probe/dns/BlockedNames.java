package dev.lightfoot.probe.dns;

import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.Addresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/// Notices names that are answered with the unspecified address, 0.0.0.0 or `::`: so blockers
/// answer. A connection there reaches this computer.
final class BlockedNames implements NameResolver {
  private final NameResolver resolver;
  private final KnownServers known;

  BlockedNames(NameResolver resolver, KnownServers known) {
    this.resolver = resolver;
    this.known = known;
  }

  @Override
  public List<InetAddress> resolve(String host, ExchangeTrace trace) throws UnknownHostException {
    List<InetAddress> addresses = resolver.resolve(host, trace);
    Optional<InetAddress> nowhere =
        addresses.stream().filter(InetAddress::isAnyLocalAddress).findFirst();
    if (nowhere.isPresent()) {
      known.remark(List.of(warning(host, nowhere.get(), trace)));
    }
    return addresses;
  }

  private String warning(String host, InetAddress address, ExchangeTrace trace) {
    boolean fromFile = trace.lookup().skipped().equals(Optional.of(Reason.HOSTS_FILE));
    String who =
        fromFile
            ? "this computer's hosts file"
            : description().equals(SystemResolver.DESCRIPTION)
                ? "the operating system's resolver"
                : "the resolver " + description();
    return host
        + " seems to be blocked: "
        + who
        + " gives "
        + Addresses.text(address)
        + " for it, which leads to this computer. What was measured is not "
        + host
        + ".";
  }

  @Override
  public HostFacts facts(String host, String name, int port, ExchangeTrace trace) {
    return resolver.facts(host, name, port, trace);
  }

  @Override
  public String description() {
    return resolver.description();
  }
}
