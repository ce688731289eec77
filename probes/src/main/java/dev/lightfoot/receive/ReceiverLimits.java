package dev.lightfoot.receive;

/// What bounds a request, whoever sends it.
final class ReceiverLimits {
  /// A body, as sent and once more after decompression (recommended by OTLP).
  static final int BODY_BYTES = 64 << 20;

  /// Bodies that are being read or kept at one time, decompressed. Beyond, senders are asked to
  /// come again: their queues are made for it.
  static final int BYTES_IN_FLIGHT = 96 << 20;

  /// How long a request waits for others to make room.
  static final long WAIT_MILLIS = 500;

  /// For the header `Retry-After`, in seconds.
  static final int RETRY_AFTER_SECONDS = 1;

  /// Spans that are handed to the sink at once, so that memory is not held for a whole body's.
  static final int SPANS_AT_ONCE = 8_192;

  /// Larger bodies are first read without keeping anything, so that a malformed one is refused
  /// whole.
  static final int READ_ONCE_BYTES = 4 << 20;

  /// Connections to one port.
  static final int CONNECTIONS = 256;

  /// Lines of a request's head.
  static final int HEADERS = 100;

  /// Characters of a request's head.
  static final int HEADER_BYTES = 64 << 10;

  /// For a request to arrive whole: a slower sender is cut off.
  static final int REQUEST_SECONDS = 30;

  /// For our answer to be taken.
  static final int ANSWER_SECONDS = 10;

  /// A connection on which nothing happens.
  static final int IDLE_SECONDS = 60;

  /// So many refusals are remembered with their reason.
  static final int REFUSALS = 20;

  private ReceiverLimits() {}

  /// Sets the limits of the JDK's server, which reads these once, before the first server is made.
  /// What was set from outside stands.
  static void apply() {
    set("jdk.httpserver.maxConnections", CONNECTIONS);
    set("sun.net.httpserver.maxReqHeaders", HEADERS);
    set("sun.net.httpserver.maxReqHeaderSize", HEADER_BYTES);
    set("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    set("sun.net.httpserver.maxRspTime", ANSWER_SECONDS);
    set("sun.net.httpserver.idleInterval", IDLE_SECONDS);
    set("sun.net.httpserver.maxIdleConnections", CONNECTIONS);
    // An answer is one small packet; without this it may wait 40 ms for the sender's ACK.
    set("sun.net.httpserver.nodelay", "true");
  }

  private static void set(String property, int value) {
    set(property, Integer.toString(value));
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
