package dev.lightfoot.probe;

import java.net.InetSocketAddress;
import java.net.URI;

/// Who turns host names into addresses.
public sealed interface ResolverChoice {

  /// The servers that the operating system is configured with, asked by us: every query is seen.
  record Configured() implements ResolverChoice {}

  /// The operating system's own resolver (`getaddrinfo`): only the total time is seen.
  record OperatingSystem() implements ResolverChoice {}

  /// One server over UDP, with TCP where the answer is cut.
  record Server(InetSocketAddress address) implements ResolverChoice {}

  /// DNS over HTTPS (RFC 8484).
  record Https(URI url) implements ResolverChoice {}
}
