package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.report.headline.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case names the failing check in words, still shows the chain and the handshake's timing,
/// and lets no byte of the request reach a server that is not trusted.
class BadSslTest {
  private static final byte[] OK =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

  private static ScriptedDns dns;

  @BeforeAll
  static void startDns() throws Exception {
    dns = ProbeBench.everyNameIsHere();
  }

  @AfterAll
  static void stopDns() throws Exception {
    dns.close();
  }

  static Stream<BadCase> cases() {
    return BadCertificates.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFailingCheckIsNamed(BadCase bad) throws Exception {
    ScriptedServer[] holder = new ScriptedServer[1];
    ScriptedServer.Script script =
        connection -> {
          bad.set().play(connection);
          String head = ScriptedServer.readHead(connection);
          if (!head.isEmpty()) {
            holder[0].note(head);
            connection.getOutputStream().write(OK);
          }
        };
    try (ScriptedServer server = ScriptedServer.tls(bad.context(), script)) {
      holder[0] = server;
      Run run =
          new ProbeBench(BadCertificates.ANCHORS)
              .resolver(dns)
              .run("https://" + bad.host() + ":" + server.port() + "/");
      assertThat(error(run)).as(() -> text(run)).matches(bad.error());
      if (!bad.error().equals("none")) {
        assertThat(server.notes()).as("what reached the server").isEmpty();
        assertThat(run.error().orElseThrow().message()).doesNotContain("onnection failed");
        assertThat(Remedy.of(run.error().get().errorType())).isNotEmpty();
      }
      assertShown(run, bad);
    }
  }

  private static void assertShown(Run run, BadCase bad) {
    Exchange exchange = only(run);
    TlsFacts facts = exchange.tls().orElseThrow();
    assertThat(facts.chain()).hasSize(bad.chain());
    assertThat(exchange.phases().durationNanos(Phase.TLS)).isPositive();
    if (bad.chain() > 0) {
      assertThat(exchange.phases().trips(Phase.TLS).orElse(0)).isPositive();
    }
    assertThat(facts.handshakeBytesOut()).isPositive();
    bad.says().forEach(words -> assertThat(text(run)).contains(words));
  }

  /// The message and every check, as a person can read them.
  static String text(Run run) {
    String checks =
        only(run).tls().map(TlsFacts::checks).orElse(List.of()).stream()
            .map(check -> check.name() + " " + check.state() + ": " + check.detail())
            .collect(Collectors.joining("\n"));
    return run.error().map(each -> each.message()).orElse("") + "\n" + checks;
  }
}
