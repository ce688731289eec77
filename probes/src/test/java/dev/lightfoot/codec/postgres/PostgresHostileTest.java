package dev.lightfoot.codec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Damaged logs: the damaged entry is named, the others are read.
final class PostgresHostileTest {
  private static final List<LogReader> READERS =
      List.of(new PostgresStderrReader(), new PostgresCsvReader(), new PostgresJsonReader());
  private static final List<String> FILES =
      List.of("own/postgresql.log", "own/postgresql.csv", "own/postgresql.json");

  private static String file(int index) throws IOException {
    return Files.readString(Collected.shared(FILES.get(index)));
  }

  @ParameterizedTest
  @CsvSource({"0, 57, 1", "1, 57, 1", "2, 57, 1"})
  void ofALastLineThatIsCutOnlyThatIsMissing(int index, int spans, int skipped) throws IOException {
    String text = file(index);
    Collected all = Collected.of(READERS.get(index), text.substring(0, text.length() - 40));
    assertThat(all.spans).hasSize(spans);
    assertThat(all.skipped).hasSize(skipped);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void lineEndingsOfWindowsMakeNoDifference(int index) throws IOException {
    String text = file(index);
    Collected all = Collected.of(READERS.get(index), text.replace("\n", "\r\n"));
    assertThat(all.spans).isEqualTo(Collected.of(READERS.get(index), text).spans);
    assertThat(all.skipped).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void aStatementOfAMegabyteIsSkippedAndTheRestRead(int index) throws IOException {
    String text = file(index);
    String huge = text.lines().findFirst().orElseThrow().replace("LIMIT 21", "x".repeat(1 << 20));
    Collected all = Collected.of(READERS.get(index), huge + "\n" + text);
    assertThat(all.spans).hasSize(58);
    assertThat(all.skipped).containsExactly("line 1: The line is longer than 64 KiB.");
  }

  @Test
  void aStatementOfManyLinesAndAMegabyteIsSkippedAndTheRestRead() throws IOException {
    String text = file(0);
    String lines = ("\t" + "y".repeat(1000) + "\n").repeat(1000);
    Collected all =
        Collected.of(READERS.get(0), text.lines().findFirst().orElseThrow() + "\n" + lines + text);
    assertThat(all.spans).hasSize(58);
    assertThat(all.skipped).containsExactly("line 1: the entry is longer than 256 KiB");
  }

  @Test
  void aQuotationMarkTooManyCostsOneRecord() throws IOException {
    String text = file(1);
    Collected all = Collected.of(READERS.get(1), text.replaceFirst("LIMIT 21\"", "LIMIT 21"));
    assertThat(all.spans).hasSize(57);
    assertThat(all.skipped).containsExactly("line 1: a quotation mark is in the wrong place");
  }

  @Test
  void aRecordThatIsNeverClosedCostsItself() throws IOException {
    String text = file(1);
    String open = "2026-11-23 15:28:04.544 UTC,\"open\n" + "no quotation mark\n".repeat(20_000);
    Collected all = Collected.of(READERS.get(1), open + text);
    assertThat(all.spans).hasSize(58);
    assertThat(all.skipped).containsExactly("line 1: a quotation mark is not closed");
  }

  @Test
  void recordsOfTooFewColumnsAreNamed() throws IOException {
    Collected all = Collected.of(READERS.get(1), "2026-11-23 15:28:04.544 UTC,a,b\n" + file(1));
    assertThat(all.spans).hasSize(58);
    assertThat(all.skipped).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void bytesOfAnyKindAreReadToTheEnd(int index) throws IOException {
    byte[] noise = new byte[300_000];
    new Random(4).nextBytes(noise);
    byte[] text = file(index).getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(noise, noise.length + 1 + text.length);
    both[noise.length] = '\n';
    System.arraycopy(text, 0, both, noise.length + 1, text.length);
    Collected all = Collected.of(READERS.get(index), both, ReadSettings.NONE);
    assertThat(all.spans).hasSizeGreaterThanOrEqualTo(57);
    assertThat(all.skipped).isNotEmpty();
    for (LogReader reader : READERS) {
      assertThat(reader.recognises(noise)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void aFileCutAnywhereIsReadWithoutAFailure(int index) throws IOException {
    byte[] text = file(index).getBytes(StandardCharsets.UTF_8);
    int whole = 0;
    for (int length = 0; length < text.length; length += 97) {
      byte[] cut = Arrays.copyOf(text, length);
      Collected all = Collected.of(READERS.get(index), cut, ReadSettings.NONE);
      assertThat(all.spans.size()).isGreaterThanOrEqualTo(whole);
      assertThat(all.skipped.size()).isLessThanOrEqualTo(1);
      whole = all.spans.size();
      READERS.get(index).recognises(cut);
    }
  }

  @Test
  void aFractionThatIsDamagedIsNone() {
    String line = "2026-01-01 12:00:00.1<2 UTC [7] LOG:  duration: 1.0 ms  statement: SELECT 1\n";
    assertThat(Collected.of(READERS.get(0), line).skipped).hasSize(1);
  }

  @Test
  void durationsThatAreNoNumbersAreNamed() throws IOException {
    String at = "2026-01-01 12:00:00.100 UTC [7] LOG:  duration: ";
    Collected all =
        Collected.of(
            READERS.get(0),
            at
                + "x ms  statement: SELECT 1\n"
                + at
                + "ms  statement: SELECT 1\n"
                + at
                + "-1.0 ms  statement: SELECT 1\n"
                + at
                + "99999999999999999999 ms  statement: SELECT 1\n"
                + "2026-99-99 12:00:00.100 UTC [7] LOG:  duration: 1.0 ms  statement: SELECT 1\n");
    assertThat(all.spans).isEmpty();
    assertThat(all.skipped).hasSize(5);
  }
}
