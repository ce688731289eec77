package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.TlsFacts;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import okio.ByteString;

/// What came of a request, whatever carried it. The instants are in its trace.
///
/// @param status of the final response
/// @param protocol ALPN id
/// @param connection the connection used; empty where none was made
/// @param reused whether it was open before
/// @param rttNanos the shortest round-trip time known
/// @param tls what its handshake settled
/// @param sent header lines sent
/// @param headers header lines of the response; empty where none came
/// @param decodedBytes length of the body without its codings
/// @param cut why the body is not whole
/// @param bodyStart how the body begins without its codings
record Answer(
    OptionalInt status,
    Optional<String> protocol,
    Optional<Connection> connection,
    boolean reused,
    OptionalLong rttNanos,
    Optional<TlsFacts> tls,
    List<Header> sent,
    Optional<List<Header>> headers,
    OptionalLong decodedBytes,
    Optional<String> cut,
    ByteString bodyStart) {

  /// Nothing came of it.
  static Answer none(List<Header> sent) {
    return new Answer(
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        OptionalLong.empty(),
        Optional.empty(),
        sent,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        ByteString.EMPTY);
  }

  /// What a next request waits for of an answer. The answer itself is put together afterwards: that
  /// takes about as long as a round trip in a data centre.
  ///
  /// @param status of the final response
  /// @param headers header lines of the response
  /// @param peer the other end
  /// @param answer puts the answer together
  record Reply(
      OptionalInt status,
      List<Header> headers,
      Optional<InetAddress> peer,
      Supplier<Answer> answer) {

    /// Nothing came.
    static Reply none(List<Header> sent) {
      return new Reply(OptionalInt.empty(), List.of(), Optional.empty(), () -> Answer.none(sent));
    }
  }
}
