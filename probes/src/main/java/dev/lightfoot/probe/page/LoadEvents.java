package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Resource;

/// Hears what a load does, on the loader's thread. For each exchange `found`, then `started` at
/// most once, then `ended`.
public interface LoadEvents {
  /// An exchange is to be made.
  void found(int exchange, String url, Initiator initiator, Resource resource, long atNanos);

  /// It is handed to the engine.
  void started(int exchange, long atNanos);

  /// It has ended.
  void ended(int exchange, Exchange measured);
}
