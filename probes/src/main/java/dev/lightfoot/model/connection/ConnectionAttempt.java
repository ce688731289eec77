package dev.lightfoot.model.connection;

import java.util.Optional;

/// One connection attempt over TCP or QUIC; Happy Eyeballs (RFC 8305) may make several at once.
///
/// @param address literal address and port, IPv6 in brackets
/// @param startNanos `connect` called, or the first Initial packet sent, from the start of the run
/// @param durationNanos until connected, failed or abandoned
/// @param outcome `connected`, `failed` or `abandoned`
/// @param errorType see [ErrorType]; present where it failed
/// @param transport `tcp` or `quic`
public record ConnectionAttempt(
    String address,
    long startNanos,
    long durationNanos,
    String outcome,
    Optional<String> errorType,
    String transport) {

  /// An attempt over TCP.
  public ConnectionAttempt(
      String address,
      long startNanos,
      long durationNanos,
      String outcome,
      Optional<String> errorType) {
    this(address, startNanos, durationNanos, outcome, errorType, TCP);
  }

  /// The attempt of a TCP connection.
  public static final String TCP = "tcp";

  /// The attempt of a QUIC handshake.
  public static final String QUIC = "quic";

  /// This attempt won.
  public static final String CONNECTED = "connected";

  /// The peer or the network refused it.
  public static final String FAILED = "failed";

  /// Another attempt was faster, or the run ended first.
  public static final String ABANDONED = "abandoned";
}
