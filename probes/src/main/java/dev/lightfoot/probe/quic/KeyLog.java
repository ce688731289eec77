package dev.lightfoot.probe.quic;

/// Takes the secrets of QUIC handshakes in the NSS key log format, so that a test can decrypt its
/// own capture. Neither the command line nor the window can set one.
@FunctionalInterface
public interface KeyLog {

  /// One line of the format, without its end.
  void line(String line);
}
