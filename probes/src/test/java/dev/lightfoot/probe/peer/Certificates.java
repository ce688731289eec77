package dev.lightfoot.probe.peer;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// Fresh keys and certificates for servers under test.
public final class Certificates {
  public static final HeldCertificate ROOT =
      new HeldCertificate.Builder().commonName("Test Root").certificateAuthority(1).build();
  public static final HeldCertificate ISSUER =
      new HeldCertificate.Builder()
          .commonName("Test Issuer")
          .certificateAuthority(0)
          .signedBy(ROOT)
          .build();

  private Certificates() {}

  /// A good certificate for that host, with its chain.
  public static SSLContext valid(String host) {
    return context(leaf(host).build());
  }

  /// A leaf to be changed before it is built.
  public static HeldCertificate.Builder leaf(String host) {
    return new HeldCertificate.Builder()
        .commonName(host)
        .addSubjectAlternativeName(host)
        .signedBy(ISSUER);
  }

  /// One that ran out some days ago.
  public static SSLContext expired(String host, long days) {
    long now = System.currentTimeMillis();
    return context(
        leaf(host)
            .validityInterval(
                now - Duration.ofDays(days + 90).toMillis(), now - Duration.ofDays(days).toMillis())
            .build());
  }

  /// That leaf with the issuer beside it.
  public static SSLContext context(HeldCertificate leaf) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(leaf, ISSUER.certificate())
        .build()
        .sslContext();
  }

  /// That leaf alone.
  public static SSLContext alone(HeldCertificate leaf) {
    return new HandshakeCertificates.Builder().heldCertificate(leaf).build().sslContext();
  }
}
