package dev.lightfoot.analysis.ledger;

import java.util.Optional;
import java.util.OptionalInt;

/// Where the trips of a line went, who worked in it, or what it brought: a fact, not a text. The
/// reports name it.
public sealed interface Peer {

  /// What has no name of its own.
  enum Known implements Peer {
    /// The operating system's resolver, which does not say which server it asked.
    SYSTEM_RESOLVER,
    /// A connection whose address is not known.
    NO_ADDRESS,
    /// This computer.
    SELF,
    /// This computer, between what a request of a page waited for and its going on.
    BETWEEN,
    /// What is left of a page's time after the last request that it waited for.
    AFTER,
    /// This computer, which had something for the program and did not let it go on.
    BUSY,
    /// A server that no log has opened.
    UNOPENED,
    /// What the servers that were opened did not record.
    UNRECORDED
  }

  /// A machine or program by a name of its own: an address and port, a host, a service.
  record Named(String name) implements Peer {}

  /// A database or cache.
  ///
  /// @param system as OpenTelemetry names it: `postgresql`
  /// @param address where it is; empty where no recorder names it
  record DataStore(String system, Optional<String> address) implements Peer {
    /// By hand, for each call is looked up by it: what a record gets by itself is slow until it is
    /// compiled.
    @Override
    public int hashCode() {
      return 31 * system.hashCode() + address.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof DataStore that
          && system.equals(that.system)
          && address.equals(that.address);
    }
  }

  /// A resolver that answered.
  ///
  /// @param server as a query names it
  record Resolver(String server) implements Peer {}

  /// A resolver that did not answer.
  ///
  /// @param server as a query names it
  record SilentResolver(String server) implements Peer {}

  /// An answer that was waited for in vain, though the other family's addresses were there.
  ///
  /// @param type of the question: `AAAA`
  record LateAnswer(String type) implements Peer {}

  /// A forward proxy.
  ///
  /// @param authority its host and port
  record Proxy(String authority) implements Peer {}

  /// A server behind a forward proxy.
  ///
  /// @param host as the URL names it
  record BehindProxy(String host) implements Peer {}

  /// A response body.
  ///
  /// @param bytes on the wire; 0 where there was none
  /// @param rounds how many round trips it took beyond its first flight; empty where they are not
  ///   visible
  record Body(long bytes, OptionalInt rounds) implements Peer {}
}
