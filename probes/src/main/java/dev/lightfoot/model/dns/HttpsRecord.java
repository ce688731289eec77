package dev.lightfoot.model.dns;

import java.util.List;
import java.util.OptionalInt;

/// One HTTPS record (RFC 9460): where and how a host may be reached.
///
/// @param priority 0: an alias for the target; else smaller is preferred
/// @param target the name to connect to; `.` is the owner itself
/// @param alpn protocols offered, such as `h3`
/// @param noDefaultAlpn http/1.1 is not offered
/// @param port the port to connect to; empty: the URL's
/// @param ech keys for Encrypted ClientHello are in it
/// @param ipv4Hints addresses to begin with
/// @param ipv6Hints addresses to begin with
/// @param mandatory keys that a client must understand, as numbers or names
/// @param ttlSeconds time to live
public record HttpsRecord(
    int priority,
    String target,
    List<String> alpn,
    boolean noDefaultAlpn,
    OptionalInt port,
    boolean ech,
    List<String> ipv4Hints,
    List<String> ipv6Hints,
    List<String> mandatory,
    long ttlSeconds) {
  public HttpsRecord {
    alpn = List.copyOf(alpn);
    ipv4Hints = List.copyOf(ipv4Hints);
    ipv6Hints = List.copyOf(ipv6Hints);
    mandatory = List.copyOf(mandatory);
  }

  /// Whether it only names another host.
  public boolean isAlias() {
    return priority == 0;
  }
}
