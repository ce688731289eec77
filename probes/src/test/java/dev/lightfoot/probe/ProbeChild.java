package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A probe in a process of its own, so that a test can stop that process, change its clock or take
/// its network away. Prints what came of the run, one fact a line.
final class ProbeChild {
  private static final int LIMIT_MILLIS = 2_000;

  /// With each look at the clock reading a file, a busy machine takes its time.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private ProbeChild() {}

  /// `probe URL [ROOT.pem]`, or `lose-network` to serve itself and cut the loopback in the middle.
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("lose-network")) {
      loseNetwork();
      return;
    }
    Path pem = arguments.length > 2 ? Path.of(arguments[2]) : Path.of("");
    X509Certificate root = arguments.length > 2 ? read(pem) : Certificates.ROOT.certificate();
    System.out.println("ready");
    if (System.in.read() < 0) {
      return; // nobody wants it any more
    }
    ProbeBench bench = new ProbeBench(TrustAnchors.only(root)).timeout(PATIENCE);
    print(bench.run(arguments[1]));
  }

  private static X509Certificate read(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static void loseNetwork() throws Exception {
    ip("up");
    try (ScriptedServer server =
        ScriptedServer.plain(
            connection -> {
              ScriptedServer.readHead(connection);
              connection
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegun"
                          .getBytes(StandardCharsets.US_ASCII));
              connection.setSoTimeout(200);
              try {
                connection.getInputStream().read(); // the first bytes are on their way meanwhile
              } catch (java.net.SocketTimeoutException e) {
                ip("down");
                connection.getOutputStream().write(new byte[100]);
                connection.setSoTimeout(0);
                connection.getInputStream().read();
              }
            })) {
      Run run =
          new ProbeBench()
              .timeout(Duration.ofMillis(LIMIT_MILLIS))
              .run("http://127.0.0.1:" + server.port() + "/");
      print(run);
      Exchange exchange = run.exchanges().getFirst();
      long over = (exchange.phases().totalNanos() + exchange.gapNanos()) / 1_000_000 - LIMIT_MILLIS;
      System.out.println("overshoot " + (over < 500 ? "within" : over + " ms beyond") + " 500 ms");
    }
  }

  private static void ip(String state) throws Exception {
    Process process = new ProcessBuilder("ip", "link", "set", "lo", state).inheritIO().start();
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("ip link set lo " + state);
    }
  }

  private static void print(Run run) {
    Exchange exchange = run.exchanges().getFirst();
    System.out.println("error " + error(run));
    System.out.println("interrupted " + run.interrupted());
    System.out.println("message " + run.error().map(why -> why.message()).orElse("none"));
    long longest = exchange.phases().totalNanos() / 1_000_000;
    System.out.println("phases " + (longest < 60_000 ? "below" : "above") + " a minute");
    System.out.println(
        "bytes " + exchange.response().map(response -> response.bodyBytes()).orElse(0L));
    System.out.flush();
  }
}
