package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.IOException;
import java.util.Optional;

/// Follows request and response bytes above TLS, to say which bytes the wire's instants belong to.
public interface PlainTap {

  /// Follows nothing.
  PlainTap NONE =
      new PlainTap() {
        @Override
        public void sent(byte[] bytes, int offset, int length, long first, long last) {}

        @Override
        public void received(byte[] bytes, int offset, int length, long first, long last) {}

        @Override
        public void ended(long at) {}
      };

  /// These bytes were written.
  ///
  /// @param first when the first of the bytes that carry them left, raw nanoTime
  /// @param last when the last of them left
  void sent(byte[] bytes, int offset, int length, long first, long last);

  /// These bytes arrived, all in one TLS record (or one read without TLS).
  ///
  /// @param first when the record's first byte arrived, raw nanoTime
  /// @param last when its last byte arrived
  /// @throws IOException where a limit is exceeded; the connection is then of no more use
  void received(byte[] bytes, int offset, int length, long first, long last) throws IOException;

  /// Whether the newest response is complete, as far as that can be seen.
  default boolean hasEnded() {
    return false;
  }

  /// What a reader takes for `100 Continue` where the peer says nothing; empty where it cannot be
  /// put in here.
  default Optional<byte[]> goOn(ExchangeTrace trace) {
    return Optional.empty();
  }

  /// The peer has sent its last byte.
  void ended(long at);
}
