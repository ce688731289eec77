package dev.lightfoot.probe.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Which address families are asked for.
public enum Families {
  BOTH,
  IPV4,
  IPV6;

  List<InetAddress> of(List<InetAddress> addresses) {
    return addresses.stream().filter(this::includes).toList();
  }

  private boolean includes(InetAddress address) {
    return switch (this) {
      case BOTH -> true;
      case IPV4 -> address instanceof Inet4Address;
      case IPV6 -> !(address instanceof Inet4Address);
    };
  }
}
