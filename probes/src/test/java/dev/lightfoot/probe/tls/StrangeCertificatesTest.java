package dev.lightfoot.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.probe.peer.Corpus;
import dev.lightfoot.probe.tls.certificate.CertificateJudge;
import dev.lightfoot.probe.tls.certificate.CertificateReader;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.tls.certificate.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Public chains of badssl.com and odd certificates of x509-limbo through reader and judge.
class StrangeCertificatesTest {

  @Test
  void everyPublicChainIsReadAndJudged() throws Exception {
    List<Path> files = new ArrayList<>(Corpus.files("badssl-certs", ".pem"));
    files.addAll(Corpus.files("badssl-certs", ".crt"));
    files.addAll(Corpus.files("x509-limbo", ".pem"));
    CertificateJudge judge = new CertificateJudge(TrustAnchors.system(), Clock.systemUTC());
    long start = System.nanoTime();
    int unreadable = 0;
    for (Path file : files) {
      List<X509Certificate> chain = chain(file);
      if (chain.isEmpty()) {
        unreadable++; // the JDK itself refuses it: a handshake would end there
        continue;
      }
      assertThat(CertificateReader.facts(chain))
          .as(file.toString())
          .allMatch(StrangeCertificatesTest::whole);
      Verdict verdict =
          judge.judge(chain.toArray(X509Certificate[]::new), "ECDHE_RSA", "expired.badssl.com");
      assertThat(verdict.failure()).as(file + ": all of them are old").isPresent();
      assertThat(verdict.message()).as(file.toString()).isNotBlank().doesNotContain("null");
      assertThat(verdict.checks()).extracting(check -> check.name()).contains("chain", "strength");
    }
    Corpus.report("certificates", files.size(), files.size() - unreadable, unreadable, start);
    assertThat(unreadable).as("such as the explicit curves of x509-limbo").isLessThanOrEqualTo(3);
  }

  private static boolean whole(CertificateFacts facts) {
    return facts.bytes() > 0 && !facts.key().isEmpty() && !facts.signature().isEmpty();
  }

  private static List<X509Certificate> chain(Path file) throws IOException {
    List<X509Certificate> chain = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        chain.add((X509Certificate) each);
      }
    } catch (CertificateException e) {
      return List.of();
    }
    return chain;
  }
}
