package dev.lightfoot.probe.http;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.probe.dns.NameResolver;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.trace.Mark;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The addresses of hosts, each asked for once. Who needs a host that another call is asking for
/// waits for that one's answer.
final class HostAddresses {
  private final NameResolver resolver;
  private final Map<String, CompletableFuture<Found>> lookups = new ConcurrentHashMap<>();

  private record Found(List<InetAddress> addresses, Optional<Failure> failure) {}

  HostAddresses(NameResolver resolver) {
    this.resolver = resolver;
  }

  /// The addresses of that host, never none.
  ///
  /// @throws UnknownHostException where there is none; the trace says why
  List<InetAddress> of(String host, ExchangeTrace trace) throws UnknownHostException {
    CompletableFuture<Found> mine = new CompletableFuture<>();
    CompletableFuture<Found> earlier = lookups.putIfAbsent(host, mine);
    return earlier == null ? ask(host, trace, mine) : wait(host, trace, earlier);
  }

  private List<InetAddress> ask(String host, ExchangeTrace trace, CompletableFuture<Found> mine)
      throws UnknownHostException {
    try {
      List<InetAddress> addresses = resolver.resolve(host, trace);
      mine.complete(new Found(addresses, Optional.empty()));
      return addresses;
    } finally {
      if (!mine.isDone()) { // a next call may ask again
        lookups.remove(host, mine);
        mine.complete(new Found(List.of(), trace.failure()));
      }
    }
  }

  private static List<InetAddress> wait(
      String host, ExchangeTrace trace, CompletableFuture<Found> earlier)
      throws UnknownHostException {
    boolean waits = !earlier.isDone();
    if (waits) {
      trace.enter(Phase.BLOCKED, trace.clock().now());
    }
    Found found = earlier.join();
    if (waits) {
      trace.released();
    }
    if (found.addresses.isEmpty()) {
      found.failure.ifPresent(why -> trace.fail(Optional.of(Phase.DNS), why.type(), why.message()));
      throw new UnknownHostException(host);
    }
    if (!trace.has(Mark.DNS_START)) {
      trace.lookup().skipped(Reason.CACHED);
    }
    return found.addresses;
  }
}
