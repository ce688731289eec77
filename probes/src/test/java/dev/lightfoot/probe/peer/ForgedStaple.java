package dev.lightfoot.probe.peer;

import static dev.lightfoot.probe.peer.DerWriter.bits;
import static dev.lightfoot.probe.peer.DerWriter.integer;
import static dev.lightfoot.probe.peer.DerWriter.octets;
import static dev.lightfoot.probe.peer.DerWriter.oid;
import static dev.lightfoot.probe.peer.DerWriter.sequence;
import static dev.lightfoot.probe.peer.DerWriter.time;
import static dev.lightfoot.probe.peer.DerWriter.value;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import javax.security.auth.x500.X500Principal;

/// An OCSP response (RFC 6960) about a forged certificate, signed by its issuer or by somebody
/// else.
public final class ForgedStaple {
  private static final int KEY_INFO_HEADER = 2;

  private ForgedStaple() {}

  /// The certificate is good, or revoked since a week.
  ///
  /// @param fromHours start of the response's validity, from now
  /// @param toHours its end
  public static byte[] about(
      Forgery.Forged leaf,
      Forgery.Forged issuer,
      Forgery.Forged signer,
      boolean good,
      long fromHours,
      long toHours) {
    Instant now = Instant.now();
    byte[] status = good ? value(0x80) : value(0xa1, time(now.minus(Duration.ofDays(7))));
    byte[] single =
        sequence(
            certificateId(leaf, issuer),
            status,
            time(now.plus(Duration.ofHours(fromHours))),
            value(0xa0, time(now.plus(Duration.ofHours(toHours)))));
    X500Principal responder = signer.certificate().getSubjectX500Principal();
    byte[] data =
        sequence(
            value(0xa1, responder.getEncoded()),
            time(now.plus(Duration.ofHours(fromHours))),
            sequence(single));
    String algorithm = "SHA256withECDSA";
    byte[] signature = Forgery.sign(algorithm, signer.keys().getPrivate(), data);
    byte[] basic = sequence(data, Forgery.algorithm(algorithm), bits(signature));
    byte[] bytes = sequence(oid("1.3.6.1.5.5.7.48.1.1"), octets(basic));
    return sequence(value(0x0a, new byte[] {0}), value(0xa0, bytes));
  }

  private static byte[] certificateId(Forgery.Forged leaf, Forgery.Forged issuer) {
    return sequence(
        sequence(oid("1.3.14.3.2.26"), value(0x05)),
        octets(sha1(issuer.certificate().getSubjectX500Principal().getEncoded())),
        octets(sha1(keyBits(issuer.certificate().getPublicKey()))),
        integer(leaf.certificate().getSerialNumber()));
  }

  /// The key without the algorithm around it: of an uncompressed P-256 point the last 65 bytes.
  private static byte[] keyBits(PublicKey key) {
    byte[] encoded = key.getEncoded();
    int point = 1 + KEY_INFO_HEADER * 32;
    return java.util.Arrays.copyOfRange(encoded, encoded.length - point, encoded.length);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no SHA-1", e);
    }
  }
}
