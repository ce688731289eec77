package dev.lightfoot.probe.tls.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/// Who signed a certificate.
final class Signatures {
  private Signatures() {}

  /// Whether the issuer's key made the certificate's signature.
  static boolean signed(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false; // a key from the network can be one that no provider takes
    }
  }
}
