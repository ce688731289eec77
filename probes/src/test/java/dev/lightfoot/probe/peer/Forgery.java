package dev.lightfoot.probe.peer;

import static dev.lightfoot.probe.peer.DerWriter.bits;
import static dev.lightfoot.probe.peer.DerWriter.integer;
import static dev.lightfoot.probe.peer.DerWriter.octets;
import static dev.lightfoot.probe.peer.DerWriter.oid;
import static dev.lightfoot.probe.peer.DerWriter.sequence;
import static dev.lightfoot.probe.peer.DerWriter.text;
import static dev.lightfoot.probe.peer.DerWriter.time;
import static dev.lightfoot.probe.peer.DerWriter.truth;
import static dev.lightfoot.probe.peer.DerWriter.utf8;
import static dev.lightfoot.probe.peer.DerWriter.value;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A certificate (RFC 5280) with whatever is wrong with it, written field by field: builders of
/// libraries refuse most of what has to be tested.
public final class Forgery {
  /// A certificate with its key and its issuer's certificate.
  public record Forged(X509Certificate certificate, KeyPair keys) {}

  private String subject = "";
  private String key = "EC secp256r1";
  private BigInteger serial = BigInteger.valueOf(4_711);
  private String signature = "SHA256with";
  private Instant notBefore = Instant.now().minus(Duration.ofHours(1));
  private Instant notAfter = Instant.now().plus(Duration.ofDays(90));
  private boolean damaged;
  private boolean otherKey;
  private final List<byte[]> extensions = new ArrayList<>();

  /// An end-entity certificate for these names, valid for 90 days.
  public static Forgery leaf(String... names) {
    Forgery leaf = new Forgery().subject(names.length == 0 ? "nobody" : names[0]);
    return names.length == 0 ? leaf : leaf.names(names);
  }

  /// An authority's certificate.
  public static Forgery authority(String name) {
    return new Forgery()
        .subject(name)
        .extension("2.5.29.19", true, sequence(truth()))
        .extension("2.5.29.15", true, value(0x03, new byte[] {1, 0x06}));
  }

  public static Forgery blank(String name) {
    return new Forgery().subject(name);
  }

  public Forgery subject(String commonName) {
    subject = commonName;
    return this;
  }

  /// The kind of key, such as `RSA 2048`.
  public Forgery key(String kind) {
    key = kind;
    return this;
  }

  /// Another key than everybody else of that name has.
  public Forgery otherKey() {
    otherKey = true;
    return this;
  }

  public Forgery serial(long number) {
    serial = BigInteger.valueOf(number);
    return this;
  }

  /// The hash of the signature, such as `SHA1`.
  public Forgery hash(String name) {
    signature = name + "with";
    return this;
  }

  /// Days from now, negative for the past.
  public Forgery valid(long fromDays, long toDays) {
    notBefore = Instant.now().plus(Duration.ofDays(fromDays));
    notAfter = Instant.now().plus(Duration.ofDays(toDays));
    return this;
  }

  /// One bit of the signature is turned over.
  public Forgery damaged() {
    damaged = true;
    return this;
  }

  /// DNS names and literal IPv4 addresses.
  public Forgery names(String... names) {
    byte[][] encoded = Stream.of(names).map(Forgery::name).toArray(byte[][]::new);
    return extension("2.5.29.17", subject.isEmpty(), sequence(encoded));
  }

  /// One name as a DNS name, an address too.
  public Forgery dnsName(String name) {
    return extension("2.5.29.17", false, sequence(text(0x82, name)));
  }

  private static byte[] name(String name) {
    return name.matches("[0-9.]+")
        ? value(0x87, InetAddress.ofLiteral(name).getAddress())
        : text(0x82, name);
  }

  public Forgery usages(String... oids) {
    byte[][] encoded = Stream.of(oids).map(DerWriter::oid).toArray(byte[][]::new);
    return extension("2.5.29.37", false, sequence(encoded));
  }

  /// An authority that may have that many others below it.
  public Forgery pathLength(int length) {
    extensions.clear();
    extension("2.5.29.15", true, value(0x03, new byte[] {1, 0x06}));
    return extension("2.5.29.19", true, sequence(truth(), integer(length)));
  }

  /// An authority that may issue for that domain only.
  public Forgery constrainedTo(String domain) {
    byte[] subtree = sequence(text(0x82, domain));
    return extension("2.5.29.30", true, sequence(value(0xa0, subtree)));
  }

  /// Demands a stapled response (RFC 7633).
  public Forgery mustStaple() {
    return extension("1.3.6.1.5.5.7.1.24", false, sequence(integer(5)));
  }

  /// Names where its issuer's certificate can be had.
  public Forgery issuerAt(String url) {
    byte[] description = sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, url));
    return extension("1.3.6.1.5.5.7.1.1", false, sequence(description));
  }

  public Forgery extension(String id, boolean critical, byte[] content) {
    extensions.add(
        critical
            ? sequence(oid(id), truth(), octets(content))
            : sequence(oid(id), octets(content)));
    return this;
  }

  public Forged signedBy(Forged issuer) {
    KeyPair own = ForgedKeys.of(key, subject + (otherKey ? " again" : ""));
    return make(own, issuerName(issuer.certificate), issuer.keys.getPrivate());
  }

  public Forged selfSigned() {
    KeyPair own = ForgedKeys.of(key, subject + (otherKey ? " again" : ""));
    return make(own, distinguished(subject), own.getPrivate());
  }

  private static byte[] issuerName(X509Certificate issuer) {
    return issuer.getSubjectX500Principal().getEncoded();
  }

  private static byte[] distinguished(String commonName) {
    return commonName.isEmpty()
        ? sequence()
        : sequence(value(0x31, sequence(oid("2.5.4.3"), utf8(commonName))));
  }

  private Forged make(KeyPair own, byte[] issuer, PrivateKey signer) {
    String algorithm = signature + (signer.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA");
    byte[] algorithmId = algorithm(algorithm);
    byte[] content =
        sequence(
            value(0xa0, integer(2)),
            integer(serial),
            algorithmId,
            issuer,
            sequence(time(notBefore), time(notAfter)),
            distinguished(subject),
            key(own.getPublic()),
            value(0xa3, sequence(extensions.toArray(byte[][]::new))));
    byte[] signed = sign(algorithm, signer, content);
    if (damaged) {
      signed[signed.length - 1] ^= 1;
    }
    byte[] der = sequence(content, algorithmId, bits(signed));
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return new Forged(certificate, own);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not even a certificate", e);
    }
  }

  private static byte[] key(PublicKey key) {
    return key.getEncoded();
  }

  static byte[] sign(String algorithm, PrivateKey signer, byte[] content) {
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(signer);
      signing.update(content);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + algorithm, e);
    }
  }

  static byte[] algorithm(String name) {
    return switch (name) {
      case "SHA1withECDSA" -> sequence(oid("1.2.840.10045.4.1"));
      case "SHA256withECDSA" -> sequence(oid("1.2.840.10045.4.3.2"));
      case "SHA384withECDSA" -> sequence(oid("1.2.840.10045.4.3.3"));
      case "SHA512withECDSA" -> sequence(oid("1.2.840.10045.4.3.4"));
      case "MD5withRSA" -> sequence(oid("1.2.840.113549.1.1.4"), value(0x05));
      case "SHA1withRSA" -> sequence(oid("1.2.840.113549.1.1.5"), value(0x05));
      case "SHA256withRSA" -> sequence(oid("1.2.840.113549.1.1.11"), value(0x05));
      case "SHA384withRSA" -> sequence(oid("1.2.840.113549.1.1.12"), value(0x05));
      case "SHA512withRSA" -> sequence(oid("1.2.840.113549.1.1.13"), value(0x05));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// The chain in the order to be sent.
  public static X509Certificate[] chain(Forged... sent) {
    return Arrays.stream(sent).map(Forged::certificate).toArray(X509Certificate[]::new);
  }
}
