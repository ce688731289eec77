package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.tls.ClientCertificate;
import dev.lightfoot.probe.tls.ClientCertificateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers that ask the client for a certificate.
class ProbeClientCertificateTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final HeldCertificate ALICE =
      new HeldCertificate.Builder().commonName("alice").signedBy(Certificates.ROOT).build();

  private final List<String> shown = new CopyOnWriteArrayList<>();
  private ScriptedDns dns;

  @TempDir private Path folder;

  @BeforeEach
  void startDns() throws Exception {
    dns = ProbeBench.everyNameIsHere();
  }

  @AfterEach
  void stopDns() throws Exception {
    dns.close();
  }

  private ClientCertificate alice() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("alice.pem"), ALICE.certificatePem() + ALICE.privateKeyPkcs8Pem());
    return ClientCertificateFile.read(file, Optional.empty(), Optional::empty);
  }

  /// For every name used here, and trusting clients of the test root.
  private static SSLContext context() {
    HeldCertificate leaf =
        new HeldCertificate.Builder()
            .commonName("shop.test")
            .addSubjectAlternativeName("shop.test")
            .addSubjectAlternativeName("other.test")
            .signedBy(Certificates.ISSUER)
            .build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(leaf, Certificates.ISSUER.certificate())
        .addTrustedCertificate(Certificates.ROOT.certificate())
        .build()
        .sslContext();
  }

  private ScriptedServer server(boolean needed, String version, String response) throws Exception {
    return ScriptedServer.tls(
        context(),
        connection -> {
          SSLSocket tls = (SSLSocket) connection;
          tls.setEnabledProtocols(new String[] {version});
          if (needed) {
            tls.setNeedClientAuth(true);
          } else {
            tls.setWantClientAuth(true);
          }
          shown.add(subject(tls));
          ScriptedServer.answer(response).play(connection);
        });
  }

  private static String subject(SSLSocket socket) throws Exception {
    socket.startHandshake();
    try {
      return socket.getSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "none";
    }
  }

  private static String url(ScriptedServer server) {
    return "https://shop.test:" + server.port() + "/";
  }

  private static TlsCheck check(Exchange exchange) {
    return exchange.tls().orElseThrow().checks().stream()
        .filter(each -> each.name().equals("client-certificate"))
        .findFirst()
        .orElseThrow();
  }

  private void assertShown(String version) throws Exception {
    try (ScriptedServer server = server(true, version, OK)) {
      Run run = new ProbeBench().resolver(dns).showing(alice()).run(url(server));
      assertThat(error(run)).isEqualTo("none");
      assertThat(check(run.exchanges().getFirst()))
          .isEqualTo(
              new TlsCheck(
                  "client-certificate",
                  TlsCheck.PASSED,
                  "the server asked for a client certificate; that of CN=alice was shown"));
    }
    assertThat(shown).containsExactly("CN=alice");
  }

  @Test
  void itIsShownWhereItIsAskedForInTls13() throws Exception {
    assertShown("TLSv1.3");
  }

  @Test
  void itIsShownWhereItIsAskedForInTls12() throws Exception {
    assertShown("TLSv1.2");
  }

  @Test
  void aSessionThatItOpenedIsResumed() throws Exception {
    try (ScriptedServer server = server(true, "TLSv1.3", OK)) {
      Snapshot snapshot =
          new ProbeBench().resolver(dns).showing(alice()).measure(url(server), 1, true, false);
      assertThat(snapshot.runs()).allMatch(run -> error(run).equals("none"));
      assertThat(snapshot.runs().getLast().exchanges().getFirst().tls().orElseThrow().resumed())
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2, tls .*", "TLSv1.3, (send|wait) .*"})
  void whereNoneWasGivenTheServersWishIsNamed(String version, String failure) throws Exception {
    try (ScriptedServer server = server(true, version, OK)) {
      Run run = new ProbeBench().resolver(dns).run(url(server));
      assertThat(error(run)).matches(failure);
      assertThat(check(run.exchanges().getFirst()).detail())
          .isEqualTo(
              "the server asked for a client certificate; none was given: --cert FILE gives one, or"
                  + " Request… in the window");
      assertThat(run.error().orElseThrow().message()).contains("--cert FILE");
    }
  }

  @Test
  void aServerThatDoesNotAskIsNotShownIt() throws Exception {
    try (ScriptedServer server = ScriptedServer.tls(context(), ScriptedServer.answer(OK))) {
      Run run = new ProbeBench().resolver(dns).showing(alice()).run(url(server));
      assertThat(check(run.exchanges().getFirst()).detail())
          .isEqualTo("the server did not ask for the client certificate of CN=alice");
    }
  }

  @Test
  void anotherOriginThatARedirectLeadsToIsNotShownIt() throws Exception {
    try (ScriptedServer other = server(false, "TLSv1.3", OK)) {
      for (String host : List.of("other.test", "shop.test")) { // another host, another port
        shown.clear();
        String there = "https://" + host + ":" + other.port() + "/";
        String redirect =
            "HTTP/1.1 302 Found\r\nLocation: " + there + "\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = server(true, "TLSv1.3", redirect)) {
          Run run = new ProbeBench().resolver(dns).showing(alice()).run(url(server));
          assertThat(error(run)).isEqualTo("none");
          assertThat(shown).containsExactly("CN=alice", "none");
          assertThat(check(run.exchanges().getLast()).detail())
              .endsWith("that of CN=alice was given for another origin and not shown");
        }
      }
    }
  }

  @Test
  void whereItCouldNotBeShownNothingIsSent() throws Exception {
    ClientCertificate alice = alice();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProbeBench().showing(alice).run("http://127.0.0.1:1/"))
        .withMessageContaining("over https only");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ProbeBench().http(HttpChoice.HTTP_3).showing(alice).run("https://127.0.0.1:1/"))
        .withMessageContaining("not over HTTP/3");
  }

  @Test
  void aSnapshotHoldsNothingOfItButTheSubject() throws Exception {
    try (ScriptedServer server = server(true, "TLSv1.3", OK)) {
      Snapshot snapshot =
          new ProbeBench().resolver(dns).showing(alice()).measure(url(server), 1, false, false);
      String key = ALICE.privateKeyPkcs8Pem().lines().skip(1).findFirst().orElseThrow();
      String own = ALICE.certificatePem().lines().skip(1).findFirst().orElseThrow();
      assertThat(snapshot.toString()).doesNotContain(key).doesNotContain(own).contains("CN=alice");
    }
  }
}
