package dev.lightfoot.probe;

import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Lookup;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.dns.NameResolver;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Makes the lookups of a [LookupPlan]: in each round every resolver once, another one first each
/// time, so that what the network does meanwhile meets all of them.
final class LookupRounds {
  private final LookupPlan plan;
  private final Cancellation cancellation;
  private final List<Engines> engines = new ArrayList<>();

  LookupRounds(LookupPlan plan, TlsClient.Judge judge, Cancellation cancellation) {
    this.plan = plan;
    this.cancellation = cancellation;
    for (ResolverChoice choice : plan.resolvers()) {
      engines.add(new Engines(request(choice), judge));
    }
  }

  private ProbeRequest request(ResolverChoice choice) {
    ProbeRequest any = ProbeRequest.get(WebUrl.of("https://" + plan.hosts().getFirst() + "/"));
    return new ProbeRequest(
        any.url(),
        any.method(),
        any.body(),
        any.headers(),
        any.cookies(),
        choice,
        plan.addressFamily(),
        new ProxyChoice.None(),
        plan.certificateAuthorities(),
        any.timeout(),
        any.allowPrivate());
  }

  List<ResolverLookups> make() {
    List<ResolverLookups> results = new ArrayList<>();
    for (String host : plan.hosts()) {
      results.addAll(of(host));
    }
    return results;
  }

  private List<ResolverLookups> of(String host) {
    int count = engines.size();
    List<List<Lookup>> made = new ArrayList<>();
    engines.forEach(_ -> made.add(new ArrayList<>()));
    for (int round = 0; round < plan.runs(); round++) {
      for (int turn = 0; turn < count && !cancellation.isCancelled(); turn++) {
        int which = (round + turn) % count;
        made.get(which).add(asking(engines.get(which), resolver -> lookup(host, resolver)));
      }
    }
    List<ResolverLookups> results = new ArrayList<>();
    for (int which = 0; which < count; which++) {
      results.add(
          new ResolverLookups(
              host,
              engines.get(which).resolverDescription(),
              made.get(which),
              facts(host, engines.get(which), made.get(which))));
    }
    return results;
  }

  private Optional<HostFacts> facts(String host, Engines engine, List<Lookup> made) {
    boolean spoke = made.stream().anyMatch(lookup -> lookup.rcode().isPresent());
    if (!spoke || cancellation.isCancelled()) {
      return Optional.empty();
    }
    ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
    return Optional.of(asking(engine, resolver -> resolver.facts(host, host, 443, trace)));
  }

  /// With a resolver that knows nothing yet.
  private <T> T asking(Engines engine, Function<NameResolver, T> question) {
    RunSockets sockets = new RunSockets();
    try (Cancellation.Registration _ = cancellation.onCancel(sockets::closeAll)) {
      NameResolver resolver = engine.resolver(sockets);
      return MeasuringThread.call(() -> question.apply(resolver));
    } finally {
      sockets.closeAll();
    }
  }

  private static Lookup lookup(String host, NameResolver resolver) {
    ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
    List<String> addresses = new ArrayList<>();
    try {
      for (InetAddress address : resolver.resolve(host, trace)) {
        addresses.add(Addresses.text(address));
      }
    } catch (UnknownHostException e) {
      // the trace says why
    }
    long start = trace.at(Mark.DNS_START).orElse(trace.startNanos());
    OptionalLong end = trace.at(Mark.DNS_END);
    Optional<Failure> failure = trace.failure();
    long until = end.orElse(failure.map(Failure::atNanos).orElse(start));
    return new Lookup(
        Math.max(0, until - start),
        trace.lookup().trips(),
        addresses,
        failure.map(why -> new RunError(why.phase(), why.type().label(), why.message())),
        trace.lookup().queries());
  }
}
