package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Forgery.authority;
import static dev.lightfoot.probe.peer.Forgery.blank;
import static dev.lightfoot.probe.peer.Forgery.leaf;
import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.peer.ForgedStaple;
import dev.lightfoot.probe.peer.Forgery.Forged;
import dev.lightfoot.probe.peer.OpenSslServer;
import dev.lightfoot.probe.peer.ScriptedDns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against OpenSSL: stapled responses, and key exchanges that the JDK's server does not offer.
class OpenSslTest {
  private static final Forged ISSUER = BadCertificates.ISSUER;
  private static final Forged GOOD = BadCertificates.good();

  /// The group of 1 024 bits that everybody used to share (RFC 2409 section 6.2).
  private static final String OAKLEY_2 =
      "MIGHAoGBAP//////////yQ/aoiFowjTExmKLgNwc0SkCTgiKZ8x0Agu+pjsTmyJR"
          + "Sgh5jjQE3e+VGbPNOkMbMCsKbfJfFDdP4TVtbVHCReSFtXZiXn7G9ExC6aY37WsL"
          + "/1y29Aa37e44a/taiZ+lrp8kEXxLH+ZJKGZR7OZTgf//////////AgEC";

  private static ScriptedDns dns;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(OpenSslServer.present(), "the openssl command is not installed");
    dns = ProbeBench.everyNameIsHere();
  }

  @AfterAll
  static void stopDns() throws Exception {
    if (dns != null) {
      dns.close();
    }
  }

  private Run against(Forged leaf, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    try (OpenSslServer server = OpenSslServer.start(folder, all, leaf, ISSUER)) {
      Run run =
          new ProbeBench(BadCertificates.ANCHORS)
              .resolver(dns)
              .timeout(Duration.ofSeconds(5))
              .run("https://" + BadCase.HOST + ":" + server.port() + "/");
      assertThat(server.lines()).noneMatch(line -> line.startsWith("GET "));
      return run;
    }
  }

  private Run stapled(Forged leaf, byte[] response) throws Exception {
    Path file = Files.write(folder.resolve("staple.der"), response);
    return against(leaf, "-www", "-status_file", file.toString());
  }

  private static TlsFacts facts(Run run) {
    return only(run).tls().orElseThrow();
  }

  @Test
  void aGoodStapleIsVerifiedWithItsWindow() throws Exception {
    Run run = stapled(GOOD, ForgedStaple.about(GOOD, ISSUER, ISSUER, true, -5, 48));
    assertThat(error(run)).isEqualTo("none");
    assertThat(facts(run).stapledOcsp()).contains("good");
    assertThat(BadSslTest.text(run))
        .contains("revocation passed: the stapled OCSP response says good, valid until")
        .contains("its signature verifies");
  }

  @Test
  void aRevokedCertificateStopsTheRun() throws Exception {
    Path file =
        Files.write(
            folder.resolve("staple.der"), ForgedStaple.about(GOOD, ISSUER, ISSUER, false, -5, 48));
    Run run = against(GOOD, "-status_file", file.toString());
    assertThat(error(run)).isEqualTo("tls certificate-revoked");
    assertThat(facts(run).chain()).hasSize(2);
    assertThat(only(run).request().headerBytes()).isZero();
  }

  @Test
  void aStaleStapleIsNamedWithItsEnd() throws Exception {
    Run run = stapled(GOOD, ForgedStaple.about(GOOD, ISSUER, ISSUER, true, -200, -72));
    assertThat(error(run)).isEqualTo("none");
    assertThat(BadSslTest.text(run))
        .contains("revocation warning: ", "is stale: it was valid until", "3 days ago");
  }

  @Test
  void aStapleOfTheFutureIsNamed() throws Exception {
    Run run = stapled(GOOD, ForgedStaple.about(GOOD, ISSUER, ISSUER, true, 5, 48));
    assertThat(BadSslTest.text(run)).contains("revocation warning: ", "is valid only from");
  }

  @Test
  void aStapleThatSomebodyElseSignedIsNotReliedOn() throws Exception {
    Forged stranger = authority("Stranger").selfSigned();
    Run run = stapled(GOOD, ForgedStaple.about(GOOD, ISSUER, stranger, true, -5, 48));
    assertThat(BadSslTest.text(run)).contains("revocation warning: ", "cannot be relied on");
  }

  @Test
  void aStapleAboutAnotherCertificateIsNotReliedOn() throws Exception {
    Forged other = leaf(BadCase.HOST).serial(99).signedBy(ISSUER);
    Run run = stapled(GOOD, ForgedStaple.about(other, ISSUER, ISSUER, true, -5, 48));
    assertThat(BadSslTest.text(run)).contains("revocation warning: ", "cannot be relied on");
  }

  @Test
  void aResponderThatSaysTryLaterIsNoStatus() throws Exception {
    Run run = stapled(GOOD, new byte[] {0x30, 3, 0x0a, 1, 3});
    assertThat(error(run)).isEqualTo("none");
    assertThat(facts(run).stapledOcsp()).contains("unreadable");
    assertThat(BadSslTest.text(run)).contains("revocation not-checked");
  }

  @Test
  void aDemandedStapleThatComesIsNoWarning() throws Exception {
    Forged demanding = leaf(BadCase.HOST).mustStaple().signedBy(ISSUER);
    Run run = stapled(demanding, ForgedStaple.about(demanding, ISSUER, ISSUER, true, -5, 48));
    assertThat(BadSslTest.text(run)).contains("revocation passed");
  }

  @Test
  void diffieHellmanOf1024BitsIsStillAgreedOn() throws Exception {
    Path group =
        Files.writeString(
            folder.resolve("dh.pem"),
            "-----BEGIN DH PARAMETERS-----\n"
                + OAKLEY_2.replaceAll("(.{64})", "$1\n")
                + "\n-----END DH PARAMETERS-----\n");
    Run run = diffieHellman(group, "-www");
    assertThat(error(run)).isEqualTo("none");
    assertThat(facts(run).cipherSuite().orElseThrow()).startsWith("TLS_DHE_RSA");
  }

  private Run diffieHellman(Path parameters, String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(
        List.of("-tls1_2", "-cipher", "DHE:@SECLEVEL=0", "-dhparam", parameters.toString()));
    Forged rsa = leaf(BadCase.HOST).key("RSA 1024").signedBy(ISSUER);
    return against(rsa, options.toArray(String[]::new));
  }

  @Test
  void aServerWithStaticRsaOnlyHasNothingInCommon() throws Exception {
    Forged rsa = leaf(BadCase.HOST).key("RSA 1024").signedBy(ISSUER);
    Run run = against(rsa, "-tls1_2", "-cipher", "kRSA:@SECLEVEL=0");
    assertThat(error(run)).isEqualTo("tls tls-alert");
    assertThat(run.error().orElseThrow().message())
        .contains("handshake_failure", "no cipher suite, group or signature in common");
  }

  @Test
  void aServerThatMissesAClientCertificateIsNotSaidToLackACipherSuite() throws Exception {
    Run run = against(GOOD, "-tls1_2", "-Verify", "1", "-verify_return_error");
    assertThat(error(run)).isEqualTo("tls tls-alert");
    assertThat(run.error().orElseThrow().message())
        .contains("handshake_failure, after a cipher suite was agreed on", "--cert FILE")
        .doesNotContain("in common");
  }

  @Test
  void aServerOfTls10OnlyIsNamedByItsAlert() throws Exception {
    Run run = against(GOOD, "-tls1", "-cipher", "ALL:@SECLEVEL=0");
    assertThat(error(run)).isEqualTo("tls tls-version");
    assertThat(run.error().orElseThrow().message()).contains("neither TLS 1.3 nor 1.2");
  }

  @Test
  void cbcSuitesAreStillAgreedOn() throws Exception {
    Run run = against(GOOD, "-www", "-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256");
    assertThat(error(run)).isEqualTo("none");
    assertThat(facts(run).cipherSuite()).contains("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");
  }

  @Test
  void aLeafOf512BitsIsRefused() throws Exception {
    Forged weak = leaf(BadCase.HOST).key("RSA 512").signedBy(ISSUER);
    Run run = against(weak, "-tls1_2", "-cipher", "ALL:@SECLEVEL=0");
    assertThat(error(run)).startsWith("tls ");
    assertThat(run.error().orElseThrow().message()).containsAnyOf("RSA 512", "handshake_failure");
  }

  @Test
  void afterAHelloRetryRequestTheVersionIsKnownAndASessionIsResumed() throws Exception {
    List<String> options = List.of("-www", "-tls1_3", "-groups", "P-384");
    try (OpenSslServer server = OpenSslServer.start(folder, options, GOOD, ISSUER)) {
      List<Run> runs =
          new ProbeBench(BadCertificates.ANCHORS)
              .resolver(dns)
              .timeout(Duration.ofSeconds(5))
              .measure("https://" + BadCase.HOST + ":" + server.port() + "/", 1, true, false)
              .runs();
      assertThat(runs).hasSize(2).allMatch(run -> error(run).equals("none"));
      assertThat(runs).allMatch(run -> facts(run).helloRetryRequest());
      assertThat(runs).allMatch(run -> facts(run).version().orElse("").equals("TLSv1.3"));
      assertThat(runs).allMatch(run -> facts(run).group().orElse("").equals("secp384r1"));
      assertThat(runs).extracting(run -> facts(run).resumed()).containsExactly(false, true);
      assertThat(runs).allMatch(run -> only(run).phases().trips(Phase.TLS).orElse(0) == 2);
    }
  }

  @Test
  void anAddressThatTheCertificateHasAsADnsNameIsNamedAsThat() throws Exception {
    Forged leaf = blank("server").dnsName("127.0.0.1").signedBy(ISSUER);
    try (OpenSslServer server = OpenSslServer.start(folder, List.of("-www"), leaf, ISSUER)) {
      Run run =
          new ProbeBench(BadCertificates.ANCHORS).run("https://127.0.0.1:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("tls certificate-wrong-host");
      assertThat(run.error().orElseThrow().message())
          .isEqualTo(
              "The certificate names 127.0.0.1 as a DNS name only; an address has to stand there"
                  + " as an IP address (RFC 9525).");
    }
  }
}
