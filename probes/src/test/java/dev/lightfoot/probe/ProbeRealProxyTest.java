package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Through Tinyproxy.
class ProbeRealProxyTest {
  private static final Path PROGRAM = Path.of("/usr/bin/tinyproxy");
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir private Path folder;
  private Optional<Process> proxy = Optional.empty();

  @AfterEach
  void stop() {
    proxy.ifPresent(
        process -> {
          process.destroy();
          process.onExit().join();
        });
  }

  private int start(String... lines) throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM),
        "skipped: tinyproxy is not installed (apt-get install tinyproxy)");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path configuration = folder.resolve("tinyproxy.conf");
    Files.writeString(
        configuration,
        "Port %d%nListen 127.0.0.1%nTimeout 20%nLogFile \"%s/log\"%nMaxClients 20%n%s%n"
            .formatted(port, folder, String.join("\n", lines)));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-d", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    proxy = Optional.of(process);
    await(process, port);
    return port;
  }

  private static void await(Process process, int port) throws Exception {
    for (int tries = 0; tries < 100; tries++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        if (process.waitFor(30, TimeUnit.MILLISECONDS)) {
          throw new IOException("tinyproxy ended with " + process.exitValue(), e);
        }
      }
    }
    throw new IOException("tinyproxy does not listen");
  }

  private static ScriptedServer server() throws IOException {
    return ScriptedServer.tls(Certificates.valid("127.0.0.1"), ScriptedServer.answer(OK));
  }

  private static Run through(String proxy, ScriptedServer server) {
    return new ProbeBench().proxy(proxy).run("https://127.0.0.1:" + server.port() + "/");
  }

  @Test
  void aTunnelIsOpenedAndMeasured() throws Exception {
    int port = start();
    try (ScriptedServer server = server()) {
      Run run = through("http://127.0.0.1:" + port, server);
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).proxy().orElseThrow().status()).hasValue(200);
      assertThat(only(run).phases().durationNanos(Phase.PROXY)).isPositive();
      assertThat(only(run).phases().trips(Phase.TLS)).hasValue(1);
    }
  }

  @Test
  void aPlainRequestIsForwarded() throws Exception {
    int port = start();
    try (ScriptedServer plain = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      Run run =
          new ProbeBench()
              .proxy("http://127.0.0.1:" + port)
              .run("http://127.0.0.1:" + plain.port() + "/");
      assertThat(error(run)).isEqualTo("none");
      assertThat(only(run).response().orElseThrow().header("via").orElse("")).contains("tinyproxy");
    }
  }

  @Test
  void userAndPasswordAreAskedForAndAccepted() throws Exception {
    int port = start("BasicAuth me s3cr3t");
    try (ScriptedServer server = server()) {
      assertThat(error(through("http://127.0.0.1:" + port, server)))
          .isEqualTo("proxy proxy-authentication");
      assertThat(error(through("http://me:wrong@127.0.0.1:" + port, server)))
          .isEqualTo("proxy proxy-authentication");
      assertThat(error(through("http://me:s3cr3t@127.0.0.1:" + port, server))).isEqualTo("none");
    }
  }

  @Test
  void aPortThatTheProxyDoesNotConnectToIsRefusedByIt() throws Exception {
    int port = start("ConnectPort 443");
    try (ScriptedServer server = server()) {
      Run run = through("http://127.0.0.1:" + port, server);
      assertThat(error(run)).isEqualTo("proxy proxy-refused");
      assertThat(run.error().orElseThrow().message()).contains("403");
    }
  }

  @Test
  void aServerThatTheProxyCannotReachIsItsFailure() throws Exception {
    int port = start();
    int nobody;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = taken.getLocalPort();
    }
    Run run =
        new ProbeBench().proxy("http://127.0.0.1:" + port).run("https://127.0.0.1:" + nobody + "/");
    assertThat(error(run)).isEqualTo("proxy proxy-refused");
    assertThat(run.error().orElseThrow().message()).contains("could not reach");
  }
}
