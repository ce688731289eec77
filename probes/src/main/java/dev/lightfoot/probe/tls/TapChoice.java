package dev.lightfoot.probe.tls;

import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.PlainTap;

/// Who follows the bytes above TLS, by the protocol that was agreed on.
@FunctionalInterface
public interface TapChoice {

  /// The follower of a new connection.
  ///
  /// @param alpn the ALPN name, empty where none was agreed on
  PlainTap tap(String alpn, ConnectionTrace connection);
}
