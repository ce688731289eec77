package dev.lightfoot.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwinsTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql at db-12.internal, postgresql at db-#.internal",
    "redis at 3f9a1c2b7d0e, redis at #",
    "redis at abcdefabcdef:6379, redis at #:#",
    "4bf92f3577b34da6a3ce929d0e0e47364bf92f3577b34da6a3ce929d0e0e4736, #",
    "facade-deadbeef, facade-deadbeef",
    "10.77.3.2, #.#.#.#"
  })
  void numbersAndIdsOfContainersAreLeftOut(String name, String alike) {
    assertThat(Twins.alike(name)).isEqualTo(alike);
  }
}
