package dev.lightfoot.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.model.span.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
  @TempDir private Path folder;

  private final List<String> spans = new ArrayList<>();

  @Test
  void aFileIsReadByTheReaderThatKnowsIt() throws IOException {
    FileReading reading = one(file("a.log", "get 1\nget 2\nput 3\n"));
    assertThat(reading.format().orElseThrow().name()).isEqualTo("get");
    assertThat(spans).containsExactly("get 1", "get 2");
    assertThat(List.of(reading.read(), reading.skipped())).containsExactly(2L, 1L);
    assertThat(reading.entries()).containsExactly(new Skipped("line 3", "This is no get."));
  }

  @Test
  void everyCompressionIsTakenOffWhateverTheName() throws IOException {
    file("0", "get 1\n");
    Files.write(folder.resolve("1"), concat(gzip("get 2\n"), gzip("get 3\n")));
    Files.write(folder.resolve("2"), concat(zstd("get 4\n"), zstd("get 5\n")));
    Files.write(folder.resolve("3"), concat(bzip2("get 6\n"), bzip2("get 7\n")));
    Files.write(folder.resolve("4"), gzip(zstd("get 8\n")));
    read(folder);
    assertThat(spans)
        .containsExactly("get 1", "get 2", "get 3", "get 4", "get 5", "get 6", "get 7", "get 8");
  }

  @Test
  void threeCodingsInOneAnotherAreRefused() throws IOException {
    Path file = folder.resolve("a.gz.gz.gz");
    Files.write(file, gzip(gzip(gzip("get 1\n"))));
    assertThat(one(file).failure()).contains("It is compressed more than twice: unpack it first.");
  }

  @Test
  void ofACutArchiveTheBeginningIsRead() throws IOException {
    byte[] whole = gzip("get 1\n".repeat(10_000) + "put");
    Path file = Files.write(folder.resolve("a.gz"), Arrays.copyOf(whole, whole.length - 20));
    FileReading reading = one(file);
    assertThat(reading.failure())
        .contains("Its compressed data ends early: what came before was read.");
    assertThat(reading.read()).isPositive();
  }

  @Test
  void aFolderIsReadWithAllItsRotatedFilesButNoHiddenOnes() throws IOException {
    Files.createDirectories(folder.resolve("nginx/.git"));
    file("nginx/access.log", "get 1\n");
    file("nginx/access.log.1", "get 2\n");
    Files.write(folder.resolve("nginx/access.log.2.gz"), gzip("get 3\n"));
    file("nginx/.git/index", "get 4\n");
    assertThat(read(folder)).hasSize(3);
    assertThat(spans).containsExactly("get 1", "get 2", "get 3");
  }

  @Test
  void theSameFileGivenTwiceIsReadOnce() throws IOException {
    Path file = file("a.log", "get 1\n");
    assertThat(read(folder, file, file)).hasSize(1);
  }

  @Test
  void whatTwoFilesTellOfCountsOnceAndWhatOneTellsOfTwiceTwice() throws IOException {
    Path first = file("a.log", "get 1\nget 1\nget 2\n");
    Path second = file("b.log", "get 1\nget 1\nget 1\nget 3\n");
    List<FileReading> readings = read(first, second);
    assertThat(spans).containsExactly("get 1", "get 1", "get 2", "get 1", "get 3");
    assertThat(readings.getLast().read()).isEqualTo(4);
    assertThat(readings.getLast().repeated()).isEqualTo(2);
  }

  @Test
  void aSpanWithAnIdOfItsOwnCountsOnceInItsFileToo() throws IOException {
    FileReading reading = one(file("a.log", "span 1\nspan 1\nspan 2\n"));
    assertThat(spans).containsExactly("span 1", "span 2");
    assertThat(reading.read()).isEqualTo(2);
    assertThat(reading.warnings()).contains("1 span comes twice and counts once.");
  }

  @Test
  void standardInputIsReadLikeAFile() {
    byte[] text = gzip("get 1\nget 2\n");
    Source source = Source.of("-", new ByteArrayInputStream(text));
    FileReading reading = intake().read(List.of(source), IntakeSettings.NONE, listener()).get(0);
    assertThat(reading.path()).isEqualTo("-");
    assertThat(spans).containsExactly("get 1", "get 2");
  }

  @Test
  void whatIsNoLogIsSaid() throws IOException {
    assertThat(one(file("a.png", "\211PNG")).failure())
        .contains("Its format was not recognised; --format names it.");
  }

  @Test
  void whatIsNotThereIsSaidAndTheOthersAreRead() throws IOException {
    List<FileReading> readings = read(folder.resolve("none"), file("a.log", "get 1\n"));
    assertThat(readings.getFirst().failure()).contains("There is no such file.");
    assertThat(spans).containsExactly("get 1");
  }

  @Test
  void anEmptyFileIsNoFailure() throws IOException {
    FileReading reading = one(file("a.log", ""));
    assertThat(reading.failure()).isEmpty();
    assertThat(reading.warnings()).containsExactly("The file is empty.");
  }

  @Test
  void aFormatThatThePersonNamesIsTaken() throws IOException {
    Path file = file("a.log", "what\nget 1\n");
    Source source = new Source.OnDisk(file);
    IntakeSettings named = new IntakeSettings(Optional.of("get"), ReadSettings.NONE);
    assertThat(intake().read(List.of(source), named, listener()).getFirst().read()).isEqualTo(1);
    IntakeSettings unknown = new IntakeSettings(Optional.of("got"), ReadSettings.NONE);
    assertThatThrownBy(() -> intake().read(List.of(source), unknown, listener()))
        .hasMessage("There is no format got. The formats are: get, span.");
  }

  private FileReading one(Path file) {
    List<FileReading> readings = read(file);
    assertThat(readings).hasSize(1);
    return readings.getFirst();
  }

  @Test
  void oneThatRemembersCountsWhatComesInALaterReadingOnce() throws IOException {
    Intake remembering = intake().remembering();
    Source first = new Source.OnDisk(file("a.log", "get 1\nget 1\nget 2\n"));
    Source grown = new Source.OnDisk(file("b.log", "get 1\nget 1\nget 2\nget 3\n"));
    remembering.read(List.of(first), IntakeSettings.NONE, listener());
    FileReading second =
        remembering.read(List.of(grown), IntakeSettings.NONE, listener()).getFirst();
    assertThat(second.repeated()).isEqualTo(3);
    assertThat(spans).containsExactly("get 1", "get 1", "get 2", "get 3");
  }

  private List<FileReading> read(Path... given) {
    List<Source> sources = new ArrayList<>();
    for (Path path : given) {
      sources.add(new Source.OnDisk(path));
    }
    return intake().read(sources, IntakeSettings.NONE, listener());
  }

  private static Intake intake() {
    return new Intake(List.of(new WordReader("get", false), new WordReader("span", true)));
  }

  private IntakeListener listener() {
    return span -> spans.add(text(span));
  }

  private static String text(Span span) {
    return span.name() + " " + span.spanId();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] gzip(String text) {
    return gzip(text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] bytes) {
    return through(GZIPOutputStream::new, bytes);
  }

  private static byte[] zstd(String text) {
    return through(ZstdOutputStream::new, text.getBytes(UTF_8));
  }

  private static byte[] bzip2(String text) {
    return through(BZip2CompressorOutputStream::new, text.getBytes(UTF_8));
  }

  private interface Coding {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] through(Coding coding, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream coded = coding.over(out)) {
      coded.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
