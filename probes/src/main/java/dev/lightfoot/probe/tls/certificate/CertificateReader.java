package dev.lightfoot.probe.tls.certificate;

import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.Der;
import dev.lightfoot.probe.tls.certificate.DerReader.MalformedDer;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/// An X.509 certificate as facts for people.
public final class CertificateReader {
  private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
  private static final byte[] OCSP_METHOD = HexFormat.of().parseHex("2b06010505073001");
  private static final byte[] ISSUER_METHOD = HexFormat.of().parseHex("2b06010505073002");
  private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
  private static final int STATUS_REQUEST = 5;
  private static final int URI_NAME = 0x86;
  private static final int SAN_DNS = 2;
  private static final int SAN_IP = 7;

  private CertificateReader() {}

  public static List<CertificateFacts> facts(List<X509Certificate> chain) {
    return chain.stream().map(CertificateReader::facts).toList();
  }

  public static CertificateFacts facts(X509Certificate certificate) {
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        names(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        key(certificate.getPublicKey()),
        certificate.getSigAlgName(),
        certificate.getSerialNumber().toString(16),
        ocspResponders(certificate),
        der(certificate));
  }

  static Der der(X509Certificate certificate) {
    try {
      return Der.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has lost its encoding", e);
    }
  }

  /// DNS names and addresses of the subject alternative name.
  static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> alternative : alternatives) {
          if (alternative.get(0) instanceof Integer type && (type == SAN_DNS || type == SAN_IP)) {
            names.add(String.valueOf(alternative.get(1)));
          }
        }
      }
    } catch (CertificateParsingException e) {
      names.add("unreadable");
    }
    return names;
  }

  static String key(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECPublicKey ec -> "ECDSA P-" + ec.getParams().getCurve().getField().getFieldSize();
      case DSAPublicKey dsa -> "DSA " + dsa.getParams().getP().bitLength();
      default -> key.getAlgorithm();
    };
  }

  /// Where revocation could be asked (RFC 5280 section 4.2.2.1).
  private static List<String> ocspResponders(X509Certificate certificate) {
    return access(certificate, OCSP_METHOD);
  }

  /// Where the certificate of the issuer can be had (RFC 5280 section 4.2.2.1).
  static List<String> issuerLocations(X509Certificate certificate) {
    return access(certificate, ISSUER_METHOD);
  }

  private static List<String> access(X509Certificate certificate, byte[] wanted) {
    byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS);
    if (extension == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    try {
      DerReader descriptions = inside(extension);
      while (descriptions.more()) {
        DerReader description = descriptions.next(DerReader.SEQUENCE).inside();
        byte[] method = description.next(DerReader.OBJECT_IDENTIFIER).bytes();
        DerReader.Value location = description.next();
        if (Arrays.equals(method, wanted) && location.tag() == URI_NAME) {
          found.add(location.ascii());
        }
      }
    } catch (MalformedDer e) {
      found.add("unreadable");
    }
    return found;
  }

  /// Whether the certificate demands a stapled OCSP response (RFC 7633).
  static boolean mustStaple(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(TLS_FEATURE);
    if (extension == null) {
      return false;
    }
    try {
      DerReader features = inside(extension);
      while (features.more()) {
        if (Arrays.equals(features.next(DerReader.INTEGER).bytes(), new byte[] {STATUS_REQUEST})) {
          return true;
        }
      }
    } catch (MalformedDer e) {
      return false;
    }
    return false;
  }

  private static DerReader inside(byte[] extension) throws MalformedDer {
    byte[] inner = new DerReader(extension).next(DerReader.OCTET_STRING).bytes();
    return new DerReader(inner).next(DerReader.SEQUENCE).inside();
  }
}
