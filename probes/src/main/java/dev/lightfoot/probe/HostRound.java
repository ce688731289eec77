package dev.lightfoot.probe;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.dns.NameResolver;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.RunSockets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks, after the runs, what DNS says of the hosts that they resolved. It costs no run anything.
final class HostRound {
  private final Engines engines;
  private final Cancellation cancellation;

  HostRound(Engines engines, Cancellation cancellation) {
    this.engines = engines;
    this.cancellation = cancellation;
  }

  /// What the runs resolved, and what a resolver answered about.
  private record Asked(String host, String name, int port) {}

  List<HostFacts> of(List<Run> runs) {
    Map<String, Asked> hosts = new LinkedHashMap<>();
    for (Run run : runs) {
      for (Exchange exchange : run.exchanges()) {
        asked(exchange).ifPresent(asked -> hosts.putIfAbsent(asked.host, asked));
      }
    }
    List<HostFacts> facts = new ArrayList<>();
    for (Asked asked : hosts.values()) {
      if (!cancellation.isCancelled()) {
        facts.add(MeasuringThread.call(() -> ask(asked)));
      }
    }
    return facts;
  }

  /// Nothing where no resolver was asked, or none answered: it would not do so now.
  private static Optional<Asked> asked(Exchange exchange) {
    if (exchange.proxy().isPresent()) {
      return Optional.empty(); // the proxy looks names up, and may know others than we do
    }
    Optional<WebUrl> url = WebUrl.read(exchange.url());
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return exchange.dns().stream()
        .filter(query -> query.rcode().isPresent() && !query.rcode().get().equals("NXDOMAIN"))
        .map(DnsQuery::name)
        .findFirst()
        .map(name -> new Asked(url.get().host(), name, url.get().port()));
  }

  private HostFacts ask(Asked asked) {
    RunSockets sockets = new RunSockets();
    try (Cancellation.Registration _ = cancellation.onCancel(sockets::closeAll)) {
      NameResolver resolver = engines.resolver(sockets);
      ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
      return resolver.facts(asked.host, asked.name, asked.port, trace);
    } finally {
      sockets.closeAll();
    }
  }
}
