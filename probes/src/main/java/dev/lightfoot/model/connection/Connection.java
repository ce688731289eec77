package dev.lightfoot.model.connection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The connection that carried an exchange, or that could not be made for it.
///
/// @param id number within the run, from 1; the same for exchanges on the same connection
/// @param reused whether it was open before this exchange
/// @param address the peer's literal address and port; empty where none connected
/// @param kernel what the kernel says of it; empty where the kernel is not asked
/// @param quic what the QUIC library says of the path; empty on TCP
/// @param attempts every address tried for this exchange, losers too
public record Connection(
    int id,
    boolean reused,
    Optional<String> address,
    Optional<KernelTcp> kernel,
    Optional<QuicPath> quic,
    List<ConnectionAttempt> attempts) {
  public Connection {
    attempts = List.copyOf(attempts);
  }

  /// A connection over TCP.
  public Connection(
      int id,
      boolean reused,
      Optional<String> address,
      Optional<KernelTcp> kernel,
      List<ConnectionAttempt> attempts) {
    this(id, reused, address, kernel, Optional.empty(), attempts);
  }

  /// The peer's address; where none connected, the one that was tried, unless several were.
  public Optional<String> triedAddress() {
    if (address.isPresent()) {
      return address; // asked for each request of a page
    }
    List<String> tried = attempts.stream().map(ConnectionAttempt::address).distinct().toList();
    return tried.size() == 1 ? Optional.of(tried.getFirst()) : Optional.empty();
  }

  /// The smoothed round-trip time as the kernel or the QUIC library knows it.
  public OptionalLong rttNanos() {
    return kernel
        .map(tcp -> OptionalLong.of(tcp.rttNanos()))
        .or(() -> quic.map(path -> OptionalLong.of(path.rttNanos())))
        .orElse(OptionalLong.empty());
  }
}
