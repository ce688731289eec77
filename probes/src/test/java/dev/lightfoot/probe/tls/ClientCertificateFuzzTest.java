package dev.lightfoot.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.probe.peer.Certificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However a file with a certificate and its key is damaged, it is read, or refused in a sentence.
class ClientCertificateFuzzTest {
  /// Seconds to go on for; the suite makes a fixed number of cases instead.
  private static final int SECONDS = Integer.getInteger("lightfoot.fuzz.seconds", 0);

  private static final int CASES = 300;

  @TempDir private Path folder;

  @Test
  void everyDamagedFileIsReadOrRefusedInASentence() throws Exception {
    HeldCertificate alice = Certificates.leaf("alice.test").build();
    HeldCertificate rsa = new HeldCertificate.Builder().commonName("rsa").rsa2048().build();
    List<String> seeds =
        List.of(
            alice.certificatePem() + alice.privateKeyPkcs8Pem(),
            rsa.privateKeyPkcs1Pem() + rsa.certificatePem(),
            alice.certificatePem() + Certificates.ROOT.certificatePem() + rsa.privateKeyPkcs8Pem());
    Random random = new Random(12);
    Path file = folder.resolve("damaged.pem");
    long until = System.nanoTime() + SECONDS * 1_000_000_000L;
    int made = 0;
    int read = 0;
    while (made < CASES || System.nanoTime() < until) {
      byte[] text = damaged(seeds.get(random.nextInt(seeds.size())), random);
      Files.write(file, text);
      made++;
      try {
        ClientCertificate certificate =
            ClientCertificateFile.read(
                file, Optional.empty(), () -> Optional.of("pw".toCharArray()));
        assertThat(certificate.subject()).isNotBlank();
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank().endsWith(".");
      }
    }
    assertThat(read).isPositive();
    System.out.println("client certificates: " + made + " files, " + read + " read");
  }

  private static byte[] damaged(String seed, Random random) {
    byte[] text = seed.getBytes(StandardCharsets.US_ASCII);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length);
      switch (random.nextInt(3)) {
        case 0 -> text[at] = (byte) random.nextInt(256);
        case 1 -> text[at] = (byte) "-=+/\n ABEGIN".charAt(random.nextInt(12));
        default -> text = java.util.Arrays.copyOf(text, Math.max(1, at));
      }
    }
    return text;
  }
}
