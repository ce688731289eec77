package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.connection.Der;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Lets a browser trust certificate authorities of the person's, for its one profile. On Linux it
/// reads them from a database of NSS below its home folder, which is therefore moved into the
/// throw-away folder. Nothing is ever excused that these authorities do not vouch for.
///
/// @param authorities certificates in a PEM file
record OwnAuthorities(Path authorities) implements RunningBrowser.Preparation {
  private static final long PATIENCE_SECONDS = 10;

  @Override
  public Map<String, String> in(Path folder) throws BrowserFailure {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          "A browser on this system trusts what the system trusts: add the authority there, or use"
              + " --engine builtin.");
    }
    Path home = folder.resolve("home");
    Path database = home.resolve(".pki/nssdb");
    try {
      Files.createDirectories(database);
      certutil("-d", "sql:" + database, "-N", "--empty-password");
      int number = 0;
      for (Certificate certificate : read()) {
        Path file = Files.createTempFile(folder, "authority", ".pem");
        Files.writeString(file, Der.of(certificate.getEncoded()).pem());
        certutil(
            "-d",
            "sql:" + database,
            "-A",
            "-t",
            "C,,",
            "-n",
            "own-" + number++,
            "-i",
            file.toString());
      }
    } catch (IOException | CertificateException e) {
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          "\"" + authorities + "\" could not be given to the browser: " + e.getMessage() + ".");
    }
    return Map.of("HOME", home.toString());
  }

  private Collection<? extends Certificate> read() throws IOException, CertificateException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(authorities))) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw new CertificateException("it holds no certificate");
      }
      return all;
    }
  }

  private static void certutil(String... arguments) throws IOException, BrowserFailure {
    List<String> command = new ArrayList<>(List.of("certutil"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          "The browser can only be given an authority of yours with certutil, which is not"
              + " installed (package libnss3-tools or nss-tools).");
    }
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("certutil refuses it");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw BrowserFailure.cancelled();
    }
  }
}
