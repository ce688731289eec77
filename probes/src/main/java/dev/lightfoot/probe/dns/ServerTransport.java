package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.dns.system.NameServers;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// Asks name servers, one after the other and again until the deadline. The messages are dnsjava's,
/// the sockets ours.
///
/// Of several servers each is given 750 ms at first, unless the settings say how long it is given;
/// one that stays silent while another answers is asked last for the rest of the series.
final class ServerTransport implements DnsTransport {
  private final NameServers servers;
  private final RunSockets sockets;
  private final KnownServers known;
  private final int turn;

  ServerTransport(NameServers servers, RunSockets sockets, KnownServers known) {
    this.servers = servers;
    this.sockets = sockets;
    this.known = known;
    this.turn = servers.tries().rotates() ? known.nextTurn() : 0;
  }

  @Override
  public String description() {
    return servers.addresses().stream().map(Addresses::text).collect(Collectors.joining(", "));
  }

  @Override
  public Duration limit() {
    return servers.tries().limit(Math.max(1, servers.addresses().size()));
  }

  @Override
  public Reply ask(Message query, Deadline deadline, ExchangeTrace trace) throws DnsFailure {
    long since = System.nanoTime();
    DnsFailure last =
        new DnsFailure(ErrorType.DNS_UNREACHABLE, "This computer has no name server configured.");
    known.remark(servers.remarks());
    List<InetSocketAddress> order = known.inOrder(inTurn());
    List<InetSocketAddress> unheard = new ArrayList<>();
    List<InetSocketAddress> silentToEdns = new ArrayList<>();
    Optional<Reply> unhelpful = Optional.empty();
    int trips = 0;
    int givenUp = 0;
    for (int i = 0; goesOn(i, order) && !deadline.passed(); i++) {
      InetSocketAddress server = order.get(i % order.size());
      boolean withEdns = !known.isKnownToRefuseEdns(Addresses.text(server));
      try {
        ServerQuestion question =
            new ServerQuestion(server, new ServerWire(server, sockets, deadline), trace, known);
        boolean wasSilent = silentToEdns.contains(server);
        Reply reply = question.ask(query, manner(i, order.size(), since, wasSilent));
        unheard.forEach(known::silent);
        known.spoke(server);
        trips += reply.trips();
        Reply counted = reply.withTrips(trips);
        if (helps(reply)) {
          return counted;
        }
        unhelpful = Optional.of(unhelpful.map(r -> r.withTrips(counted.trips())).orElse(counted));
        givenUp++;
      } catch (DnsFailure e) {
        last = e;
        unheard.add(server);
        if (withEdns) {
          silentToEdns.add(server);
        }
        givenUp = e.type() == ErrorType.DNS_TIMEOUT ? givenUp : givenUp + 1;
      }
      if (givenUp >= order.size()) {
        break; // every server has said that it will not help
      }
    }
    if (unhelpful.isPresent()) {
      return unhelpful.get();
    }
    List<InetSocketAddress> asked = unheard.stream().distinct().toList();
    throw asked.size() > 1 && last.type() == ErrorType.DNS_TIMEOUT
        ? noneAnswered(asked, since)
        : last;
  }

  private boolean goesOn(int asked, List<InetSocketAddress> order) {
    return !order.isEmpty() && servers.tries().goesOn(asked, order.size());
  }

  private ServerQuestion.Manner manner(int asked, int count, long since, boolean wasSilent) {
    return new ServerQuestion.Manner(
        servers.tries().patience(asked, count), since, servers.tcpOnly(), wasSilent);
  }

  /// All servers, from the one on whose turn it is.
  private List<InetSocketAddress> inTurn() {
    List<InetSocketAddress> all = new ArrayList<>(servers.addresses());
    Collections.rotate(all, -turn);
    return all;
  }

  private DnsFailure noneAnswered(List<InetSocketAddress> asked, long since) {
    String names = asked.stream().map(Addresses::text).collect(Collectors.joining(", "));
    return new DnsFailure(
        ErrorType.DNS_TIMEOUT,
        "None of the resolvers " + names + " answered" + DnsFailure.within(since) + ".");
  }

  /// The next server is asked where the C library does so, and where one cannot even read a
  /// question without EDNS.
  private static boolean helps(Reply reply) {
    return switch (reply.message().getRcode()) {
      case Rcode.REFUSED, Rcode.SERVFAIL, Rcode.NOTIMP, Rcode.FORMERR -> false;
      default -> true;
    };
  }
}
