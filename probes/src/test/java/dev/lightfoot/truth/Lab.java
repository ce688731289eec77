package dev.lightfoot.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lab in `probes/lab`: real servers in network namespaces behind links with a round-trip time.
final class Lab {
  private static final List<String> TOOLS =
      List.of(
          "ip",
          "gcc",
          "nginx",
          "caddy",
          "unbound",
          "knotd",
          "redis-server",
          "memcached",
          "gunicorn",
          "tcpdump",
          "tshark",
          "curl",
          "openssl",
          "ss");

  private final Path root;
  private final Path scripts;
  private final Path run;

  Lab(Path root) {
    this.root = root;
    scripts = root.resolve("probes/lab");
    run = Path.of(Optional.ofNullable(System.getenv("LAB_RUN")).orElse("/tmp/lightfoot-lab"));
  }

  /// Why it cannot be brought up here; empty where it can.
  static Optional<String> missing() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("network namespaces need root");
    }
    if (!Files.exists(Path.of("/dev/net/tun"))) {
      return Optional.of("there is no /dev/net/tun");
    }
    return TOOLS.stream()
        .filter(
            tool ->
                List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").stream()
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, tool))))
        .findFirst()
        .map(tool -> tool + " is not installed (see the top of probes/lab/up.sh)");
  }

  /// The virtual machine's options with which a probe is started.
  List<String> launcherOptions() throws IOException {
    return LauncherOptions.ofProbe(root);
  }

  /// Whether somebody has brought it up already.
  boolean isUp() {
    return Files.exists(Path.of("/run/netns/lab-client"));
  }

  void up() throws IOException, InterruptedException {
    call("up.sh");
  }

  void down() throws IOException, InterruptedException {
    call("down.sh");
  }

  private void call(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(scripts.resolve(script).toString())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile("lab", ".txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("the lab's " + script + " failed");
    }
  }

  Path authority() {
    return run.resolve("ca/ca.pem");
  }

  Path keys() {
    return run.resolve("log/tls-keys.txt");
  }

  /// What its servers log.
  Path logs() {
    return run.resolve("log");
  }

  /// What its database logs.
  Path databaseLogs() {
    return run.resolve("pg/log");
  }

  /// A command that runs in the client's network, with the lab's resolver.
  List<String> inClient(List<String> command) {
    List<String> whole = new ArrayList<>(List.of(scripts.resolve("in.sh").toString(), "client"));
    whole.addAll(command);
    return whole;
  }
}
