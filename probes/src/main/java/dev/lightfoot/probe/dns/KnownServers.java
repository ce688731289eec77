package dev.lightfoot.probe.dns;

import dev.lightfoot.probe.wire.Addresses;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Name servers that gave no answer while another one did. For the rest of a series they are asked
/// after the others, so that one dead server costs one run its time and not all of them.
public final class SilentServers {
  private final Set<InetSocketAddress> silent = new LinkedHashSet<>();

  synchronized void silent(InetSocketAddress server) {
    silent.add(server);
  }

  synchronized void spoke(InetSocketAddress server) {
    silent.remove(server);
  }

  /// Those servers, the silent ones last.
  synchronized List<InetSocketAddress> inOrder(List<InetSocketAddress> servers) {
    List<InetSocketAddress> order = new ArrayList<>(servers);
    order.removeAll(silent);
    servers.stream().filter(silent::contains).forEach(order::add);
    return order;
  }

  /// Their addresses, in the order they were found out.
  public synchronized List<String> addresses() {
    return silent.stream().map(Addresses::text).toList();
  }
}
