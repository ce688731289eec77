package dev.lightfoot.probe.quic;

import java.util.OptionalLong;

/// When the datagrams left while one stream was writing. Other streams' bytes may be in them too.
final class SendWindow {
  private OptionalLong first = OptionalLong.empty();
  private OptionalLong last = OptionalLong.empty();
  private boolean complete;
  private boolean closed;

  /// A datagram left, raw nanoTime.
  void left(long at) {
    if (closed) {
      return;
    }
    if (first.isEmpty()) {
      first = OptionalLong.of(at);
    }
    last = OptionalLong.of(at);
  }

  /// All datagrams have left that were ready.
  void flushed() {
    closed |= complete && last.isPresent();
  }

  /// All that the stream writes has been handed over: it leaves with the next datagrams, and those
  /// after them are other streams'.
  void complete() {
    complete = true;
  }

  /// When the first one left; empty where none has.
  OptionalLong first() {
    return first;
  }

  /// When the newest one left; empty where none has.
  OptionalLong last() {
    return last;
  }
}
