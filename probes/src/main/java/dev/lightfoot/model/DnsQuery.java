package dev.lightfoot.model;

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
    Optional<String> note) {
  public DnsQuery {
    answers = List.copyOf(answers);
  }
}
