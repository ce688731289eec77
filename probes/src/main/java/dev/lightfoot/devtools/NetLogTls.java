package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.netlog.NetSocket;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a log of the network says of a connection's TLS. Its bytes are all that went over the
/// connection until the handshake was done.
final class NetLogTls {
  private static final double MILLIS_PER_SECOND = 1_000;

  private NetLogTls() {}

  /// @param isTrusted whether the browser is known to have checked the certificate for us
  static Optional<TlsFacts> of(NetSocket socket, EventClock clock, boolean isTrusted) {
    JsonValue settled = socket.tls();
    if (!settled.text("version").isPresent()) {
      return Optional.empty();
    }
    boolean resumed = settled.flag("is_resumed");
    return Optional.of(
        new TlsFacts(
            settled.text("version").map(version -> version.replace("TLS ", "TLSv")),
            suite((int) settled.number("cipher_suite").orElse(0)),
            group((int) settled.number("key_exchange_group").orElse(0)),
            settled.text("next_proto").filter(name -> !name.equals("unknown")),
            resumed,
            resumed,
            socket.isRetried(),
            socket.serverHello().isPresent()
                ? OptionalLong.of(
                    clock.nanos(socket.serverHello().getAsDouble() / MILLIS_PER_SECOND))
                : OptionalLong.empty(),
            socket.handshakeBytesIn(),
            socket.handshakeBytesOut(),
            Optional.empty(),
            List.of(),
            isTrusted ? Optional.of(TlsFacts.TRUSTED) : Optional.empty(),
            List.of()));
  }

  /// The IANA name; of the suites that browsers offer today.
  private static Optional<String> suite(int number) {
    return switch (number) {
      case 0x1301 -> Optional.of("TLS_AES_128_GCM_SHA256");
      case 0x1302 -> Optional.of("TLS_AES_256_GCM_SHA384");
      case 0x1303 -> Optional.of("TLS_CHACHA20_POLY1305_SHA256");
      case 0xc02b -> Optional.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
      case 0xc02c -> Optional.of("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
      case 0xc02f -> Optional.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
      case 0xc030 -> Optional.of("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
      case 0xcca8 -> Optional.of("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
      case 0xcca9 -> Optional.of("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
      default -> Optional.empty();
    };
  }

  /// The IANA name; of the groups that browsers offer today.
  private static Optional<String> group(int number) {
    return switch (number) {
      case 23 -> Optional.of("secp256r1");
      case 24 -> Optional.of("secp384r1");
      case 25 -> Optional.of("secp521r1");
      case 29 -> Optional.of("x25519");
      case 4588 -> Optional.of("X25519MLKEM768");
      default -> Optional.empty();
    };
  }
}
