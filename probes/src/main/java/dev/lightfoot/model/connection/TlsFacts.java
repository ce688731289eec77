package dev.lightfoot.model.connection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the TLS handshake of a connection settled and showed. What did not come to pass, because
/// the handshake broke off, is empty.
///
/// @param version `TLSv1.3` or `TLSv1.2`, from the ServerHello
/// @param cipherSuite the suite's IANA name
/// @param group the named group of the key exchange, such as `x25519`
/// @param alpn the protocol agreed on, such as `h2`
/// @param resumed whether the server accepted the session the client offered
/// @param offeredSession whether the client offered a session
/// @param helloRetryRequest whether the server asked for another key share (RFC 8446 section 4.1.4)
/// @param serverHelloNanos arrival of the ServerHello, from the start of the run
/// @param handshakeBytesIn bytes of handshake records received
/// @param handshakeBytesOut bytes of handshake records sent
/// @param stapledOcsp `good`, `revoked`, `unknown` or `unreadable`; empty where nothing was stapled
/// @param chain the certificates in the order sent; of a resumed session, those of its first one
/// @param verdict `trusted`, or the [ErrorType] label of the failing check; empty before the
///   certificate came
/// @param checks every check made, in the order made
public record TlsFacts(
    Optional<String> version,
    Optional<String> cipherSuite,
    Optional<String> group,
    Optional<String> alpn,
    boolean resumed,
    boolean offeredSession,
    boolean helloRetryRequest,
    OptionalLong serverHelloNanos,
    long handshakeBytesIn,
    long handshakeBytesOut,
    Optional<String> stapledOcsp,
    List<CertificateFacts> chain,
    Optional<String> verdict,
    List<TlsCheck> checks) {
  public TlsFacts {
    chain = List.copyOf(chain);
    checks = List.copyOf(checks);
  }

  /// The verdict on a chain that every check accepts.
  public static final String TRUSTED = "trusted";

  /// The same facts without the instant, which belongs to the exchange that shook hands.
  public TlsFacts ofEarlierExchange() {
    return new TlsFacts(
        version,
        cipherSuite,
        group,
        alpn,
        resumed,
        offeredSession,
        helloRetryRequest,
        OptionalLong.empty(),
        handshakeBytesIn,
        handshakeBytesOut,
        stapledOcsp,
        chain,
        verdict,
        checks);
  }

  /// Bytes of all certificates on the wire.
  public int chainBytes() {
    return chain.stream().mapToInt(CertificateFacts::bytes).sum();
  }
}
