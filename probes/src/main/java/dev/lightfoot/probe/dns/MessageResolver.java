package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.model.dns.DnssecState;
import dev.lightfoot.probe.dns.system.DnsLimits;
import dev.lightfoot.probe.dns.system.HostsFile;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Resolves by DNS messages: A and AAAA at the same time, each on a thread of its own.
///
/// Where the other family is late, the addresses at hand are used 50 ms after they came (RFC 8305
/// section 3); the late answer is noted all the same.
final class MessageResolver implements NameResolver {
  private final DnsTransport transport;
  private final HostsFile hosts;
  private final Asking asking;

  MessageResolver(DnsTransport transport, HostsFile hosts, Asking asking) {
    this.transport = transport;
    this.hosts = hosts;
    this.asking = asking;
  }

  @Override
  public String description() {
    return transport.description();
  }

  @Override
  public List<InetAddress> resolve(String host, ExchangeTrace trace) throws UnknownHostException {
    List<InetAddress> known = asking.families().of(hosts.lookup(host));
    if (!known.isEmpty()) {
      trace.lookup().skipped(Reason.HOSTS_FILE);
      return known.stream().map(address -> HostsFile.named(host, address)).toList();
    }
    try {
      return lookup(host, trace);
    } catch (DnsFailure e) {
      trace.fail(Optional.of(Phase.DNS), e.type(), e.sentence());
      UnknownHostException unknown = new UnknownHostException(e.sentence());
      unknown.initCause(e);
      throw unknown;
    }
  }

  @Override
  public HostFacts facts(String host, String name, int port, ExchangeTrace trace) {
    try {
      return new HostInquiry(transport, trace).about(host, name, port);
    } catch (TextParseException e) {
      return new HostFacts(
          host, DnssecState.UNKNOWN, "no DNS name", Optional.empty(), List.of(), List.of());
    }
  }

  private List<InetAddress> lookup(String host, ExchangeTrace trace) throws DnsFailure {
    Deadline deadline = Deadline.in(transport.limit());
    Optional<DnsFailure> typed = Optional.empty();
    int trips = 0;
    for (String candidate : asking.search().candidates(host)) {
      DnsFailure failure;
      Pair pair = new Pair(trace, deadline);
      try {
        List<InetAddress> found = pair.addresses(name(candidate));
        trace.lookup().trips(OptionalInt.of(trips + pair.trips));
        if (!found.isEmpty()) {
          trace.mark(Mark.DNS_END, trace.clock().of(pair.known));
          trace.late(trace.clock().of(pair.known), trace.clock().now());
          return found;
        }
        failure = noAddress(candidate);
      } catch (DnsFailure e) {
        trace.lookup().trips(OptionalInt.of(trips + pair.trips));
        if (e.type() != ErrorType.NXDOMAIN) {
          throw e;
        }
        failure = e;
      }
      trips += pair.trips;
      if (candidate.equals(host) || typed.isEmpty()) {
        typed = Optional.of(failure); // what was typed is what people want to hear about
      }
    }
    throw typed.orElseThrow();
  }

  private DnsFailure noAddress(String host) {
    String kind =
        switch (asking.asked()) {
          case BOTH -> "no address";
          case IPV4 -> "no IPv4 address";
          case IPV6 -> "no IPv6 address";
        };
    return new DnsFailure(ErrorType.NO_ADDRESS, host + " exists, but has " + kind + ".");
  }

  private static Name name(String host) throws DnsFailure {
    try {
      return Name.fromString(host, Name.root);
    } catch (TextParseException e) {
      throw new DnsFailure(
          ErrorType.NXDOMAIN, "DNS cannot hold this host name: a part of it is too long.");
    }
  }

  /// The questions for one name in both families.
  private final class Pair {
    private final ExchangeTrace trace;
    private final Deadline deadline;
    private final long began = System.nanoTime();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private Optional<List<InetAddress>> handedOn = Optional.empty();
    private int trips;
    private long known = Long.MIN_VALUE;

    Pair(ExchangeTrace trace, Deadline deadline) {
      this.trace = trace;
      this.deadline = deadline;
    }

    private record Outcome(int type, AddressLookup.Found found, Optional<DnsFailure> failure) {}

    List<InetAddress> addresses(Name name) throws DnsFailure {
      List<Integer> types =
          switch (asking.asked()) {
            case BOTH -> List.of(Type.AAAA, Type.A);
            case IPV4 -> List.of(Type.A);
            case IPV6 -> List.of(Type.AAAA);
          };
      Departure departure = new Departure(types.size());
      for (int type : types) {
        Thread.ofPlatform()
            .daemon()
            .name("dns-" + Type.string(type))
            .start(() -> departure.with(() -> ask(name, type)));
      }
      return collect(types.size());
    }

    private void ask(Name name, int type) {
      AddressLookup lookup = new AddressLookup(transport, trace, deadline);
      try {
        came(new Outcome(type, lookup.find(name, type), Optional.empty()));
      } catch (DnsFailure e) {
        came(
            new Outcome(
                type,
                new AddressLookup.Found(List.of(), lookup.trips(), System.nanoTime()),
                Optional.of(e)));
      }
    }

    /// An answer that is late adds its addresses to those that were handed on.
    private synchronized void came(Outcome outcome) {
      if (handedOn.isPresent()) {
        handedOn.get().addAll(outcome.found.addresses());
      } else {
        outcomes.add(outcome);
      }
    }

    private synchronized List<InetAddress> handOn(List<InetAddress> addresses) {
      List<InetAddress> growing = new CopyOnWriteArrayList<>(addresses);
      outcomes.forEach(late -> growing.addAll(late.found.addresses()));
      handedOn = Optional.of(growing);
      return growing;
    }

    /// The wait for the other family has ended.
    private void goOn(List<Outcome> come) {
      trace
          .lookup()
          .wentOn(
              trace.clock().of(known),
              "not waited for: the "
                  + Type.string(come.getFirst().type)
                  + " addresses were used "
                  + DnsLimits.OTHER_FAMILY.toMillis()
                  + " ms after they came (RFC 8305)");
    }

    private List<InetAddress> collect(int expected) throws DnsFailure {
      List<Outcome> come = new ArrayList<>();
      try {
        while (come.size() < expected) {
          OptionalLong goOn =
              come.stream()
                  .filter(o -> !o.found.addresses().isEmpty())
                  .mapToLong(o -> o.found.arrived() + DnsLimits.OTHER_FAMILY.toNanos())
                  .findFirst();
          long patience =
              goOn.isPresent()
                  ? Math.max(0, goOn.getAsLong() - System.nanoTime())
                  : deadline.millisLeft() * 1_000_000L + DnsLimits.PER_TRY.toNanos();
          Outcome next = outcomes.poll(patience, TimeUnit.NANOSECONDS);
          if (next == null) {
            known = goOn.orElseGet(System::nanoTime); // the wait for the other family ended
            if (goOn.isPresent()) {
              goOn(come);
            }
            break;
          }
          come.add(next);
          known = Math.max(known, next.found.arrived());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DnsFailure(ErrorType.CANCELLED, "The resolution was stopped.");
      }
      trips = come.stream().mapToInt(outcome -> outcome.found.trips()).max().orElse(0);
      List<InetAddress> addresses =
          come.stream()
              .sorted((a, b) -> Integer.compare(b.type, a.type)) // AAAA before A (RFC 6724)
              .flatMap(outcome -> outcome.found.addresses().stream())
              .toList();
      if (addresses.isEmpty()) {
        for (Outcome outcome : come) {
          if (outcome.failure.isPresent()) {
            throw outcome.failure.get();
          }
        }
        if (come.isEmpty()) {
          throw new DnsFailure(
              ErrorType.DNS_TIMEOUT, "No resolver answered" + DnsFailure.within(began) + ".");
        }
      }
      return handOn(addresses);
    }
  }
}
