package dev.lightfoot.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The connection that carried an exchange, or that could not be made for it.
///
/// @param id number within the run, from 1; the same for exchanges on the same connection
/// @param reused whether it was open before this exchange
/// @param address the peer's literal address and port; empty where none connected
/// @param kernel what the kernel says of it; empty where the kernel is not asked
/// @param attempts every address tried for this exchange, losers too
public record Connection(
    int id,
    boolean reused,
    Optional<String> address,
    Optional<KernelTcp> kernel,
    List<ConnectionAttempt> attempts) {
  public Connection {
    attempts = List.copyOf(attempts);
  }

  /// The kernel's smoothed round-trip time.
  public OptionalLong rttNanos() {
    return kernel.map(tcp -> OptionalLong.of(tcp.rttNanos())).orElse(OptionalLong.empty());
  }
}
