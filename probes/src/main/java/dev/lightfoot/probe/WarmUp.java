package dev.lightfoot.probe;

/// Pays for class loading and compilation before the first run counts: a cold JVM was seen to add
/// 280 ms to the first TLS handshake. Everything happens against servers in this process.
interface WarmUp {

  /// Once per process.
  WarmUp ONCE = new LoopbackWarmUp();

  /// Nothing, for tests that measure no times.
  WarmUp NONE = (listener, cancellation) -> {};

  /// Comes back when it is paid, or at once where it has been.
  void pay(ProbeListener listener, Cancellation cancellation);
}
