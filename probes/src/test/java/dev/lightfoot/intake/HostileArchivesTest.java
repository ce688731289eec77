package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostileArchivesTest {
  private static final Path ARCHIVES =
      Path.of(
          System.getProperty("lightfoot.root", ".."),
          "../shared/data/conformance/authored-hostile/archives");

  @TempDir private Path folder;

  private long most;

  @BeforeEach
  void archivesAreThere() {
    assumeTrue(Files.isDirectory(ARCHIVES), "There are no hostile archives in " + ARCHIVES + ".");
  }

  @Test
  void bombsAreLeftSoonAndSaid() {
    for (String bomb : List.of("bomb-256MiB-zeros.gz", "bomb-256MiB-double.gz.gz")) {
      most = 0;
      FileReading reading = read(bomb).getFirst();
      assertThat(reading.failure().orElseThrow())
          .contains("it unpacks to more than 200 times its size");
      assertThat(most).isLessThan(60_000_000);
    }
  }

  @Test
  void aBombOfNoKnownFormatIsNotEvenUnpacked() {
    List<FileReading> readings =
        new Intake(List.of(new WordReader("get", false)))
            .read(sources("bomb-256MiB-zeros.gz"), IntakeSettings.NONE, _ -> {});
    assertThat(readings.getFirst().failure().orElseThrow()).contains("was not recognised");
  }

  @Test
  void concatenatedMembersAreOneFile() {
    assertThat(read("gzip-concatenated.har.gz").getFirst().failure()).isEmpty();
    assertThat(most).isGreaterThan(593);
  }

  @Test
  void whatIsCutOrDamagedIsSaid() {
    assertThat(read("gzip-truncated.har.gz").getFirst().failure())
        .contains("Its compressed data ends early: what came before was read.");
    assertThat(read("gzip-crc-wrong.har.gz").getFirst().failure())
        .contains("Its compressed data is damaged: what came before was read.");
  }

  @Test
  void whatOnlyCallsItselfCompressedIsReadAsItIs() {
    assertThat(read("not-gzip.har.gz").getFirst().failure()).isEmpty();
    assertThat(most).isEqualTo(643);
  }

  @Test
  void nothingIsWrittenByTheNameOfAnEntry() throws IOException {
    for (String name :
        List.of(
            "zip-slip-relative.zip",
            "zip-slip-absolute.zip",
            "zip-slip-backslash.zip",
            "zip-symlink.zip",
            "zip-nul-and-reserved.zip")) {
      assertThat(read(name)).as(name).isNotEmpty();
    }
    for (Path place : List.of(Path.of("/tmp"), Path.of("."), Path.of(".."), ARCHIVES)) {
      try (var files = Files.list(place)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .noneMatch(file -> file.startsWith("lightfoot-slip"));
      }
    }
  }

  @Test
  void ofTenThousandEntriesAThousandAreRead() {
    List<FileReading> readings = read("zip-10000-entries.zip");
    assertThat(readings).hasSize(Archive.MAX_ENTRIES + 1);
    assertThat(readings.getLast().failure())
        .contains("It has more than 1000 entries: the others were not read.");
  }

  @Test
  void anEmptyArchiveIsSaidToBe() {
    assertThat(read("zip-empty.zip").getFirst().failure()).contains("The archive is empty.");
  }

  @Test
  void aBombInAnArchiveEndsTheArchive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb.log"));
      zip.write(new byte[100_000_000]);
      zip.putNextEntry(new ZipEntry("after.log"));
      zip.write('x');
    }
    Path file = Files.write(folder.resolve("bomb.zip"), bytes.toByteArray());
    List<FileReading> readings =
        new Intake(List.of(new WordReader("get", false)))
            .read(List.of(new Source.OnDisk(file)), IntakeSettings.NONE, _ -> {});
    assertThat(readings.getLast().failure().orElseThrow()).contains("200 times its size");
    assertThat(readings).extracting(FileReading::part).doesNotContain(Optional.of("after.log"));
  }

  @Test
  void documentsThatAreNoLogsAreNotOpened() {
    List<FileReading> readings =
        new Intake(List.of(new WordReader("get", false)))
            .read(
                sources("xml-billion-laughs.xml", "xxe-in-svg.svg"), IntakeSettings.NONE, _ -> {});
    assertThat(readings).allMatch(each -> each.format().isEmpty() && each.read() == 0);
  }

  private static List<Source> sources(String... names) {
    return Stream.of(names).<Source>map(name -> new Source.OnDisk(ARCHIVES.resolve(name))).toList();
  }

  private List<FileReading> read(String name) {
    IntakeSettings named = new IntakeSettings(Optional.of("any"), ReadSettings.NONE);
    return new Intake(List.of(new Anything())).read(sources(name), named, _ -> {});
  }

  /// Takes every file and notes how many bytes it was given.
  private final class Anything implements LogReader {
    @Override
    public LogFormat format() {
      return new LogFormat("any", "anything", LogFormat.Stamp.NONE, 1, true, Optional.empty());
    }

    @Override
    public int recognises(byte[] beginning) {
      return 1;
    }

    @Override
    public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
      byte[] buffer = new byte[Blocks.SIZE];
      long bytes = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes += count;
        most = Math.max(most, bytes);
      }
    }
  }
}
