package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CapturesTest {
  private static final String HAR =
      "{\"log\":{\"creator\":{\"name\":\"Firefox\",\"version\":\"146.0\"},\"entries\":[{\"startedDateTime\":"
          + "\"2026-01-02T03:04:05Z\",\"time\":7,\"request\":{\"method\":\"GET\",\"url\":\"https://a.test/\"},"
          + "\"response\":{\"status\":200},\"timings\":{\"send\":1,\"wait\":5,\"receive\":1}}]}}";

  @TempDir Path folder = Path.of("");

  @Test
  void aHarIsReadAlsoCompressed() throws IOException {
    Path plain = file("a.har", HAR);
    Path packed = folder.resolve("a.har.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(HAR.getBytes(StandardCharsets.UTF_8));
    }
    CaptureFile one = read(plain);
    assertThat(one.failure()).isEmpty();
    assertThat(one.snapshots()).hasSize(1);
    assertThat(read(packed).snapshots()).isEqualTo(one.snapshots());
  }

  @Test
  void whatIsNoPageLoadIsRefusedWithTheCure() throws IOException {
    assertThat(refusal("")).isEqualTo("The file is empty." + cure());
    assertThat(refusal("<!doctype html><title>Sign in</title>"))
        .startsWith("It is a web page or XML, not a captured page load: perhaps a sign-in page")
        .endsWith(cure());
    assertThat(refusal("{\"a\":1}"))
        .startsWith("It looks like JSON, but is no captured")
        .endsWith(cure());
    assertThat(refusal("Dear reader")).startsWith("It is no captured").endsWith(cure());
    assertThat(refusal("{\"log\":{\"creator\":{},\"entries\":[]}}"))
        .isEqualTo("It is a HAR file, but no request is in it." + cure());
    assertThat(refusal("{\"log\":{\"entries\":[{}]}}"))
        .isEqualTo(
            "It is a HAR file, but none of its entries could be read (1); /log/entries/0: It holds"
                + " no request.");
  }

  @Test
  void aDamagedArchiveKeepsWhatCameBefore() throws IOException {
    Path packed = folder.resolve("cut.har.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(HAR.replace("]}}", "," + "x".repeat(10)).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(whole, whole.length - 9));
    CaptureFile read = read(packed);
    assertThat(read.snapshots()).hasSize(1);
    assertThat(read.failure().orElse("") + read.entries()).isNotEqualTo("[]");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(read(folder.resolve("missing.har")).failure()).contains("There is no such file.");
  }

  @Test
  void ingestNamesWhatReadsAPageLoad() throws IOException {
    Path har = file("a.har", HAR);
    List<FileReading> read =
        new Intake().read(List.of(new Source.OnDisk(har)), IntakeSettings.NONE, new Deaf());
    assertThat(read.getFirst().failure())
        .contains(
            "It is a captured page load (HAR file), not a log: lightfoot "
                + har
                + " opens it, lightfoot convert "
                + har
                + " OUT.csv writes its numbers.");
    assertThat(read.getFirst().format().map(LogFormat::name)).isEmpty();
  }

  private static String cure() {
    return " In the browser's tools, open Network, load the page, and export it as HAR.";
  }

  private String refusal(String content) throws IOException {
    CaptureFile read = read(file("x", content));
    assertThat(read.snapshots()).isEmpty();
    return read.failure().orElseThrow();
  }

  private static CaptureFile read(Path path) {
    return Captures.read(path, new Deaf());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static final class Deaf implements IntakeListener {
    @Override
    public void span(Span span) {
      throw new AssertionError(span);
    }
  }
}
