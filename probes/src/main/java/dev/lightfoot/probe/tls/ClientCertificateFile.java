package dev.lightfoot.probe.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads a client certificate: PEM with the key in it or in a file beside it, or PKCS #12.
public final class ClientCertificateFile {
  /// Larger files hold something else.
  static final int MAX_BYTES = 1 << 20;

  private final Path file;
  private final Optional<Path> keyFile;
  private final Supplier<Optional<char[]>> password;

  private ClientCertificateFile(
      Path file, Optional<Path> keyFile, Supplier<Optional<char[]>> password) {
    this.file = file;
    this.keyFile = keyFile;
    this.password = password;
  }

  /// What those files hold.
  ///
  /// @param keyFile where the key is; empty where it is in the same file
  /// @param password asked for where one is needed; empty where there is none
  /// @throws IllegalArgumentException where it cannot be used; the message is a sentence for people
  public static ClientCertificate read(
      Path file, Optional<Path> keyFile, Supplier<Optional<char[]>> password) {
    return new ClientCertificateFile(file, keyFile, password).read();
  }

  private ClientCertificate read() {
    byte[] bytes = bytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (PemFile.is(text)) {
      return pem(blocks(file, text));
    }
    if (keyFile.isPresent()) {
      throw unusable(file, "is not a PEM file; a PKCS #12 file holds its key itself");
    }
    return pkcs12(bytes);
  }

  private static byte[] bytes(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw unusable(path, "is larger than 1 MiB");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no file " + path + ".", e);
    } catch (IOException e) {
      throw unusable(path, "cannot be read", e);
    }
  }

  private static List<PemFile.Block> blocks(Path path, String text) {
    try {
      return PemFile.parse(text).blocks();
    } catch (IllegalArgumentException e) {
      throw unusable(path, "is a damaged PEM file", e);
    }
  }

  private ClientCertificate pem(List<PemFile.Block> own) {
    List<X509Certificate> certificates = certificates(own);
    Path from = keyFile.orElse(file);
    List<PemFile.Block> blocks =
        keyFile.isEmpty()
            ? own
            : blocks(from, new String(bytes(from), StandardCharsets.ISO_8859_1));
    PemFile.Block block =
        blocks.stream()
            .filter(PrivateKeys::isKey)
            .findFirst()
            .orElseThrow(
                () ->
                    unusable(
                        from,
                        "holds no private key"
                            + (keyFile.isEmpty()
                                ? ": name the file that holds it as its key (--key)"
                                : "")));
    PrivateKey key = key(from, block);
    return ClientCertificate.of(certificates, key)
        .orElseThrow(
            () -> unusable(from, "holds a key that does not belong to the certificate in " + file));
  }

  private List<X509Certificate> certificates(List<PemFile.Block> blocks) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (PemFile.Block block : blocks) {
        if (block.label().equals("CERTIFICATE")
            && factory.generateCertificate(new ByteArrayInputStream(block.der()))
                instanceof X509Certificate certificate) {
          certificates.add(certificate);
        }
      }
    } catch (CertificateException e) {
      throw unusable(file, "holds a certificate that cannot be read", e);
    }
    if (certificates.isEmpty()) {
      throw unusable(file, "holds no certificate");
    }
    return certificates;
  }

  private PrivateKey key(Path from, PemFile.Block block) {
    try {
      if (!PrivateKeys.isEncrypted(block)) {
        return PrivateKeys.plain(block);
      }
      if (block.encrypted()) {
        throw unusable(
            from, "is encrypted in the old form of OpenSSL: convert it with openssl pkcs8 -topk8");
      }
    } catch (GeneralSecurityException e) {
      throw unusable(from, "holds a private key that cannot be read", e);
    }
    try {
      return PrivateKeys.decrypted(block, passwordFor(from));
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(from, "does not open with this password", e);
    }
  }

  private char[] passwordFor(Path from) {
    return password.get().orElseThrow(() -> unusable(from, "needs a password"));
  }

  private ClientCertificate pkcs12(byte[] bytes) {
    char[] none = {};
    try {
      return entry(bytes, none);
    } catch (GeneralSecurityException | IOException e) {
      try {
        return entry(bytes, passwordFor(file));
      } catch (GeneralSecurityException | IOException again) {
        throw unusable(
            file,
            again.getCause() instanceof GeneralSecurityException
                ? "does not open with this password"
                : "is neither a PEM nor a PKCS #12 file",
            again);
      }
    }
  }

  private ClientCertificate entry(byte[] bytes, char[] secret)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(bytes), secret);
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        keys.add(alias);
      }
    }
    if (keys.size() != 1) {
      throw unusable(
          file,
          keys.isEmpty() ? "holds no private key" : "holds " + keys.size() + " keys, not one");
    }
    Certificate[] chain = store.getCertificateChain(keys.getFirst());
    List<X509Certificate> certificates =
        Stream.of(chain == null ? new Certificate[0] : chain)
            .filter(X509Certificate.class::isInstance)
            .map(X509Certificate.class::cast)
            .toList();
    return store.getKey(keys.getFirst(), secret) instanceof PrivateKey key
        ? ClientCertificate.of(certificates, key)
            .orElseThrow(() -> unusable(file, "holds a key without its certificate"))
        : failed();
  }

  private ClientCertificate failed() {
    throw unusable(file, "holds no private key");
  }

  private static IllegalArgumentException unusable(Path path, String why) {
    return new IllegalArgumentException(
        "The client certificate cannot be used: " + path + " " + why + ".");
  }

  private static IllegalArgumentException unusable(Path path, String why, Exception cause) {
    IllegalArgumentException unusable = unusable(path, why);
    unusable.initCause(cause);
    return unusable;
  }
}
