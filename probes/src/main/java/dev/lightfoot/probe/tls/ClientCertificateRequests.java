package dev.lightfoot.probe.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Has no certificate to give, and notes on which connections one was asked for. In TLS 1.3 that
/// question is encrypted, so the wire does not show it.
final class ClientCertificateRequests extends X509ExtendedKeyManager {
  private final Set<Socket> asked = Collections.newSetFromMap(new IdentityHashMap<>());

  /// Whether the server asked on that connection. Asked once.
  synchronized boolean take(Socket socket) {
    return asked.remove(socket);
  }

  @Override
  public synchronized @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    asked.add(socket);
    return null;
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

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return null;
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return null;
  }
}
