package dev.lightfoot.model;

import java.util.Optional;

/// One TCP connection attempt; Happy Eyeballs (RFC 8305) may make several at once.
///
/// @param address literal address and port, IPv6 in brackets
/// @param startNanos `connect` called, from the start of the run
/// @param durationNanos until connected, failed or abandoned
/// @param outcome `connected`, `failed` or `abandoned`
/// @param errorType see [ErrorType]; present where it failed
public record ConnectionAttempt(
    String address,
    long startNanos,
    long durationNanos,
    String outcome,
    Optional<String> errorType) {

  /// This attempt won.
  public static final String CONNECTED = "connected";

  /// The peer or the network refused it.
  public static final String FAILED = "failed";

  /// Another attempt was faster, or the run ended first.
  public static final String ABANDONED = "abandoned";
}
