package dev.lightfoot.probe.http.wire;

import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ResponseWatcher;

/// One stream of an h2 connection: its exchange, and how far it has come.
final class Http2Stream {
  private final ExchangeTrace trace;
  private final ResponseWatcher watcher;
  private boolean requested;
  private boolean bodySeen;
  private int blocks;

  Http2Stream(ExchangeTrace trace, ResponseWatcher watcher) {
    this.trace = trace;
    this.watcher = watcher;
  }

  /// The exchange that it carries.
  ExchangeTrace trace() {
    return trace;
  }

  /// Who follows its response.
  ResponseWatcher watcher() {
    return watcher;
  }

  /// Notes that its request begins; says whether it had before.
  boolean request() {
    boolean before = requested;
    requested = true;
    return before;
  }

  void bodyBegins() {
    bodySeen = true;
  }

  /// Whether a body byte has come.
  boolean bodySeen() {
    return bodySeen;
  }

  /// Counts a header block of the response.
  int anotherBlock() {
    return ++blocks;
  }
}
