package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTlsTest {
  private static final String HOST = "shop.test";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private ScriptedDns dns;

  @BeforeEach
  void startDns() throws Exception {
    dns = ProbeBench.everyNameIsHere();
  }

  @AfterEach
  void stopDns() throws Exception {
    dns.close();
  }

  private static ScriptedServer.Script noting(ScriptedServer[] server) {
    return connection -> {
      String head = ScriptedServer.readHead(connection);
      if (!head.isEmpty()) {
        server[0].note(head);
        connection.getOutputStream().write(OK.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        ScriptedServer.answer(OK).play(connection);
      }
    };
  }

  private Run against(SSLContext context) throws Exception {
    ScriptedServer[] holder = new ScriptedServer[1];
    try (ScriptedServer server = ScriptedServer.tls(context, noting(holder))) {
      holder[0] = server;
      Run run =
          new ProbeBench()
              .resolver(dns)
              .cookies("secret=1")
              .run("https://" + HOST + ":" + server.port() + "/");
      if (run.error().isPresent()) {
        assertThat(server.notes()).as("what reached the server").isEmpty();
      }
      return run;
    }
  }

  private Run againstRaw(ScriptedServer.Script script) throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(script)) {
      return new ProbeBench()
          .resolver(dns)
          .timeout(Duration.ofSeconds(3))
          .run("https://" + HOST + ":" + server.port() + "/");
    }
  }

  private static TlsFacts facts(Run run) {
    return only(run).tls().orElseThrow();
  }

  @Test
  void aFullHandshakeOfTls13TakesOneTrip() throws Exception {
    Run run = against(Certificates.valid(HOST));
    TlsFacts facts = facts(run);
    assertThat(facts.version()).contains("TLSv1.3");
    assertThat(facts.verdict()).contains("trusted");
    assertThat(facts.group()).contains("x25519");
    assertThat(facts.resumed()).isFalse();
    assertThat(facts.chain()).hasSize(2);
    assertThat(facts.chain().getFirst().names()).containsExactly(HOST);
    assertThat(only(run).phases().trips(Phase.TLS)).isEqualTo(OptionalInt.of(1));
    assertThat(facts.serverHelloNanos()).isPresent();
  }

  @Test
  void aFullHandshakeOfTls12TakesTwoTrips() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.tls(Certificates.valid(HOST), ProbeTlsTest::answerTls12)) {
      Run run = new ProbeBench().resolver(dns).run("https://" + HOST + ":" + server.port() + "/");
      assertThat(facts(run).version()).contains("TLSv1.2");
      assertThat(only(run).phases().trips(Phase.TLS)).isEqualTo(OptionalInt.of(2));
    }
  }

  private static void answerTls12(Socket connection) throws Exception {
    ((SSLSocket) connection).setEnabledProtocols(new String[] {"TLSv1.2"});
    ScriptedServer.answer(OK).play(connection);
  }

  @Test
  void aResumedRunOffersTheTicketOfTheRunBefore() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.tls(Certificates.valid(HOST), ScriptedServer.answer(OK))) {
      Snapshot snapshot =
          new ProbeBench()
              .resolver(dns)
              .measure("https://" + HOST + ":" + server.port() + "/", 1, true, true);
      TlsFacts resumed = facts(snapshot.runs().get(1));
      assertThat(resumed.offeredSession()).isTrue();
      assertThat(resumed.resumed()).isTrue();
      assertThat(resumed.chain()).hasSize(2);
      Exchange warm = only(snapshot.runs().get(2));
      assertThat(state(warm, Phase.TCP)).isEqualTo("reused");
      assertThat(state(warm, Phase.TLS)).isEqualTo("reused");
      assertThat(warm.connection().orElseThrow().reused()).isTrue();
    }
  }

  @Test
  void aResumedHandshakeOfTls12TakesOneTrip() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.tls(Certificates.valid(HOST), ProbeTlsTest::answerTls12)) {
      Snapshot snapshot =
          new ProbeBench()
              .resolver(dns)
              .measure("https://" + HOST + ":" + server.port() + "/", 1, true, false);
      Run resumed = snapshot.runs().get(1);
      assertThat(facts(resumed).resumed()).isTrue();
      assertThat(only(resumed).phases().trips(Phase.TLS)).isEqualTo(OptionalInt.of(1));
    }
  }

  @Test
  void anExpiredCertificateIsNamedAndNothingIsSent() throws Exception {
    Run run = against(Certificates.expired(HOST, 40));
    assertThat(error(run)).isEqualTo("tls certificate-expired");
    assertThat(run.error().orElseThrow().message()).contains("40 days ago");
    assertThat(run.error().orElseThrow().code()).isEqualTo("LF-TLS-EXPIRED");
    assertThat(facts(run).chain()).hasSize(2);
    assertThat(only(run).phases().durationNanos(Phase.TLS)).isPositive();
    assertThat(only(run).phases().trips(Phase.TLS)).isEqualTo(OptionalInt.of(1));
    assertThat(state(only(run), Phase.SEND)).isEqualTo("not-reached");
    assertThat(only(run).request().headerBytes()).isZero();
  }

  @Test
  void aCertificateForAnotherHostIsNamed() throws Exception {
    assertThat(error(against(Certificates.valid("other.test"))))
        .isEqualTo("tls certificate-wrong-host");
  }

  @Test
  void aSelfSignedCertificateIsNamed() throws Exception {
    HeldCertificate own =
        new HeldCertificate.Builder().commonName(HOST).addSubjectAlternativeName(HOST).build();
    assertThat(error(against(Certificates.alone(own)))).isEqualTo("tls certificate-self-signed");
  }

  @Test
  void anUnknownRootIsNamed() throws Exception {
    HeldCertificate stranger =
        new HeldCertificate.Builder().commonName("Stranger").certificateAuthority(0).build();
    HeldCertificate leaf =
        new HeldCertificate.Builder().addSubjectAlternativeName(HOST).signedBy(stranger).build();
    assertThat(error(against(Certificates.alone(leaf)))).isEqualTo("tls certificate-unknown-root");
  }

  @Test
  void aMissingIntermediateIsAnUnknownRoot() throws Exception {
    Run run = against(Certificates.alone(Certificates.leaf(HOST).build()));
    assertThat(error(run)).isEqualTo("tls certificate-unknown-root");
    assertThat(run.error().orElseThrow().message()).contains("neither sent");
  }

  @Test
  void aCertificateOfTheFutureIsNamed() throws Exception {
    long now = System.currentTimeMillis();
    HeldCertificate leaf =
        Certificates.leaf(HOST).validityInterval(now + 86_400_000L, now + 2 * 86_400_000L).build();
    assertThat(error(against(Certificates.context(leaf))))
        .isEqualTo("tls certificate-not-yet-valid");
  }

  @Test
  void plainHttpOnATlsPortIsNamed() throws Exception {
    Run run =
        againstRaw(
            connection -> {
              connection.getInputStream().read(new byte[100]);
              connection
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 400 Bad Request\r\n\r\n"
                          .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
              connection.getInputStream().read();
            });
    assertThat(error(run)).isEqualTo("tls not-tls");
  }

  @Test
  void aResetDuringTheHandshakeIsNamed() throws Exception {
    Run run =
        againstRaw(
            connection -> {
              connection.getInputStream().read();
              connection.setSoLinger(true, 0);
            });
    assertThat(error(run)).isEqualTo("tls tls-reset");
  }

  @Test
  void aCloseDuringTheHandshakeIsNamed() throws Exception {
    Run run =
        againstRaw(
            connection -> {
              byte[] hello = new byte[5];
              connection.getInputStream().readNBytes(hello, 0, 5);
              connection.getInputStream().readNBytes((hello[3] & 0xff) << 8 | (hello[4] & 0xff));
            });
    assertThat(error(run)).isEqualTo("tls tls-closed");
  }

  @Test
  void anAlertIsNamed() throws Exception {
    Run run =
        againstRaw(
            connection -> {
              connection.getInputStream().read(new byte[1_000]);
              connection.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 112});
              connection.getInputStream().read();
            });
    assertThat(error(run)).isEqualTo("tls tls-alert");
    assertThat(run.error().orElseThrow().message()).contains("unrecognized_name");
  }

  @Test
  void aSilentHandshakeEndsWithTheTimeGivenToTheRun() throws Exception {
    Run run = againstRaw(connection -> connection.getInputStream().readAllBytes());
    assertThat(error(run)).isEqualTo("tls tls-timeout");
  }

  @Test
  void aHelloRetryRequestCostsOneMoreTrip() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.tls(
            Certificates.valid(HOST),
            connection -> {
              SSLParameters parameters = ((SSLSocket) connection).getSSLParameters();
              parameters.setNamedGroups(new String[] {"secp521r1"});
              ((SSLSocket) connection).setSSLParameters(parameters);
              ScriptedServer.answer(OK).play(connection);
            })) {
      Run run = new ProbeBench().resolver(dns).run("https://" + HOST + ":" + server.port() + "/");
      assertThat(facts(run).helloRetryRequest()).isTrue();
      assertThat(facts(run).group()).contains("secp521r1");
      assertThat(only(run).phases().trips(Phase.TLS)).isEqualTo(OptionalInt.of(2));
    }
  }
}
