package dev.lightfoot.model;

import dev.lightfoot.model.dns.DnsAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One question put to one resolver.
///
/// @param name the name asked for
/// @param type `A`, `AAAA`, …; empty where the operating system was asked (`getaddrinfo`)
/// @param server address and port of the resolver, or its DoH URL, or `getaddrinfo`
/// @param transport `udp`, `tcp`, `https` or `system`
/// @param startNanos first byte sent, from the start of the run
/// @param durationNanos until the whole answer was there, or until it was given up
/// @param trips dependent round trips this question took; empty where they cannot be seen
/// @param rcode response code by its standard name; empty where nothing came back
/// @param authenticated the resolver set the AD flag: it validated the answer with DNSSEC
/// @param truncated the UDP answer was cut, so that TCP had to be used
/// @param answers the records of the answer section, in the order received
/// @param setUp the connection that this question opened first: TCP, or DoH with its TLS
/// @param note what else is worth knowing, such as "came after the addresses were used"
public record DnsQuery(
    String name,
    Optional<String> type,
    String server,
    String transport,
    long startNanos,
    long durationNanos,
    OptionalInt trips,
    Optional<String> rcode,
    boolean authenticated,
    boolean truncated,
    List<DnsAnswer> answers,
    Optional<ResolverConnection> setUp,
    Optional<String> note) {
  public DnsQuery {
    answers = List.copyOf(answers);
  }

  /// The same, that much later.
  public DnsQuery movedBy(long nanos) {
    return new DnsQuery(
        name,
        type,
        server,
        transport,
        startNanos + nanos,
        durationNanos,
        trips,
        rcode,
        authenticated,
        truncated,
        answers,
        setUp,
        note);
  }

  /// Longer than this for one round trip is not distance: light in fibre goes half around the Earth
  /// and back in 200 ms. The resolver had to ask others itself, or a packet was lost.
  public static final long SLOW_NANOS = 250_000_000;

  /// Whether the answer took so long that distance does not explain it.
  public boolean isSlow() {
    return rcode.isPresent() && durationNanos > SLOW_NANOS * Math.max(1, trips.orElse(1));
  }

  /// A question that needed no connection of its own.
  public DnsQuery(
      String name,
      Optional<String> type,
      String server,
      String transport,
      long startNanos,
      long durationNanos,
      OptionalInt trips,
      Optional<String> rcode,
      boolean authenticated,
      boolean truncated,
      List<DnsAnswer> answers,
      Optional<String> note) {
    this(
        name,
        type,
        server,
        transport,
        startNanos,
        durationNanos,
        trips,
        rcode,
        authenticated,
        truncated,
        answers,
        Optional.empty(),
        note);
  }
}
