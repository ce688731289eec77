package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.tls.ClientCertificate;
import dev.lightfoot.probe.tls.ClientCertificateFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A client certificate by its files, and what was read from them. Its text holds none of it.
///
/// @param file with the certificate, as it was written
/// @param keyFile with its key; empty where that is in the same file
/// @param password that opens the key; empty for none
/// @param read what the files hold; empty before they were read
public record NamedCertificate(
    String file, String keyFile, String password, Optional<ClientCertificate> read) {
  /// Of these files, which are not read yet.
  static NamedCertificate of(String file, String keyFile, String password) {
    return new NamedCertificate(file, keyFile, password, Optional.empty());
  }

  /// The same with what the files hold now.
  ///
  /// @throws IllegalArgumentException where it cannot be used; the message is a sentence for people
  public NamedCertificate opened() {
    ClientCertificate certificate =
        ClientCertificateFile.read(
            path(file),
            Optional.of(keyFile).filter(name -> !name.isEmpty()).map(NamedCertificate::path),
            () -> Optional.of(password).filter(word -> !word.isEmpty()).map(String::toCharArray));
    return new NamedCertificate(file, keyFile, password, Optional.of(certificate));
  }

  /// Whole, so that a sentence about it says where it was looked for; `~/` is what a shell makes of
  /// it.
  private static Path path(String written) {
    String place =
        written.startsWith("~/") ? System.getProperty("user.home") + written.substring(1) : written;
    try {
      return Path.of(place).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(Words.text("request.certificate.path", written), e);
    }
  }

  @Override
  public String toString() {
    return Words.text("request.certificate.sent");
  }
}
