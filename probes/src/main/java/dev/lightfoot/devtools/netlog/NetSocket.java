package dev.lightfoot.devtools.netlog;

import dev.lightfoot.devtools.json.JsonValue;
import java.util.OptionalDouble;

/// A connection, or an attempt at one, in milliseconds by the browser's clock.
public final class NetSocket {
  private static final int SERVER_HELLO = 2;
  private static final int CLIENT_HELLO = 1;

  private final long id;
  private long job;
  private String address = "";
  private String quicHost = "";
  private OptionalDouble connectFrom = OptionalDouble.empty();
  private OptionalDouble connectTo = OptionalDouble.empty();
  private OptionalDouble tlsFrom = OptionalDouble.empty();
  private OptionalDouble tlsTo = OptionalDouble.empty();
  private OptionalDouble serverHello = OptionalDouble.empty();
  private OptionalDouble checkFrom = OptionalDouble.empty();
  private OptionalDouble checkTo = OptionalDouble.empty();
  private JsonValue tls = JsonValue.NOTHING;
  private int error;
  private boolean connected;
  private boolean quic;
  private int clientHellos;
  private long bytesIn;
  private long bytesOut;

  NetSocket(long id) {
    this.id = id;
  }

  void accept(NetLogEvent event) {
    if (event.begins("SOCKET_ALIVE")) {
      job = event.dependency();
    } else if (event.begins("TCP_CONNECT_ATTEMPT")) {
      address = event.params().text("address").orElse("");
      connectFrom = OptionalDouble.of(event.millis());
    } else if (event.ends("TCP_CONNECT_ATTEMPT") || event.ends("TCP_CONNECT")) {
      connectTo = connectTo.isPresent() ? connectTo : OptionalDouble.of(event.millis());
      error = error == 0 ? event.error() : error;
      connected |= event.params().text("remote_address").isPresent();
    } else if (event.ends("SOCKET_ALIVE") && connectFrom.isPresent() && connectTo.isEmpty()) {
      connectTo = OptionalDouble.of(event.millis());
    } else {
      tls(event);
    }
  }

  private void tls(NetLogEvent event) {
    if (event.begins("SSL_CONNECT")) {
      tlsFrom = OptionalDouble.of(event.millis());
    } else if (event.ends("SSL_CONNECT")) {
      tlsTo = OptionalDouble.of(event.millis());
      tls = event.params();
    } else if (tlsFrom.isPresent() && tlsTo.isEmpty()) {
      shakeHands(event);
    }
  }

  private void shakeHands(NetLogEvent event) {
    long bytes = (long) event.params().number("byte_count").orElse(0);
    int message = (int) event.params().number("type").orElse(-1);
    switch (event.type()) {
      case "SOCKET_BYTES_SENT" -> bytesOut += bytes;
      case "SOCKET_BYTES_RECEIVED" -> bytesIn += bytes;
      case "CERT_VERIFIER_REQUEST" -> {
        if (event.phase() == NetLogEvent.Phase.BEGIN) {
          checkFrom = OptionalDouble.of(event.millis());
        } else {
          checkTo = OptionalDouble.of(event.millis());
        }
      }
      case "SSL_HANDSHAKE_MESSAGE_SENT" -> clientHellos += message == CLIENT_HELLO ? 1 : 0;
      case "SSL_HANDSHAKE_MESSAGE_RECEIVED" -> {
        if (message == SERVER_HELLO) {
          serverHello = OptionalDouble.of(event.millis());
        }
      }
      default -> {}
    }
  }

  void acceptQuic(NetLogEvent event) {
    quic = true;
    if (event.begins("QUIC_SESSION")) {
      connectFrom = OptionalDouble.of(event.millis());
      quicHost = event.params().text("host").orElse("");
    } else if (event.type().equals("QUIC_SESSION_CRYPTO_HANDSHAKE_CONFIRMED")
        || event.type().equals("QUIC_SESSION_ONE_RTT_KEYS_AVAILABLE")) {
      connectTo = OptionalDouble.of(event.millis());
      connected = true;
    } else if (event.type().equals("QUIC_SESSION_PACKET_SENT") && address.isEmpty()) {
      address = event.params().text("peer_address").orElse("");
    }
  }

  /// What it was made for, by number; 0 where that is not noted.
  long job() {
    return job;
  }

  /// Its number: DevTools calls it `connectionId`.
  public long id() {
    return id;
  }

  /// Literal address and port; empty where none was tried.
  public String address() {
    return address;
  }

  /// The host of a QUIC connection.
  public String quicHost() {
    return quicHost;
  }

  public boolean isQuic() {
    return quic;
  }

  public boolean isConnected() {
    return connected;
  }

  /// The error of an attempt that failed, as the browser's constant is numbered; 0 for none.
  public int error() {
    return error;
  }

  public OptionalDouble connectFrom() {
    return connectFrom;
  }

  public OptionalDouble connectTo() {
    return connectTo;
  }

  public OptionalDouble tlsFrom() {
    return tlsFrom;
  }

  public OptionalDouble tlsTo() {
    return tlsTo;
  }

  public OptionalDouble serverHello() {
    return serverHello;
  }

  /// When the certificate had come and the browser began to check it.
  public OptionalDouble checkFrom() {
    return checkFrom;
  }

  /// When it had checked it.
  public OptionalDouble checkTo() {
    return checkTo;
  }

  /// What the TLS handshake settled.
  public JsonValue tls() {
    return tls;
  }

  /// Whether the server asked for another hello (RFC 8446 section 4.1.4).
  public boolean isRetried() {
    return clientHellos > 1;
  }

  /// Bytes that came before the handshake was done.
  public long handshakeBytesIn() {
    return bytesIn;
  }

  /// Bytes that were sent before the handshake was done.
  public long handshakeBytesOut() {
    return bytesOut;
  }
}
