package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.probe.tls.ClientCertificate;
import dev.lightfoot.probe.tls.ClientCertificateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a client certificate. Its password never stands on the command line, where every
/// user of the computer can read it.
public final class CertificateOptions {
  /// The environment variable that may hold the password.
  static final String PASSWORD_VARIABLE = "LIGHTFOOT_CERT_PASSWORD";

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description =
          "Show this certificate to the URL's own server if it asks for one: PEM, with the key in"
              + " it or in --key, or PKCS #12.")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The PEM file with the key of --cert.")
  private @Nullable Path key;

  @Option(
      names = "--cert-password-file",
      paramLabel = "FILE",
      description =
          "The first line of this file opens the key; else "
              + PASSWORD_VARIABLE
              + " does, or you are asked.")
  private @Nullable Path passwordFile;

  private Optional<ClientCertificate> read = Optional.empty();

  /// The certificate to show; read once.
  Optional<ClientCertificate> read(Console console) throws Refusal {
    if (certificate == null) {
      if (key != null || passwordFile != null) {
        throw new Refusal("--key and --cert-password-file go with --cert.");
      }
      return Optional.empty();
    }
    if (read.isEmpty()) {
      Optional<char[]> given = givenPassword();
      read =
          Optional.of(
              ClientCertificateFile.read(
                  certificate,
                  Optional.ofNullable(key),
                  () -> given.isPresent() ? given : asked(console)));
    }
    return read;
  }

  private Optional<char[]> givenPassword() throws Refusal {
    if (passwordFile == null) {
      return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).map(String::toCharArray);
    }
    try (var lines = Files.lines(passwordFile, StandardCharsets.UTF_8)) {
      return Optional.of(lines.findFirst().orElse("").toCharArray());
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Refusal("--cert-password-file: " + passwordFile + " cannot be read.", e);
    }
  }

  @SuppressWarnings("SystemConsoleNull") // a JVM without jdk.internal.le may still give null
  private Optional<char[]> asked(Console console) {
    java.io.Console terminal = System.console();
    if (terminal == null || !console.interactive()) {
      throw new IllegalArgumentException(
          "The key of "
              + certificate
              + " needs a password: --cert-password-file or "
              + PASSWORD_VARIABLE
              + ".");
    }
    return Optional.ofNullable(terminal.readPassword("Password of %s: ", certificate));
  }
}
