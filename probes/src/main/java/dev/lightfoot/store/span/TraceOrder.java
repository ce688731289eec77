package dev.lightfoot.store.span;

/// Which traces come first; equals by their id, so that the order is total.
public enum TraceOrder {
  /// By start; traces of which no time is known come last.
  NEWEST,
  /// By duration.
  SLOWEST
}
