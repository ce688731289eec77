package dev.lightfoot.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 ms",
    "49_999, 0.0 ms",
    "50_000, 0.1 ms",
    "40_349_999, 40.3 ms",
    "1_234_567_890, 1 234.6 ms",
    "9_999_949_999, 9 999.9 ms",
    "12_449_000_000, 12.4 s",
    "-105_000_000, −105.0 ms"
  })
  void aDurationHasOneDecimalAndItsUnit(String nanos, String text) {
    long value = Long.parseLong(nanos.replace("_", ""));
    assertThat(Numbers.plain(Numbers.duration(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"40_100_000, 40.1", "2_040_000, 2.04", "200_000, 0.20", "155_400_000, 155.4"})
  void aRoundTripTimeHasTheDigitsThatMultiplyingNeeds(String nanos, String text) {
    assertThat(Numbers.rtt(Long.parseLong(nanos.replace("_", "")))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"347, 347 B", "30_300, 30.3 kB", "999_999, 1.0 MB", "14_210_000, 14.2 MB"})
  void bytesCountInThousands(String bytes, String text) {
    assertThat(Numbers.plain(Numbers.bytes(Long.parseLong(bytes.replace("_", "")))))
        .isEqualTo(text);
  }

  @Test
  void thousandsAreSetApartByASpaceThatDoesNotBreak() {
    assertThat(Numbers.count(26_904)).isEqualTo("26\u00a0904");
  }

  @ParameterizedTest
  @CsvSource({"5, 5 km", "4_010, 4 010 km", "4_011, 4 020 km", "19_999, 20 000 km"})
  void aBoundOnDistanceIsRoundedUp(String kilometres, String text) {
    long value = Long.parseLong(kilometres.replace("_", ""));
    assertThat(Numbers.plain(Numbers.kilometres(value))).isEqualTo(text);
  }

  @Test
  void whatIsNotFinalHasWholeMilliseconds() {
    assertThat(Numbers.plain(Numbers.roughly(317_500_000))).isEqualTo("318 ms");
  }

  @Test
  void partsAddUpToTheirRoundedSum() {
    assertThat(Rounding.toTenths(140_000, 140_000, 140_000, 0)).containsExactly(1, 1, 2, 0);
  }
}
