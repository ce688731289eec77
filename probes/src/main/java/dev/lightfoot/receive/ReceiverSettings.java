package dev.lightfoot.receive;

/// Where a receiver listens, always on 127.0.0.1 and ::1.
///
/// @param otlpPort for OTLP/HTTP; 0 for any that is free
/// @param zipkinPort for Zipkin; 0 for any that is free
public record ReceiverSettings(int otlpPort, int zipkinPort) {
  /// The ports that senders use by default.
  public static final ReceiverSettings STANDARD = new ReceiverSettings(4318, 9411);
}
