package dev.lightfoot.probe.wire;

import java.io.IOException;

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

  /// The peer has sent its last byte.
  void ended(long at);
}
