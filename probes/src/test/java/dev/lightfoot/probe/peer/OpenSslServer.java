package dev.lightfoot.probe.peer;

import dev.lightfoot.model.connection.Der;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// OpenSSL as the server: for what the JDK's own TLS does not do.
public final class OpenSslServer implements AutoCloseable {
  private final Process process;
  private final int port;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private OpenSslServer(Process process, int port, BufferedReader output) {
    this.process = process;
    this.port = port;
    Thread.ofPlatform().daemon().start(() -> collect(output));
  }

  /// Whether this computer has it.
  public static boolean present() {
    try {
      Process version =
          new ProcessBuilder("openssl", "version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return version.waitFor(10, TimeUnit.SECONDS) && version.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Serves these certificates, the first with its key. Without `-www` among the options it answers
  /// nothing and prints what reaches it.
  ///
  /// @param folder where their files are put
  /// @param options of `openssl s_server`
  public static OpenSslServer start(Path folder, List<String> options, Forgery.Forged... sent)
      throws IOException {
    Path leaf = Files.writeString(folder.resolve("leaf.pem"), pem(sent[0]));
    Path key = Files.writeString(folder.resolve("key.pem"), key(sent[0]));
    List<String> command =
        new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0"));
    command.addAll(List.of("-cert", leaf.toString(), "-key", key.toString()));
    if (sent.length > 1) {
      StringBuilder rest = new StringBuilder();
      Arrays.stream(sent).skip(1).forEach(each -> rest.append(pem(each)));
      Path chain = Files.writeString(folder.resolve("chain.pem"), rest);
      command.addAll(List.of("-cert_chain", chain.toString()));
    }
    command.addAll(options);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = output.readLine()) != null) {
      said.append(line).append('\n');
      if (line.startsWith("ACCEPT ")) {
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
        return new OpenSslServer(process, port, output);
      }
    }
    throw new IOException("openssl did not start: " + said);
  }

  private static String pem(Forgery.Forged forged) {
    try {
      return Der.of(forged.certificate().getEncoded()).pem();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("no encoding", e);
    }
  }

  private static String key(Forgery.Forged forged) {
    String body = Der.of(forged.keys().getPrivate().getEncoded()).base64();
    return "-----BEGIN PRIVATE KEY-----\n"
        + body.replaceAll("(.{64})", "$1\n")
        + "\n-----END PRIVATE KEY-----\n";
  }

  private void collect(BufferedReader output) {
    try {
      String line;
      while ((line = output.readLine()) != null) {
        lines.add(line);
      }
    } catch (IOException e) {
      // it has ended
    }
  }

  /// What it has printed since it began to listen.
  public List<String> lines() {
    return lines;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
