package dev.lightfoot.probe.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows a client certificate to the one origin that it was given for, and notes on which
/// connections one was asked for. In TLS 1.3 that question is encrypted, so the wire does not show
/// it.
final class ClientCertificates extends X509ExtendedKeyManager {
  private static final String ALIAS = "client";

  private final Optional<OriginCertificate> given;
  private final IdentityHashMap<Socket, Outcome> outcomes = new IdentityHashMap<>();

  ClientCertificates(Optional<OriginCertificate> given) {
    this.given = given;
  }

  /// What became of a server's question for a certificate.
  enum Outcome {
    /// There was none, though a certificate was at hand.
    NOT_ASKED,
    /// There is no certificate.
    NONE,
    /// The certificate was shown.
    SHOWN,
    /// The certificate was given for another origin.
    OTHER_ORIGIN,
    /// The server takes other kinds of keys.
    OTHER_KIND
  }

  /// A connection to that place is about to be made.
  synchronized void opening(Socket socket, String host, int port) {
    if (given.isPresent() && given.get().isFor(host, port)) {
      outcomes.put(socket, Outcome.NOT_ASKED);
    }
  }

  /// What became of it on that connection; empty where there is nothing to say. Asked once.
  synchronized Optional<Outcome> take(Socket socket) {
    return Optional.ofNullable(outcomes.remove(socket));
  }

  /// Whose certificate it is; empty where there is none.
  Optional<String> subject() {
    return given.map(origin -> origin.certificate().subject());
  }

  @Override
  public synchronized @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    Outcome outcome = outcome(keyTypes, socket);
    outcomes.put(socket, outcome);
    return outcome == Outcome.SHOWN ? ALIAS : null;
  }

  /// The server's list of issuers is only a wish: it is left to the server to refuse.
  private Outcome outcome(String[] keyTypes, Socket socket) {
    if (given.isEmpty()) {
      return Outcome.NONE;
    }
    if (!outcomes.containsKey(socket)) {
      return Outcome.OTHER_ORIGIN;
    }
    String kind = given.get().certificate().keyType();
    boolean taken = Stream.of(keyTypes).anyMatch(type -> type.split("_", 2)[0].equals(kind));
    return taken ? Outcome.SHOWN : Outcome.OTHER_KIND;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return given.isPresent() ? given.get().certificate().chain() : null;
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return given.isPresent() ? given.get().certificate().key() : null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
