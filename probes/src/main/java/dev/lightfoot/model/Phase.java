package dev.lightfoot.model;

import java.util.Locale;
import java.util.Optional;

/// The phases of one exchange, in wire order. They never overlap; what lies between two of them is
/// the exchange's gap. Terms follow HAR 1.2 `timings`, except that `tcp` never includes `tls`.
public enum Phase {
  /// Request made until a connection is being set up or is free.
  BLOCKED,
  /// First DNS query sent until addresses are known.
  DNS,
  /// `connect` called on the first address until one address is connected.
  TCP,
  /// CONNECT sent to a proxy until it has answered.
  PROXY,
  /// First ClientHello byte written until the handshake has finished.
  TLS,
  /// First Initial packet sent until the handshake is confirmed; replaces TCP and TLS on HTTP/3.
  QUIC,
  /// First request byte until the last request byte.
  SEND,
  /// Last request byte until the first byte of the final response: one round trip and the server.
  WAIT,
  /// First byte of the final response until its last body byte.
  RECEIVE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The phase of that name in the snapshot format.
  public static Optional<Phase> ofLabel(String label) {
    for (Phase phase : values()) {
      if (phase.label.equals(label)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }
}
