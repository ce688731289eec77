package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Servers that close what was kept for a warm run.
class KeptConnectionTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n";

  private static List<Run> warm(Snapshot snapshot) {
    return snapshot.runs().stream().filter(run -> run.state() == RunState.WARM).toList();
  }

  private static void isLeftOut(Snapshot snapshot) {
    for (Run run : warm(snapshot)) {
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).connection().orElseThrow().reused()).isFalse();
      assertThat(run.leftOut()).contains(LeftOut.NOT_KEPT);
      assertThat(run.counts()).isFalse();
    }
  }

  @Test
  void aWarmRunAfterConnectionCloseIsLeftOut() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              write(connection, OK + "Connection: close\r\n\r\nok");
            })) {
      isLeftOut(measure(server, new ProbeBench()));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatTheKernelKnewOfAClosedConnectionIsKept() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              write(connection, OK + "Connection: close\r\n\r\nok");
            })) {
      for (Run run : measure(server, new ProbeBench()).runs()) {
        assertThat(only(run).connection().orElseThrow().kernel()).isPresent();
      }
    }
  }

  @Test
  void aWarmRunAfterGoAwayIsLeftOut() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> {
            byte[] last = {0, 0, 0, (byte) stream, 0, 0, 0, 0};
            connection.getOutputStream().write(RawHttp2.frame(RawHttp2.GOAWAY, 0, 0, last));
            connection.getOutputStream().write(RawHttp2.ok(stream));
          });
      isLeftOut(
          new ProbeBench(BadCertificates.ANCHORS)
              .resolver(dns)
              .measure("https://" + BadCase.HOST + ":" + server.port() + "/", 2, false, true));
    }
  }

  @Test
  void aWarmRunOnTheKeptConnectionCounts() throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK + "\r\nok"))) {
      for (Run run : warm(measure(server, new ProbeBench()))) {
        assertThat(run.leftOut()).isEqualTo(Optional.empty());
        assertThat(only(run).connection().orElseThrow().reused()).isTrue();
      }
    }
  }

  /// It reads the second request and closes without a word, as a server that had given up waiting.
  private static ScriptedServer forgetful() throws Exception {
    return ScriptedServer.plain(
        connection -> {
          ScriptedServer.readHead(connection);
          write(connection, OK + "\r\nok");
          connection.getInputStream().read();
        });
  }

  @Test
  void aRequestOnADeadConnectionIsMadeOnceMoreAndThatIsSaid() throws Exception {
    try (ScriptedServer server = forgetful()) {
      Snapshot snapshot = measure(server, new ProbeBench());
      isLeftOut(snapshot);
      assertThat(snapshot.environment().warnings())
          .containsExactly(
              "127.0.0.1 had closed the kept connection; the request was made once more, on a new"
                  + " one.");
      assertThat(server.accepted()).isEqualTo(4);
      for (Run run : warm(snapshot)) {
        assertThat(state(only(run), Phase.BLOCKED)).isEqualTo("measured"); // by the dead one
        assertThat(state(only(run), Phase.TCP)).isEqualTo("measured");
      }
    }
  }

  @Test
  void aPostThatTheServerMayHaveSeenIsNotMadeAgain() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection.getInputStream().readNBytes(3);
              write(connection, OK + "\r\nok");
              connection.getInputStream().read();
            })) {
      Run run = warm(measure(server, new ProbeBench().post("abc"))).getFirst();
      assertThat(error(run)).isIn("wait connection-closed", "wait connection-reset");
      assertThat(only(run).connection().orElseThrow().reused()).isTrue();
    }
  }

  private static Snapshot measure(ScriptedServer server, ProbeBench bench) {
    return bench.measure("http://127.0.0.1:" + server.port() + "/", 2, false, true);
  }

  private static void write(java.net.Socket connection, String text) throws java.io.IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
