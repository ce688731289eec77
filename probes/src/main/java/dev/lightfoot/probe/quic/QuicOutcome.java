package dev.lightfoot.probe.quic;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.connection.QuicPath;
import dev.lightfoot.model.connection.TlsFacts;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import okio.Buffer;

/// What came of an exchange over QUIC. The instants are in its trace.
///
/// @param used the connection; empty where no handshake succeeded
/// @param sent the header lines sent
/// @param response the response, as far as it came
/// @param problem why it broke off; empty where the whole response came
public record QuicOutcome(
    Optional<Used> used,
    List<Header> sent,
    Optional<Response> response,
    Optional<QuicProblem> problem) {

  /// The connection that carried the exchange.
  ///
  /// @param id its number within the measurement
  /// @param reused whether it was open before
  /// @param peer where it leads
  /// @param path what the library says of the path, after the last byte
  /// @param tls what its handshake settled, on the clock of the exchange that made it
  public record Used(
      int id,
      boolean reused,
      InetSocketAddress peer,
      Optional<QuicPath> path,
      Optional<TlsFacts> tls) {}

  /// A final response.
  ///
  /// @param status its status
  /// @param headers its header lines
  /// @param bodyBytes length of the body as sent
  /// @param kept the body as sent, where it has a content coding; otherwise its start
  /// @param tooLarge whether the body was cut at the limit
  public record Response(
      int status, List<Header> headers, long bodyBytes, Buffer kept, boolean tooLarge) {}
}
