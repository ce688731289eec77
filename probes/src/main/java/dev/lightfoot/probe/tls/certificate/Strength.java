package dev.lightfoot.probe.tls.certificate;

import dev.lightfoot.model.connection.TlsCheck;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;

/// Whether keys and signatures of a path are as strong as browsers demand today (CA/Browser Forum
/// baseline requirements, section 6.1.5). The Java runtime tolerates a little more; where it does,
/// a weakness is a warning.
final class Strength {
  private static final int RSA_TODAY = 2_048;
  private static final int RSA_AT_LEAST = 1_024;
  private static final int EC_AT_LEAST = 224;

  private Strength() {}

  /// The first weakness of the path, the root left out: a root's own signature is not relied on.
  static TlsCheck check(ChainShape shape) {
    for (X509Certificate each : shape.belowAnchor()) {
      String name = ChainShape.name(each);
      if (belowRuntimeMinimum(each.getPublicKey())) {
        return new TlsCheck(
            "strength",
            TlsCheck.FAILED,
            "the key of " + name + " is too short: " + CertificateReader.key(each.getPublicKey()));
      }
      if (each.getPublicKey() instanceof RSAPublicKey rsa
          && rsa.getModulus().bitLength() < RSA_TODAY) {
        return new TlsCheck(
            "strength",
            TlsCheck.WARNING,
            "the key of "
                + name
                + " has "
                + rsa.getModulus().bitLength()
                + " bits; browsers demand "
                + RSA_TODAY);
      }
      if (oldHash(each)) {
        return new TlsCheck(
            "strength",
            TlsCheck.WARNING,
            "the certificate of "
                + name
                + " is signed with "
                + each.getSigAlgName()
                + ", which browsers refuse");
      }
    }
    List<X509Certificate> path = shape.path();
    return new TlsCheck(
        "strength",
        TlsCheck.PASSED,
        CertificateReader.key(path.getFirst().getPublicKey())
            + ", signed with "
            + path.getFirst().getSigAlgName());
  }

  static boolean belowRuntimeMinimum(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() < RSA_AT_LEAST;
      case DSAPublicKey dsa -> dsa.getParams().getP().bitLength() < RSA_AT_LEAST;
      case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() < EC_AT_LEAST;
      default -> false;
    };
  }

  static boolean oldHash(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    return algorithm.startsWith("SHA1") || algorithm.startsWith("MD");
  }
}
