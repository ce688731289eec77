package dev.lightfoot.probe;

import static dev.lightfoot.probe.BadCase.HOST;
import static dev.lightfoot.probe.BadCase.serving;
import static dev.lightfoot.probe.peer.Forgery.authority;
import static dev.lightfoot.probe.peer.Forgery.blank;
import static dev.lightfoot.probe.peer.Forgery.leaf;

import dev.lightfoot.probe.peer.Forgery.Forged;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The certificates of badssl.com that can be made here, and others that are wrong in further ways,
/// each made when the tests run. Not made: those that need a public log or a vendor's list (EV,
/// SCT, CRLSet, pins), which this client does not consult.
final class BadCertificates {
  static final Forged ROOT = authority("Test Root").selfSigned();
  static final Forged ISSUER = authority("Test Issuer").signedBy(ROOT);
  static final TrustAnchors ANCHORS = TrustAnchors.only(ROOT.certificate());

  private static final String TRUSTED = "none";
  private static final String INVALID = "tls certificate-invalid";
  private static final String WRONG_HOST = "tls certificate-wrong-host";
  private static final String UNKNOWN_ROOT = "tls certificate-unknown-root";
  private static final Forged STRANGER = authority("Stranger Root").selfSigned();

  private BadCertificates() {}

  static Forged good() {
    return leaf(HOST).signedBy(ISSUER);
  }

  static List<BadCase> all() {
    return Stream.of(kinds(), dates(), names(), paths(), rules(), strengths(), clients())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadCase> kinds() {
    return Stream.of("EC secp256r1", "EC secp384r1", "RSA 2048", "RSA 4096", "RSA 8192")
        .map(
            key ->
                serving(key, TRUSTED, leaf(HOST).key(key).signedBy(ISSUER), ISSUER)
                    .says("chain passed: complete: CN=shop.test → CN=Test Issuer → CN=Test Root"))
        .toList();
  }

  private static List<BadCase> dates() {
    Forged oldIssuer = authority("Old Issuer").valid(-90, -3).signedBy(ROOT);
    return List.of(
        serving(
                "expired",
                "tls certificate-expired",
                leaf(HOST).valid(-90, -40).signedBy(ISSUER),
                ISSUER)
            .says("shop.test ran out 40 days ago", "path passed", "chain passed"),
        serving(
                "not-yet-valid",
                "tls certificate-not-yet-valid",
                leaf(HOST).valid(3, 90).signedBy(ISSUER),
                ISSUER)
            .says("valid only from", "in 2 days"),
        serving(
                "expired-intermediate",
                "tls certificate-expired",
                leaf(HOST).signedBy(oldIssuer),
                oldIssuer)
            .says("The certificate of CN=Old Issuer ran out 3 days ago"),
        serving("expires-soon", TRUSTED, leaf(HOST).valid(-80, 5).signedBy(ISSUER), ISSUER)
            .says("dates warning: valid to", "for 4 days more"));
  }

  private static List<BadCase> names() {
    String[] thousand =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "n" + i + ".warehouse.shop.test")
            .toArray(String[]::new);
    String[] tenThousand =
        IntStream.range(0, 10_000).mapToObj(i -> "n" + i + ".test").toArray(String[]::new);
    return List.of(
        serving("wrong.host", WRONG_HOST, leaf("other.test").signedBy(ISSUER), ISSUER)
            .says("is for other.test, not for shop.test", "chain passed", "dates passed"),
        serving("no-subject", TRUSTED, blank("").names(HOST).signedBy(ISSUER), ISSUER),
        serving(
            "no-common-name", TRUSTED, blank("").names(HOST, "b.test").signedBy(ISSUER), ISSUER),
        serving("common-name-only", WRONG_HOST, blank(HOST).signedBy(ISSUER), ISSUER)
            .says("names no host", "its subject CN=shop.test does not count"),
        serving("1000-sans", TRUSTED, leaf(thousand).signedBy(ISSUER), ISSUER)
            .host("n999.warehouse.shop.test")
            .says("first-flight warning", "costs a round trip more"),
        serving("10000-sans", "tls tls-failed", leaf(tenThousand).signedBy(ISSUER), ISSUER)
            .shows(0)
            .says("larger than this client takes (32 KiB)"),
        serving("idn", TRUSTED, leaf("xn--n1aae7f7o.test").signedBy(ISSUER), ISSUER)
            .host("xn--n1aae7f7o.test"),
        serving("wildcard", TRUSTED, leaf("*.shop.test").signedBy(ISSUER), ISSUER)
            .host("www.shop.test"),
        serving("wildcard-too-deep", WRONG_HOST, leaf("*.shop.test").signedBy(ISSUER), ISSUER)
            .host("a.www.shop.test")
            .says("is for *.shop.test, not for a.www.shop.test"),
        serving(
            "wildcard-for-its-parent", WRONG_HOST, leaf("*.shop.test").signedBy(ISSUER), ISSUER),
        serving("wildcard-alone", WRONG_HOST, leaf("*").signedBy(ISSUER), ISSUER),
        serving("ip-address", TRUSTED, leaf("127.0.0.1").signedBy(ISSUER), ISSUER)
            .host("127.0.0.1"),
        serving("other-ip-address", WRONG_HOST, leaf("10.0.0.1").signedBy(ISSUER), ISSUER)
            .host("127.0.0.1")
            .says("is for 10.0.0.1, not for 127.0.0.1"),
        serving("ip-address-as-dns-name", WRONG_HOST, leaf("ip.test").signedBy(ISSUER), ISSUER)
            .host("127.0.0.1"));
  }

  private static List<BadCase> paths() {
    Forged lower = authority("Lower Issuer").signedBy(ISSUER);
    Forged byStranger = leaf(HOST).signedBy(STRANGER);
    Forged namesake = authority("Test Issuer").otherKey().selfSigned();
    return List.of(
        serving("self-signed", "tls certificate-self-signed", leaf(HOST).selfSigned())
            .says("signed by itself", "chain passed: one certificate"),
        serving("untrusted-root", UNKNOWN_ROOT, byStranger, STRANGER)
            .says("ends in the root CN=Stranger Root, which is not trusted here"),
        serving("untrusted-root-not-sent", UNKNOWN_ROOT, byStranger)
            .says("issuer CN=Stranger Root was neither sent nor is it a trusted root"),
        serving(
                "incomplete-chain",
                UNKNOWN_ROOT,
                leaf(HOST).issuerAt("http://ca.test/issuer.der").signedBy(ISSUER))
            .says(
                "chain failed: incomplete",
                "issued by CN=Test Issuer, which was not sent",
                "it can be fetched from http://ca.test/issuer.der"),
        serving("gap-in-the-chain", UNKNOWN_ROOT, leaf(HOST).signedBy(lower), ROOT)
            .says(
                "issued by CN=Lower Issuer, which was not sent", "CN=Test Root, ", "sent instead"),
        serving("reversed-chain", TRUSTED, leaf(HOST).signedBy(lower), ISSUER, lower)
            .says("chain warning: in the wrong order", "1, 3, 2"),
        serving("reversed-with-root", TRUSTED, leaf(HOST).signedBy(lower), ROOT, ISSUER, lower)
            .says("chain warning: in the wrong order", "1, 4, 3, 2"),
        serving("extra-certificate", TRUSTED, good(), ISSUER, STRANGER)
            .says("chain warning: complete, but one certificate was", "CN=Stranger Root"),
        serving("root-sent", TRUSTED, good(), ISSUER, ROOT)
            .says("with the root, which no client needs"),
        serving("sent-twice", TRUSTED, good(), ISSUER, ISSUER).says("chain warning: complete, but"),
        serving("namesake-issuer", INVALID, good(), namesake)
            .says("signature on the certificate of CN=shop.test does not verify"),
        serving("broken-signature", INVALID, leaf(HOST).damaged().signedBy(ISSUER), ISSUER)
            .says("signature on the certificate of CN=shop.test does not verify"));
  }

  private static List<BadCase> rules() {
    Forged noAuthority = leaf("b.test").signedBy(ISSUER);
    Forged last = authority("Last Issuer").pathLength(0).signedBy(ROOT);
    Forged tooLow = authority("Too Low").signedBy(last);
    Forged limited = authority("Limited Issuer").constrainedTo("other.test").signedBy(ROOT);
    Forged noSigner =
        blank("No Signer")
            .extension("2.5.29.19", true, new byte[] {0x30, 3, 1, 1, (byte) 0xff})
            .extension("2.5.29.15", true, new byte[] {3, 2, 7, (byte) 0x80})
            .signedBy(ROOT);
    return List.of(
        serving(
                "wrong-usage",
                INVALID,
                leaf(HOST).usages("1.3.6.1.5.5.7.3.2").signedBy(ISSUER),
                ISSUER)
            .says("The certificate is for clients, not for servers"),
        serving(
                "wrong-usages",
                INVALID,
                leaf(HOST).usages("1.3.6.1.5.5.7.3.3", "1.2.3").signedBy(ISSUER),
                ISSUER)
            .says("is for signing code, the usage 1.2.3, not for servers"),
        serving(
                "issuer-is-no-authority",
                INVALID,
                leaf(HOST).signedBy(noAuthority),
                noAuthority,
                ISSUER)
            .says(
                "CN=b.test issued the certificate of CN=shop.test, but is not a certificate"
                    + " authority"),
        serving("issuer-may-not-sign", INVALID, leaf(HOST).signedBy(noSigner), noSigner)
            .says("CN=No Signer may not sign certificates"),
        serving("path-length", INVALID, leaf(HOST).signedBy(tooLow), tooLow, last)
            .says("longer than an authority in it allows", "path length"),
        serving("name-constraints", INVALID, leaf(HOST).signedBy(limited), limited)
            .says("may not issue for its names [shop.test] (name constraints)"),
        serving("name-constraints-kept", TRUSTED, leaf("a.other.test").signedBy(limited), limited)
            .host("a.other.test"),
        serving(
                "unknown-critical-extension",
                INVALID,
                leaf(HOST).extension("1.2.3.4.5", true, new byte[] {5, 0}).signedBy(ISSUER),
                ISSUER)
            .says("critical extension that this client does not understand"),
        serving("negative-serial", TRUSTED, leaf(HOST).serial(-7).signedBy(ISSUER), ISSUER),
        serving("must-staple", TRUSTED, leaf(HOST).mustStaple().signedBy(ISSUER), ISSUER)
            .says("revocation warning: the certificate demands a stapled OCSP response"));
  }

  private static List<BadCase> strengths() {
    Forged rsa = authority("RSA Issuer").key("RSA 2048").signedBy(ROOT);
    Forged sha1Issuer = authority("Old Hash Issuer").hash("SHA1").signedBy(ROOT);
    Forged weakIssuer = authority("Weak Issuer").key("RSA 512").signedBy(ROOT);
    return List.of(
        serving("sha256", TRUSTED, leaf(HOST).signedBy(rsa), rsa).says("signed with SHA256withRSA"),
        serving("sha384", TRUSTED, leaf(HOST).hash("SHA384").signedBy(rsa), rsa),
        serving("sha512", TRUSTED, leaf(HOST).hash("SHA512").signedBy(rsa), rsa),
        serving("sha1", TRUSTED, leaf(HOST).hash("SHA1").signedBy(rsa), rsa)
            .says("strength warning", "signed with SHA1withRSA, which browsers refuse"),
        serving("sha1-intermediate", TRUSTED, leaf(HOST).signedBy(sha1Issuer), sha1Issuer)
            .says("strength warning: the certificate of CN=Old Hash Issuer is signed with SHA1"),
        serving("md5", INVALID, leaf(HOST).hash("MD5").signedBy(rsa), rsa)
            .says("CN=shop.test is signed with MD5withRSA, which is not trusted any more"),
        serving("rsa1024", TRUSTED, leaf(HOST).key("RSA 1024").signedBy(ISSUER), ISSUER)
            .says("strength warning: the key of CN=shop.test has 1024 bits"),
        serving("rsa512-intermediate", INVALID, leaf(HOST).signedBy(weakIssuer), weakIssuer)
            .says(
                "The key of CN=Weak Issuer is too short to be trusted: RSA 512",
                "strength failed"));
  }

  private static List<BadCase> clients() {
    return List.of(
        serving(
                "client-cert-missing",
                "(send|wait) (tls-alert|connection-(reset|closed))",
                good(),
                ISSUER)
            .needsClient()
            .says("client certificate", "client-certificate not-checked"),
        serving("client-cert-missing-1.2", "tls tls-(alert|reset|closed)", good(), ISSUER)
            .version("TLSv1.2")
            .needsClient()
            .says("client", "client-certificate not-checked"),
        serving("tls-v1-2", TRUSTED, good(), ISSUER).version("TLSv1.2"),
        serving("tls-v1-3", TRUSTED, good(), ISSUER).version("TLSv1.3"),
        serving("alpn-mismatch", "tls tls-alert", good(), ISSUER)
            .alpn("imap")
            .shows(0)
            .says("no_application_protocol", "neither h2 nor http/1.1"));
  }
}
