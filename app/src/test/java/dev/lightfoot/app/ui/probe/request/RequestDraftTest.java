package dev.lightfoot.app.ui.probe.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestDraftTest {
  private final RequestDraft draft = new RequestDraft();

  @TempDir private Path folder;

  @Test
  void aClientCertificateComesBackAsItWasWritten() {
    draft.fill(PastedCurl.parse("curl -E /a/me.pem:s3:cr3t --key /a/key.pem a.test").choice());
    assertThat(draft.certificate.get()).isEqualTo("/a/me.pem");
    assertThat(draft.choice().certificate())
        .contains(NamedCertificate.of("/a/me.pem", "/a/key.pem", "s3:cr3t"));
    draft.fill(RequestChoice.PLAIN);
    assertThat(draft.password.get()).isEmpty();
    assertThat(draft.choice().certificate()).isEmpty();
  }

  @Test
  void aKeyOrAPasswordAloneIsRefused() {
    draft.key.set("/a/key.pem");
    assertThatIllegalArgumentException()
        .isThrownBy(draft::choice)
        .withMessageContaining("go with a client certificate");
    draft.key.set("");
    draft.password.set("s3cr3t");
    assertThatIllegalArgumentException()
        .isThrownBy(draft::choice)
        .withMessageContaining("go with a client certificate")
        .withMessageNotContaining("s3cr3t");
  }

  @Test
  void theFilesOfACertificateAreReadWithTheirPassword() throws IOException {
    HeldCertificate alice = new HeldCertificate.Builder().commonName("alice").build();
    Path file = Files.writeString(folder.resolve("alice.crt"), alice.certificatePem());
    Path key = Files.writeString(folder.resolve("alice.key"), alice.privateKeyPkcs8Pem());
    assertThat(NamedCertificate.of(file.toString(), key.toString(), "").opened().read())
        .get()
        .hasToString("CN=alice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedCertificate.of(file.toString(), "", "").opened())
        .withMessageContaining("holds no private key");
  }

  @Test
  void aPasswordOpensAPkcs12File() throws Exception {
    HeldCertificate alice = new HeldCertificate.Builder().commonName("alice").build();
    char[] secret = "sesame".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, secret);
    store.setKeyEntry(
        "alice", alice.keyPair().getPrivate(), secret, new Certificate[] {alice.certificate()});
    String file = folder.resolve("alice.p12").toString();
    try (OutputStream out = Files.newOutputStream(Path.of(file))) {
      store.store(out, secret);
    }
    assertThat(NamedCertificate.of(file, "", "sesame").opened().read()).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedCertificate.of(file, "", "").opened())
        .withMessage("The client certificate cannot be used: " + file + " needs a password.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedCertificate.of(file, "", "s3cr3t").opened())
        .withMessageContaining("does not open with this password")
        .withMessageNotContaining("s3cr3t");
  }

  @Test
  void whereAFileWasLookedForIsSaidWhole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedCertificate.of("no-such.pem", "", "").opened())
        .withMessage("There is no file " + Path.of("no-such.pem").toAbsolutePath() + ".");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedCertificate.of("~/no-such.pem", "", "").opened())
        .withMessageContaining(System.getProperty("user.home"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedCertificate.of("a\u0000b", "", "").opened())
        .withMessageContaining("not the name of a file");
  }
}
