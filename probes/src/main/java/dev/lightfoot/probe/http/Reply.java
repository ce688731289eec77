package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// What a next request waits for of an answer. The answer itself is put together afterwards: that
/// takes about as long as a round trip in a data centre.
///
/// @param status of the final response
/// @param headers header lines of the response
/// @param peer the other end
/// @param answer puts the answer together
record Reply(
    OptionalInt status, List<Header> headers, Optional<InetAddress> peer, Supplier<Answer> answer) {

  /// Nothing came.
  static Reply none(List<Header> sent) {
    return new Reply(OptionalInt.empty(), List.of(), Optional.empty(), () -> Answer.none(sent));
  }
}
