package dev.lightfoot.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The probe as the program has it, but for the secrets of its QUIC handshakes, which it writes
/// down so that a capture can be decrypted.
public final class HeardProbe {
  private HeardProbe() {}

  /// A probe whose QUIC secrets are added to a file.
  ///
  /// @param keys where the secrets are added, in the NSS key log format
  public static ProbeSeries into(Path keys) {
    return new Probe(
        TrustAnchors::system,
        AddressPolicy.STANDARD,
        WarmUp.once(),
        Optional.of(line -> add(keys, line)));
  }

  private static void add(Path keys, String line) {
    try {
      Files.writeString(
          keys, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
