package dev.lightfoot.app.ui.probe.request;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The files of a request: which of them is meant, and what is in them.
public interface RequestFiles {

  /// Asks for a file whose content is to be sent, and hands over what was read, or a sentence that
  /// says why it could not be; neither where the person changed their mind.
  void pickBody(Consumer<BodyFile> read, Consumer<String> refused);

  /// Asks for a file with a client certificate; empty where the person changed their mind.
  Optional<Path> pickCertificate();

  /// Asks for a file with the key of a client certificate; empty where the person changed their
  /// mind.
  Optional<Path> pickKey();

  /// Hands over the certificate with what its files hold, or a sentence that says why it cannot be
  /// used.
  void read(NamedCertificate named, Consumer<NamedCertificate> read, Consumer<String> refused);
}
