package dev.lightfoot.probe.proxy;

/// How a request gets to its server.
public sealed interface Route {

  /// Straight to it.
  ///
  /// @param pastProxy why a proxy that is configured is not used, as a sentence; empty where none
  ///   is
  record Direct(String pastProxy) implements Route {}

  /// Through a proxy.
  record Via(ProxyServer proxy) implements Route {}

  /// Through a proxy that cannot be used.
  ///
  /// @param why a sentence for people
  record Unusable(String why) implements Route {}
}
