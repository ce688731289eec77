package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.model.connection.Der;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What this computer itself can do to a measurement: stop, have its clock set, lose its network.
/// Each on a probe in a process of its own.
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals, libfaketime and namespaces as on Linux")
class FaultComputerTest {
  private static final byte[] OK =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  private static List<String> java(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ProbeChild.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Starts a child, lets it begin once it is ready, and gives back what it printed.
  private static List<String> run(ProcessBuilder builder, Process[] holder) throws Exception {
    Process child = builder.redirectErrorStream(true).start();
    holder[0] = child;
    try (BufferedReader out = child.inputReader()) {
      List<String> lines = new ArrayList<>();
      String line;
      while ((line = out.readLine()) != null) {
        lines.add(line);
        if (line.equals("ready")) {
          child.getOutputStream().write('\n');
          child.getOutputStream().flush();
        }
      }
      return lines;
    } finally {
      child.destroyForcibly();
    }
  }

  private static void signal(Process child, String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, "" + child.pid()).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  /// Time in which nothing is done.
  private static void idle(int millis) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void aRunDuringWhichTheProcessStoodStillIsMarked() throws Exception {
    Process[] child = new Process[1];
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              signal(child[0], "STOP");
              idle(600);
              signal(child[0], "CONT");
              connection.getOutputStream().write(OK);
            })) {
      String url = "http://127.0.0.1:" + server.port() + "/";
      assertThat(run(new ProcessBuilder(java("probe", url)), child))
          .contains("error none", "interrupted true", "bytes 2");
    }
  }

  private static Path faketime() {
    List<Path> places =
        List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));
    Path found = places.stream().filter(Files::exists).findFirst().orElse(Path.of(""));
    assumeTrue(Files.exists(found) && !found.toString().isEmpty(), "libfaketime is not installed");
    return found;
  }

  private ProcessBuilder withClock(List<String> command, String start) throws Exception {
    Path file = Files.writeString(folder.resolve("clock"), start);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LD_PRELOAD", faketime().toString());
    builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    builder.environment().put("FAKETIME_NO_CACHE", "1");
    builder.environment().put("FAKETIME_TIMESTAMP_FILE", file.toString());
    return builder;
  }

  @Test
  void aClockThatJumpsAnHourMarksTheRunAndChangesNoDuration() throws Exception {
    Process[] child = new Process[1];
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              Files.writeString(folder.resolve("clock"), "-1h");
              connection.getOutputStream().write(OK);
            })) {
      String url = "http://127.0.0.1:" + server.port() + "/";
      assertThat(run(withClock(java("probe", url), "+0"), child))
          .contains("error none", "interrupted true", "phases below a minute", "bytes 2");
    }
  }

  @Test
  void aClientWhoseClockIsWrongIsToldTheCertificatesDates() throws Exception {
    Path root =
        Files.writeString(
            folder.resolve("root.pem"),
            Der.of(BadCertificates.ROOT.certificate().getEncoded()).pem());
    try (ScriptedServer server =
        ScriptedServer.tls(
            ChainContext.of(
                dev.lightfoot.probe.peer.Forgery.leaf("127.0.0.1").signedBy(BadCertificates.ISSUER),
                BadCertificates.ISSUER),
            ScriptedServer.answer("never"))) {
      String url = "https://127.0.0.1:" + server.port() + "/";
      List<String> late =
          run(withClock(java("probe", url, root.toString()), "+1y"), new Process[1]);
      assertThat(late).contains("error tls certificate-expired");
      assertThat(late).anyMatch(line -> line.contains("ran out 27") && line.contains("days ago"));
      assertThat(run(withClock(java("probe", url, root.toString()), "-1y"), new Process[1]))
          .contains("error tls certificate-not-yet-valid");
    }
  }

  @Test
  void aNetworkLostInTheMiddleKeepsWhatCameAndNamesThePhase() throws Exception {
    Process probe = new ProcessBuilder("unshare", "-n", "ip", "link", "set", "lo", "up").start();
    assumeTrue(
        probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0,
        "making a network namespace needs root, unshare (util-linux) and ip (iproute2)");
    List<String> command = new ArrayList<>(List.of("unshare", "-n"));
    command.addAll(java("lose-network"));
    assertThat(run(new ProcessBuilder(command), new Process[1]))
        .contains("error receive timeout", "bytes 5", "overshoot within 500 ms");
  }
}
