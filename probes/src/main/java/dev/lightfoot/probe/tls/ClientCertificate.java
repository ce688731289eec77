package dev.lightfoot.probe.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A certificate with its private key, for servers that ask the client for one. Its key is written
/// nowhere, and its text is the subject alone.
public final class ClientCertificate {
  private static final byte[] PROOF = "which key is it?".getBytes(StandardCharsets.US_ASCII);

  private final List<X509Certificate> chain;
  private final PrivateKey key;

  private ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
    this.chain = chain;
    this.key = key;
  }

  /// That key with its certificate, which is put first, and the others in their order.
  ///
  /// @return empty where none of the certificates belongs to the key
  static Optional<ClientCertificate> of(List<X509Certificate> certificates, PrivateKey key) {
    return certificates.stream()
        .filter(certificate -> belongs(certificate, key))
        .findFirst()
        .map(
            leaf -> {
              List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
              certificates.stream().filter(each -> !each.equals(leaf)).forEach(chain::add);
              return new ClientCertificate(List.copyOf(chain), key);
            });
  }

  /// What the key signs, the certificate has to verify.
  private static boolean belongs(X509Certificate certificate, PrivateKey key) {
    try {
      Signature signature =
          Signature.getInstance(
              switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                case "DSA" -> "SHA256withDSA";
                default -> key.getAlgorithm();
              });
      signature.initSign(key);
      signature.update(PROOF);
      byte[] proof = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(PROOF);
      return signature.verify(proof);
    } catch (GeneralSecurityException e) {
      return false; // a key of another kind
    }
  }

  /// Whose it is, such as `CN=alice`.
  public String subject() {
    String name = chain.getFirst().getSubjectX500Principal().getName();
    return name.isEmpty() ? "no name" : name;
  }

  /// The kind of its key, such as `EC`.
  String keyType() {
    return key.getAlgorithm();
  }

  X509Certificate[] chain() {
    return chain.toArray(X509Certificate[]::new);
  }

  PrivateKey key() {
    return key;
  }

  @Override
  public String toString() {
    return subject();
  }
}
