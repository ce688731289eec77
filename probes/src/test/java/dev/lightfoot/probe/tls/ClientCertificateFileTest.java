package dev.lightfoot.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.probe.peer.OpenSslServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms in which people have their certificates and keys.
class ClientCertificateFileTest {
  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder().commonName("root").certificateAuthority(0).build();
  private static final HeldCertificate ALICE =
      new HeldCertificate.Builder().commonName("alice").signedBy(ROOT).build();
  private static final HeldCertificate RSA =
      new HeldCertificate.Builder().commonName("rsa").rsa2048().signedBy(ROOT).build();
  @TempDir private Path folder;
  private Path certificate = Path.of("");

  @BeforeEach
  void write() throws Exception {
    certificate = file("alice.crt", ALICE.certificatePem());
  }

  private static Optional<char[]> none() {
    throw new AssertionError("a password was asked for");
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Supplier<Optional<char[]>> password(String text) {
    return () -> Optional.of(text.toCharArray());
  }

  private static void assertUnusable(
      Path file, Optional<Path> key, Supplier<Optional<char[]>> password, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientCertificateFile.read(file, key, password))
        .withMessageContaining(words)
        .withMessageEndingWith(".");
  }

  private Path openssl(String out, String... arguments) throws Exception {
    assumeTrue(OpenSslServer.present(), "the openssl command is not installed");
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Path made = folder.resolve(out);
    command.addAll(List.of("-out", made.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    return made;
  }

  @Test
  void aKeyInTheSameFileIsFoundInWhateverOrder() throws Exception {
    Path file =
        file(
            "all.pem", ALICE.privateKeyPkcs8Pem() + ROOT.certificatePem() + ALICE.certificatePem());
    ClientCertificate read =
        ClientCertificateFile.read(file, Optional.empty(), ClientCertificateFileTest::none);
    assertThat(read.subject()).isEqualTo("CN=alice");
    assertThat(read.chain()).containsExactly(ALICE.certificate(), ROOT.certificate());
    assertThat(read.toString()).isEqualTo("CN=alice");
  }

  @Test
  void aKeyOfTheOlderFormOfRsaIsRead() throws Exception {
    Path key = file("rsa.key", RSA.privateKeyPkcs1Pem());
    Path own = file("rsa.crt", RSA.certificatePem());
    assertThat(
            ClientCertificateFile.read(own, Optional.of(key), ClientCertificateFileTest::none)
                .keyType())
        .isEqualTo("RSA");
  }

  @Test
  void aKeyOfTheOlderFormOfCurvesIsRead() throws Exception {
    Path plain = file("alice.key", ALICE.privateKeyPkcs8Pem());
    Path key = openssl("sec1.key", "ec", "-in", plain.toString());
    assertThat(Files.readString(key)).contains("BEGIN EC PRIVATE KEY");
    assertThat(
            ClientCertificateFile.read(
                    certificate, Optional.of(key), ClientCertificateFileTest::none)
                .keyType())
        .isEqualTo("EC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aes-256-cbc", "aes-128-cbc"})
  void anEncryptedKeyOpensWithItsPassword(String cipher) throws Exception {
    Path plain = file("alice.key", ALICE.privateKeyPkcs8Pem());
    Path key =
        openssl(
            "secret.key",
            "pkcs8",
            "-topk8",
            "-v2",
            cipher,
            "-in",
            plain.toString(),
            "-passout",
            "pass:sesame");
    assertThat(
            ClientCertificateFile.read(certificate, Optional.of(key), password("sesame")).subject())
        .isEqualTo("CN=alice");
    assertUnusable(
        certificate, Optional.of(key), password("wrong"), "does not open with this password");
    assertUnusable(certificate, Optional.of(key), Optional::empty, "needs a password");
  }

  @Test
  void aPkcs12FileOpensWithItsPasswordAndWithoutWhereItHasNone() throws Exception {
    Path all = file("all.pem", ALICE.privateKeyPkcs8Pem() + ALICE.certificatePem());
    Path file =
        openssl("alice.p12", "pkcs12", "-export", "-in", all.toString(), "-passout", "pass:sesame");
    assertThat(ClientCertificateFile.read(file, Optional.empty(), password("sesame")).subject())
        .isEqualTo("CN=alice");
    assertUnusable(file, Optional.empty(), password("wrong"), "does not open with this password");
    assertUnusable(file, Optional.empty(), Optional::empty, "needs a password");
    assertUnusable(
        file,
        Optional.of(all),
        ClientCertificateFileTest::none,
        "a PKCS #12 file holds its key itself");
    Path open =
        openssl("open.p12", "pkcs12", "-export", "-in", all.toString(), "-passout", "pass:");
    assertThat(
            ClientCertificateFile.read(open, Optional.empty(), ClientCertificateFileTest::none)
                .subject())
        .isEqualTo("CN=alice");
  }

  @Test
  void whatCannotBeUsedIsNamed() throws Exception {
    Path other = file("other.key", RSA.privateKeyPkcs8Pem());
    Path text = file("text.pem", "nothing of interest");
    Path damaged = file("damaged.pem", "-----BEGIN CERTIFICATE-----\nMIIB");
    Path empty = file("empty.pem", ALICE.privateKeyPkcs8Pem());
    Path old =
        file(
            "old.key",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"
                + "AAAA\n-----END RSA PRIVATE KEY-----\n");
    assertUnusable(
        certificate,
        Optional.empty(),
        ClientCertificateFileTest::none,
        "holds no private key: name the file");
    assertUnusable(
        certificate,
        Optional.of(other),
        ClientCertificateFileTest::none,
        "does not belong to the certificate");
    assertUnusable(text, Optional.empty(), password("x"), "neither a PEM nor a PKCS #12 file");
    assertUnusable(
        damaged, Optional.empty(), ClientCertificateFileTest::none, "is a damaged PEM file");
    assertUnusable(
        empty, Optional.empty(), ClientCertificateFileTest::none, "holds no certificate");
    assertUnusable(
        certificate, Optional.of(old), ClientCertificateFileTest::none, "openssl pkcs8 -topk8");
    assertUnusable(
        folder.resolve("absent"),
        Optional.empty(),
        ClientCertificateFileTest::none,
        "There is no file");
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws Exception {
    Path large =
        Files.write(folder.resolve("large"), new byte[ClientCertificateFile.MAX_BYTES + 1]);
    assertUnusable(large, Optional.empty(), ClientCertificateFileTest::none, "larger than 1 MiB");
  }
}
