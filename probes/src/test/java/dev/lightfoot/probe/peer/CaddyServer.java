package dev.lightfoot.probe.peer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/// A real Caddy on loopback that speaks HTTP/1.1, h2 and h3 on one port, with a certificate made
/// for the test.
public final class CaddyServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/caddy");

  private final Process process;
  private final int port;

  private CaddyServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts one that shows that leaf; skips the test, saying so, where Caddy is not installed.
  ///
  /// @param site lines of the site in Caddy's own language
  /// @param protocols such as `h1 h2 h3`
  public static CaddyServer start(
      Path folder, HeldCertificate leaf, String host, String protocols, String site)
      throws IOException {
    assumeTrue(Files.isExecutable(PROGRAM), "needs Caddy: apt-get install caddy");
    int port = freePort();
    Files.createDirectories(folder);
    Path chain = folder.resolve("chain.pem");
    Files.writeString(chain, leaf.certificatePem() + Certificates.ISSUER.certificatePem() + "\n");
    Path key = folder.resolve("key.pem");
    Files.writeString(key, leaf.privateKeyPkcs8Pem());
    Path config = folder.resolve("Caddyfile");
    Files.writeString(
        config,
        """
        {
          admin off
          auto_https off
          servers {
            protocols %s
          }
        }
        https://%s:%d {
          bind 127.0.0.1
          tls %s %s
          %s
        }
        """
            .formatted(protocols, host, port, chain, key, site));
    ProcessBuilder builder =
        new ProcessBuilder(
            PROGRAM.toString(), "run", "--adapter", "caddyfile", "--config", config.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    CaddyServer server = new CaddyServer(process, port);
    server.awaitStart();
    return server;
  }

  private void awaitStart() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder seen = new StringBuilder();
    String line;
    while ((line = lines.readLine()) != null) {
      seen.append(line).append('\n');
      if (line.contains("serving initial configuration")) {
        Thread.ofPlatform().daemon().start(() -> drain(lines));
        return;
      }
    }
    throw new IOException("Caddy did not start: " + seen);
  }

  private static void drain(BufferedReader lines) {
    try (lines) {
      while (lines.readLine() != null) {
        // a full pipe would stop the server
      }
    } catch (IOException e) {
      return; // the server has ended
    }
  }

  /// A port that is free for TCP and UDP.
  private static int freePort() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    IOException last = new IOException("no port is free");
    for (int i = 0; i < 20; i++) {
      try (ServerSocket tcp = new ServerSocket(0, 1, loopback);
          DatagramSocket _ =
              new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()))) {
        return tcp.getLocalPort();
      } catch (BindException e) {
        last = e; // taken for UDP: try another
      }
    }
    throw last;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
