package dev.lightfoot.model.connection;

import java.time.Instant;
import java.util.List;

/// One X.509 certificate as the server sent it.
///
/// @param subject distinguished name (RFC 2253)
/// @param issuer distinguished name (RFC 2253)
/// @param names DNS names and IP addresses of the subject alternative name
/// @param notBefore start of validity
/// @param notAfter end of validity
/// @param key algorithm and size, such as `EC P-256` or `RSA 2048`
/// @param signature signature algorithm
/// @param serial serial number in hexadecimal
/// @param ocspResponders OCSP URLs of the authority information access extension
/// @param der the certificate itself
public record CertificateFacts(
    String subject,
    String issuer,
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    String key,
    String signature,
    String serial,
    List<String> ocspResponders,
    Der der) {
  public CertificateFacts {
    names = List.copyOf(names);
    ocspResponders = List.copyOf(ocspResponders);
  }

  /// Bytes of the certificate on the wire.
  public int bytes() {
    return der.length();
  }
}
