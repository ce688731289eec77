package dev.lightfoot.probe.peer;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// Knot as the authority of a signed root and three zones (`secure.`, `plain.` without signatures,
/// `broken.` with a DS record that does not fit), and Unbound as the validating resolver before it,
/// on loopback with keys of its own. Every zone has the same names.
public final class RealDns implements AutoCloseable {
  private static final List<String> ZONES = List.of("secure", "plain", "broken");
  private static final String ZONE =
      """
      @ 60 SOA ns admin 1 600 600 6000 60
      @ 60 NS ns
      ns 60 A 127.0.0.1
      @ 60 CAA 0 issue "ca.example"
      @ 60 CAA 128 iodef "mailto:sec@example"
      shop 60 A 127.0.0.1
      shop 60 HTTPS 1 . alpn="h3,h2" port=8443 ipv4hint=127.0.0.1 ipv6hint=::1 ech="AEX+DQBB"
      svc 60 A 127.0.0.1
      svc 60 HTTPS 0 shop
      svc 60 CAA 0 issue ";"
      www 60 CNAME edge
      edge 60 CNAME shop4
      shop4 60 A 127.0.0.1
      """;

  private final Path folder;
  private final int authorityPort = freePort();
  private final int resolverPort = freePort();
  private final List<Process> processes = new ArrayList<>();

  private RealDns(Path folder) throws IOException {
    this.folder = folder;
  }

  /// Starts both; skips the test where they are not installed.
  public static RealDns start(Path folder) throws Exception {
    Assumptions.assumeTrue(
        installed("knotd") && installed("keymgr") && installed("unbound"),
        "skipped: knot and unbound are not installed (apt-get install knot unbound)");
    RealDns dns = new RealDns(folder);
    try {
      dns.start();
    } catch (Exception | Error e) {
      dns.close();
      throw e;
    }
    return dns;
  }

  /// The validating resolver.
  public InetSocketAddress resolver() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), resolverPort);
  }

  /// The authority itself, which validates nothing.
  public InetSocketAddress authority() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), authorityPort);
  }

  private void start() throws Exception {
    for (String name : List.of("keys", "run", "zones")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(folder.resolve("knot.conf"), knotConfiguration());
    for (String zone : List.of(".", "secure.", "broken.")) {
      run("keymgr", "-c", "knot.conf", zone, "generate", "algorithm=13", "ksk=yes", "zsk=yes");
    }
    String secure = delegation("secure.");
    String broken =
        secure.replaceFirst("^secure\\.", "broken."); // the digest of another zone's key
    Files.writeString(folder.resolve("zones/root.zone"), rootZone(secure + broken));
    StringBuilder big = new StringBuilder(ZONE);
    for (int i = 1; i <= 120; i++) {
      big.append("big 60 A 127.0.0.").append(i).append('\n'); // does not fit a UDP answer
    }
    for (String zone : ZONES) {
      Files.writeString(folder.resolve("zones/" + zone + ".zone"), "$ORIGIN " + zone + ".\n" + big);
    }
    background("knotd", "-c", "knot.conf");
    await(authority(), "secure.");
    Files.writeString(folder.resolve("unbound.conf"), unboundConfiguration(delegation(".")));
    background("unbound", "-d", "-c", "unbound.conf");
    await(resolver(), "plain.");
  }

  private String delegation(String zone) throws Exception {
    return run("keymgr", "-c", "knot.conf", zone, "ds")
        .lines()
        .filter(line -> line.split(" ", -1)[4].equals("2"))
        .map(line -> line + "\n")
        .findFirst()
        .orElseThrow();
  }

  private static String rootZone(String delegations) {
    StringBuilder zone = new StringBuilder(". 60 SOA ns.secure. admin.secure. 1 600 600 6000 60\n");
    zone.append(". 60 NS ns.secure.\n").append(delegations);
    for (String name : ZONES) {
      zone.append("%1$s. 60 NS ns.%1$s.%nns.%1$s. 60 A 127.0.0.1%n".formatted(name));
    }
    return zone.toString();
  }

  private String knotConfiguration() {
    StringBuilder text =
        new StringBuilder(
            """
            server:
                rundir: "%1$s/run"
                listen: 127.0.0.1@%2$d
            database:
                storage: "%1$s/keys"
            policy:
              - id: here
                manual: on
            template:
              - id: default
                storage: "%1$s/zones"
                zonefile-sync: -1
                zonefile-load: difference-no-serial
                journal-content: all
            zone:
            """
                .formatted(folder, authorityPort));
    for (String zone : List.of("root", "secure", "plain", "broken")) {
      String domain = zone.equals("root") ? "." : zone + ".";
      text.append("  - domain: ").append(domain).append('\n');
      text.append("    file: ").append(zone).append(".zone\n");
      if (!zone.equals("plain")) {
        text.append("    dnssec-signing: on\n    dnssec-policy: here\n");
      }
    }
    return text.toString();
  }

  private String unboundConfiguration(String anchor) {
    StringBuilder text =
        new StringBuilder(
            """
            server:
              interface: 127.0.0.1@%d
              do-daemonize: no
              use-syslog: no
              username: ""
              chroot: ""
              pidfile: ""
              directory: "%s"
              module-config: "validator iterator"
              trust-anchor: "%s"
              do-not-query-localhost: no
              do-ip6: no
            remote-control:
              control-enable: no
            """
                .formatted(resolverPort, folder, anchor.strip()));
    for (String zone : List.of(".", "secure.", "plain.", "broken.")) {
      text.append("stub-zone:\n  name: \"%s\"\n".formatted(zone));
      text.append("  stub-addr: 127.0.0.1@%d\n".formatted(authorityPort));
    }
    return text.toString();
  }

  private void background(String... command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(command[0] + ".log").toFile())
            .start());
  }

  private String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(
          String.join(" ", command)
              + ": "
              + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return output;
  }

  /// Asks until there is an answer: each question waits for itself.
  private void await(InetSocketAddress server, String name) throws Exception {
    SimpleResolver resolver = new SimpleResolver(server);
    resolver.setTimeout(java.time.Duration.ofMillis(200));
    Message query = Message.newQuery(Record.newRecord(Name.fromString(name), Type.SOA, DClass.IN));
    for (int tries = 0; tries < 50; tries++) {
      for (Process process : processes) {
        if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
          throw new IOException("a name server ended at once; its log is in " + folder);
        }
      }
      try {
        if (resolver.send(query).getRcode() == 0) {
          return;
        }
      } catch (IOException e) {
        // not there yet
      }
    }
    throw new IOException("no answer from " + server);
  }

  private static boolean installed(String program) {
    return List.of("/usr/sbin", "/usr/bin").stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes.reversed()) {
      process.destroy();
      try {
        process.onExit().get(3, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      } catch (ExecutionException | TimeoutException e) {
        process.destroyForcibly().onExit().join();
      }
    }
  }
}
