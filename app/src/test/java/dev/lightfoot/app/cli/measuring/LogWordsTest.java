package dev.lightfoot.app.cli.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.intake.FileReading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LogWordsTest {
  @Test
  void eachSentenceEndsOnceAndThePathStaysAsItWasGiven() {
    FileReading reading =
        new FileReading(
            "../logs/access.log",
            Optional.empty(),
            Optional.empty(),
            2,
            0,
            1,
            List.of(new FileReading.Skipped("line 3", "its status is not a number.")),
            List.of("These are no times.", "No durations"),
            Optional.empty());
    assertThat(LogWords.source(reading))
        .isEqualTo(
            "../logs/access.log: not recognised, 2 read, 1 could not be read;"
                + " line 3: its status is not a number. These are no times. No durations");
  }
}
