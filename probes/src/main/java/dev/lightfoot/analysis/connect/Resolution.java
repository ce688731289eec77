package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.dns.DnsAnswer;
import java.util.List;
import java.util.OptionalLong;

/// How an address was found, without what it took to connect to the resolver first.
///
/// @param trips questions one after the other
/// @param nanos what they took
/// @param aliases how many names led to the one that has an address
/// @param lifetimeSeconds the shortest that an answer says of itself; 0 where there is none
/// @param floorNanos smallest round trip to the resolver that answered; 0 where it is not known
record Resolution(int trips, long nanos, int aliases, long lifetimeSeconds, long floorNanos) {

  static Resolution of(MeasuredExchange exchange) {
    List<DnsQuery> queries = exchange.exchange().dns();
    List<ResolverConnection> opened =
        queries.stream().flatMap(query -> query.setUp().stream()).distinct().toList();
    int setUpTrips = opened.stream().mapToInt(it -> it.phases().totalTrips()).max().orElse(0);
    long setUp = opened.stream().mapToLong(it -> it.phases().totalNanos()).max().orElse(0);
    return new Resolution(
        Math.max(1, exchange.trips(Phase.DNS).orElse(1) - setUpTrips),
        Math.max(0, exchange.nanos(Phase.DNS) - setUp),
        queries.stream().mapToInt(Resolution::aliases).max().orElse(0),
        lifetime(queries).orElse(0),
        queries.stream()
            .filter(query -> query.rcode().isPresent())
            .findFirst()
            .map(query -> exchange.run().floors().nanos(query.server()).orElse(0))
            .orElse(0L));
  }

  /// The same, where it is known for how long the name's own server lets the address be kept.
  Resolution kept(long seconds) {
    return new Resolution(trips, nanos, aliases, seconds, floorNanos);
  }

  private static int aliases(DnsQuery query) {
    return (int) query.answers().stream().filter(answer -> answer.type().equals("CNAME")).count();
  }

  static OptionalLong lifetime(List<DnsQuery> queries) {
    return queries.stream()
        .flatMap(query -> query.answers().stream())
        .mapToLong(DnsAnswer::ttlSeconds)
        .min();
  }
}
