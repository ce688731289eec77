package dev.lightfoot.probe.http;

import dev.lightfoot.probe.wire.ResponseWatcher;
import java.util.Optional;

/// How a request is carried where a page makes many at a time.
///
/// @param urgency who waits for a connection or a stream gets it in this order, 0 first
/// @param priority value of its `Priority` field (RFC 9218), which h2 and h3 have; empty for none
/// @param partition whose connections it may share
/// @param opensBeside whether it connects beside another one that may turn out to carry both
/// @param watcher follows its response
public record Carriage(
    int urgency,
    Optional<String> priority,
    Partition partition,
    boolean opensBeside,
    ResponseWatcher watcher) {
  private static final int USUAL_URGENCY = 3;

  /// A probe's, which has the network to itself.
  public static final Carriage PLAIN =
      new Carriage(USUAL_URGENCY, Optional.empty(), Partition.USUAL, false, ResponseWatcher.NONE);

  /// Connections, sessions of h2 and of TLS are shared within one of these only, as in browsers: a
  /// connection that saw cookies must not show that it is the same visitor's.
  ///
  /// @param credentials whether its requests may carry cookies
  /// @param otherSite whether they are of a frame of another site than the page
  public record Partition(boolean credentials, boolean otherSite) {
    /// Of what the page itself asks for with cookies.
    public static final Partition USUAL = new Partition(true, false);

    /// Differs from that of every other one.
    String key() {
      return (credentials ? "" : "anonymous ") + (otherSite ? "other-site " : "");
    }
  }
}
