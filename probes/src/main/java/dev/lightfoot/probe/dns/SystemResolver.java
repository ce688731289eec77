package dev.lightfoot.probe.dns;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Asks the operating system (`getaddrinfo`): only the total time can be seen. It needs the JVM's
/// own cache to be off.
final class SystemResolver implements NameResolver {
  private final Families families;

  SystemResolver(Families families) {
    this.families = families;
  }

  @Override
  public String description() {
    return "system";
  }

  @Override
  public List<InetAddress> resolve(String host, ExchangeTrace trace) throws UnknownHostException {
    long start = trace.clock().now();
    trace.mark(Mark.DNS_START, start);
    trace.enter(Phase.DNS, start);
    try {
      List<InetAddress> addresses = families.of(List.of(InetAddress.getAllByName(host)));
      note(host, trace, start, Optional.of("NOERROR"));
      if (addresses.isEmpty()) {
        throw failed(
            trace, ErrorType.NO_ADDRESS, host + " has no address of the family asked for.");
      }
      trace.mark(Mark.DNS_END, trace.clock().now());
      return addresses;
    } catch (UnknownHostException e) {
      if (trace.failure().isPresent()) {
        throw e;
      }
      note(host, trace, start, Optional.empty());
      String words = String.valueOf(e.getMessage());
      throw words.contains("Temporary failure")
          ? failed(
              trace,
              ErrorType.DNS_TIMEOUT,
              "The operating system's resolver got no answer about " + host + ".")
          : failed(
              trace,
              ErrorType.NXDOMAIN,
              "The operating system's resolver knows no address of " + host + ".");
    }
  }

  private static UnknownHostException failed(ExchangeTrace trace, ErrorType type, String message) {
    trace.fail(Optional.of(Phase.DNS), type, message);
    return new UnknownHostException(message);
  }

  private static void note(String host, ExchangeTrace trace, long start, Optional<String> rcode) {
    trace.query(
        new DnsQuery(
            host,
            Optional.empty(),
            "getaddrinfo",
            "system",
            start,
            trace.clock().now() - start,
            OptionalInt.empty(),
            rcode,
            false,
            false,
            List.of(),
            Optional.empty()));
  }
}
