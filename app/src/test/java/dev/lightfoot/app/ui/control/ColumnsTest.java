package dev.lightfoot.app.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
  @ParameterizedTest
  @CsvSource({
    "9.9, 10.1",
    "900.0, 1.2 s",
    "–, 0.0",
    "n < 100, 3.0",
    "9 (80 ops), 10 (12 ops)",
    "−105, 3",
    "8 242, 26 904",
  })
  void numbersAreComparedByWhatTheyMean(String smaller, String larger) {
    assertThat(Columns.compareNumbers(smaller, larger)).isNegative();
    assertThat(Columns.compareNumbers(larger, smaller)).isPositive();
  }
}
