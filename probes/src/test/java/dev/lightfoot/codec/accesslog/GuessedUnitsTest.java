package dev.lightfoot.codec.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuessedUnitsTest {
  private static final String JSON =
      "{\"time\":\"2026-11-20T10:00:02Z\",\"method\":\"GET\",\"uri\":\"/cart\",\"status\":200,"
          + "\"duration\":980}\n";

  private static final String W3C =
      "#Version: 1.0\n#Fields: date time cs-method cs-uri-stem sc-status time-taken\n"
          + "2026-11-20 10:00:02 GET /cart 200 980\n";

  @TempDir private Path folder;

  private List<String> remarks(String log, ReadSettings settings) throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), log);
    return new Intake()
            .read(
                List.of(new Source.OnDisk(file)),
                new IntakeSettings(Optional.empty(), settings),
                _ -> {})
            .stream()
            .map(FileReading::warnings)
            .flatMap(List::stream)
            .toList();
  }

  private static ReadSettings said(String key, DurationUnit unit) {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), Optional.empty(), Map.of(key, unit));
  }

  @Test
  void aKeyWhoseUnitWasGuessedIsNamedWithIt() throws IOException {
    assertThat(GuessedUnits.in(remarks(JSON, ReadSettings.NONE)))
        .isEqualTo(Map.of("duration", DurationUnit.MILLISECONDS));
    assertThat(GuessedUnits.in(remarks(W3C, ReadSettings.NONE)))
        .isEqualTo(Map.of("time-taken", DurationUnit.MILLISECONDS));
  }

  @Test
  void whatAPersonSaidIsNoGuess() throws IOException {
    assertThat(remarks(JSON, said("duration", DurationUnit.SECONDS))).isEmpty();
    assertThat(GuessedUnits.in(remarks(JSON, said("took", DurationUnit.SECONDS))))
        .containsOnlyKeys("duration");
  }

  @Test
  void aFormatStringIsWantedWhereARemarkSaysSo() {
    assertThat(GuessedUnits.wantPattern(List.of("It is so. --log-format says what they are.")))
        .isTrue();
    assertThat(GuessedUnits.wantPattern(List.of("--unit a=ms (or s, ms, us, ns) says it.")))
        .isFalse();
  }
}
