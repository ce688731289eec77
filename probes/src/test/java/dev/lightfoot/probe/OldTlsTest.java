package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.peer.ServerHello;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers that speak another TLS than this client, or break it off: what they offered is named
/// where it can be seen, and nothing of the request is sent.
class OldTlsTest {
  private static final int USER_CANCELED = 90;

  private static ScriptedDns dns;

  @BeforeAll
  static void startDns() throws Exception {
    dns = ProbeBench.everyNameIsHere();
  }

  @AfterAll
  static void stopDns() throws Exception {
    dns.close();
  }

  /// Says that to a ClientHello, waits for the client to go, and keeps what else it sent.
  private static Run answered(byte[] words, boolean closes) throws Exception {
    List<byte[]> rest = new ArrayList<>();
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ServerHello.readClientHello(connection);
              connection.getOutputStream().write(words);
              if (closes) {
                connection.shutdownOutput();
              }
              synchronized (rest) {
                rest.add(drain(connection));
              }
            })) {
      Run run =
          new ProbeBench(BadCertificates.ANCHORS)
              .resolver(dns)
              .timeout(Duration.ofSeconds(4))
              .run("https://" + BadCase.HOST + ":" + server.port() + "/");
      synchronized (rest) {
        rest.forEach(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("GET "));
      }
      assertThat(state(only(run), Phase.TLS)).startsWith("failed: ");
      assertThat(only(run).phases().durationNanos(Phase.TLS)).isPositive();
      assertThat(only(run).request().headerBytes()).isZero();
      return run;
    }
  }

  private static byte[] drain(Socket connection) throws Exception {
    return connection.getInputStream().readNBytes(64);
  }

  @ParameterizedTest
  @CsvSource({"0x0302, TLSv1.1", "0x0301, TLSv1", "0x0300, SSLv3"})
  void theOldVersionThatAServerChoseIsNamed(String version, String name) throws Exception {
    Run run = answered(ServerHello.choosing(Integer.decode(version), 0x002f), false);
    assertThat(error(run)).as(run.error().orElseThrow().message()).isEqualTo("tls tls-version");
    assertThat(run.error().orElseThrow().message())
        .contains("the server chose " + name + ",", "this client speaks TLS 1.3 and 1.2");
    assertThat(only(run).tls().orElseThrow().version()).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"0x0302, TLSv1.1", "0x0301, TLSv1"})
  void anAlertAboutTheVersionSaysHowItIsMarked(String version, String name) throws Exception {
    Run run = answered(ServerHello.alert(Integer.decode(version), 70), false);
    assertThat(error(run)).isEqualTo("tls tls-version");
    assertThat(run.error().orElseThrow().message())
        .contains("protocol_version", "neither TLS 1.3 nor 1.2", "marked " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "0x0004, TLS_RSA_WITH_RC4_128_MD5",
    "0x0005, TLS_RSA_WITH_RC4_128_SHA",
    "0x000a, TLS_RSA_WITH_3DES_EDE_CBC_SHA",
    "0x0002, TLS_RSA_WITH_NULL_SHA",
    "0x0003, TLS_RSA_EXPORT_WITH_RC4_40_MD5",
    "0x0034, TLS_DH_anon_WITH_AES_128_CBC_SHA",
    "0x002f, TLS_RSA_WITH_AES_128_CBC_SHA",
    "0xc09c, TLS_RSA_WITH_AES_128_CCM",
    "0x1234, 0x1234"
  })
  void theCipherSuiteThatAServerChoseIsNamed(String suite, String name) throws Exception {
    Run run = answered(ServerHello.choosing(0x0303, Integer.decode(suite)), false);
    assertThat(error(run)).isEqualTo("tls tls-failed");
    assertThat(run.error().orElseThrow().message())
        .contains("chose the cipher suite " + name, "none in common");
  }

  @Test
  void aWarningAboutTheNameIsRefusedWithItsReason() throws Exception {
    Run run = answered(ServerHello.warning(0x0303, 112), false);
    assertThat(error(run)).isEqualTo("tls tls-alert");
    assertThat(run.error().orElseThrow().message())
        .contains("warned during the handshake", "unrecognized_name", "no host of this name")
        .contains("Browsers and curl go on", "the server's configuration")
        .doesNotContain("received handshake warning");
  }

  @Test
  void aServerOfSslVersion2DoesNotSpeakTls() throws Exception {
    byte[] error = {(byte) 0x80, 3, 0, 0, 1};
    assertThat(error(answered(error, true))).isEqualTo("tls not-tls");
  }

  @Test
  void aServerThatClosesAfterItsHelloIsNamed() throws Exception {
    assertThat(error(answered(ServerHello.choosing(0x0303, 0xc02f), true)))
        .isEqualTo("tls tls-closed");
  }

  @Test
  void aHandshakeMessageOfSixteenMegabytesIsRefusedAtItsHeader() throws Exception {
    Run run = answered(ServerHello.endless(), false);
    assertThat(error(run)).isEqualTo("tls tls-failed");
    assertThat(run.error().orElseThrow().message())
        .contains("larger than this client takes (32 KiB)", "16777215");
  }

  @Test
  void everyAlertEndsTheHandshakeAndHasAName() throws Exception {
    List<String> unnamed = new ArrayList<>();
    for (int code = 1; code < 256; code++) {
      Run run = answered(ServerHello.alert(0x0303, code), false);
      String message = run.error().orElseThrow().message();
      if (code == USER_CANCELED) {
        assertThat(error(run)).isEqualTo("tls tls-closed"); // a close must follow it, and does
        continue;
      }
      assertThat(error(run)).as(code + ": " + message).isIn("tls tls-alert", "tls tls-version");
      assertThat(message).contains("the TLS alert ");
      if (!message.contains(": ")) {
        unnamed.add(code + "");
      }
    }
    assertThat(unnamed).as("alerts without a meaning are those nobody has registered").hasSize(222);
  }

  @Test
  void aCloseNotifyDuringTheHandshakeIsAClose() throws Exception {
    assertThat(error(answered(ServerHello.alert(0x0303, 0), false))).isEqualTo("tls tls-closed");
  }
}
