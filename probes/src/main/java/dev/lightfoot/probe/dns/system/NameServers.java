package dev.lightfoot.probe.dns.system;

import java.net.InetSocketAddress;
import java.util.List;

/// Which name servers to ask, and how.
///
/// @param addresses in the order to ask them
/// @param tcpOnly every question goes over TCP, as `options use-vc` wants
/// @param tries how long and how often
/// @param remarks what people should know where they are asked, as sentences
public record NameServers(
    List<InetSocketAddress> addresses, boolean tcpOnly, TryPlan tries, List<String> remarks) {
  public NameServers {
    addresses = List.copyOf(addresses);
    remarks = List.copyOf(remarks);
  }

  public static NameServers of(List<InetSocketAddress> addresses) {
    return new NameServers(addresses, false, TryPlan.OWN, List.of());
  }
}
