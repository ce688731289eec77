package dev.lightfoot.probe.dns;

import dev.lightfoot.model.HostFacts;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Turns a host name into addresses and notes on the exchange how. Blocks.
public interface NameResolver {

  /// The addresses of that host in the order to try them, at least one. Addresses of the other
  /// family that come late are added to the list (RFC 8305 section 3).
  ///
  /// @throws UnknownHostException where there is none; the exchange then carries the reason
  List<InetAddress> resolve(String host, ExchangeTrace trace) throws UnknownHostException;

  /// What DNS says of a host beside its addresses; asked for that, and never throws.
  ///
  /// @param host as in the URL
  /// @param name the name that was resolved for it
  /// @param port of the URL
  HostFacts facts(String host, String name, int port, ExchangeTrace trace);

  /// Who is asked, for people.
  String description();
}
