package dev.lightfoot.analysis.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ScenarioTest {
  private static final long MINUTE = 60_000_000_000L;

  @Test
  void thePigeonOfTheTalkBringsAllOfItAfterHalfAnHour() {
    Arrival pigeon = arrival(talk(Preset.PIGEON));
    assertThat(pigeon.firstByteNanos()).isEqualTo(30 * MINUTE);
    assertThat(pigeon.lastByteNanos()).isEqualTo(30 * MINUTE);
    assertThat(pigeon.distanceNanos()).isEqualTo(30 * MINUTE);
  }

  @Test
  void theLineOfTheTalkBringsTheFirstByteAfterAMomentAndTheLastAfterTenHours() {
    Arrival line = arrival(talk(Preset.NBN));
    assertThat(line.link().roundTripNanos()).isEqualTo(66_713);
    assertThat(line.firstByteNanos() / 1_000.0).isCloseTo(100, within(0.1));
    assertThat(line.lastByteNanos()).isBetween(600 * MINUTE, 600 * MINUTE + 1_000_000);
    assertThat(line.distanceNanos() / 1_000.0).isCloseTo(100, within(0.1));
  }

  @Test
  void aRequestIsHalfATripMoreThanBytesThatComeByThemselves() {
    Link link = Link.line("x", 40_000_000, 1_000_000_000);
    assertThat(arrival(new Scenario(1_000, 2, true, List.of(link))).firstByteNanos())
        .isEqualTo(120_000_000);
    assertThat(arrival(new Scenario(1_000, 2, false, List.of(link))).firstByteNanos())
        .isEqualTo(100_000_000);
  }

  @Test
  void slowStartCostsATripForEachDoublingThatTheBytesNeed() {
    // 10, 20 and 40 segments before the rest: three more trips
    Link wide = new Link("x", 40_000_000, OptionalLong.empty(), true, none(), noLength());
    Arrival arrival = arrival(new Scenario(120_000, 0, true, List.of(wide)));
    assertThat(arrival.lastByteNanos() - arrival.firstByteNanos()).isEqualTo(120_000_000);
    Arrival first = arrival(new Scenario(14_600, 0, true, List.of(wide)));
    assertThat(first.lastByteNanos()).isEqualTo(first.firstByteNanos());
  }

  @Test
  void aFullWayCarriesTheRestAtItsWidth() {
    // 100 kB/s for 40 ms are 4 kB: less than the first window
    Link narrow = Link.line("x", 40_000_000, 100_000);
    assertThat(arrival(new Scenario(100_000, 0, false, List.of(narrow))).lastByteNanos())
        .isEqualTo(1_020_000_000);
  }

  @Test
  void aSmallWindowMakesBytesATripEach() {
    Link small =
        new Link(
            "x", 100_000_000, OptionalLong.empty(), false, OptionalLong.of(65_536), noLength());
    // 1 000 windows: 999 trips before the last leaves
    assertThat(arrival(new Scenario(65_536_000, 0, false, List.of(small))).lastByteNanos())
        .isEqualTo(999L * 100_000_000 + 50_000_000);
  }

  @Test
  void numbersAreWrittenWithTheirUnits() {
    assertThat(LinkText.bytes("36 GB")).hasValue(Scenario.TALK_BYTES);
    assertThat(LinkText.bytes("2TB")).hasValue(2_000_000_000_000L);
    assertThat(LinkText.nanos("20 min")).hasValue(20 * MINUTE);
    assertThat(LinkText.nanos("66.7us")).hasValue(66_700);
    assertThat(LinkText.bytesPerSecond("100 Mbit/s")).hasValue(12_500_000);
    assertThat(LinkText.bytesPerSecond("1 MB/s")).hasValue(1_000_000);
    assertThat(LinkText.kilometres("10 km")).hasValue(10);
    assertThat(LinkText.bytes("0 B")).isEmpty();
    assertThat(LinkText.bytesPerSecond("fast")).isEmpty();
    assertThat(LinkText.nanos("40")).isEmpty();
  }

  private static Scenario talk(Preset preset) {
    return new Scenario(Scenario.TALK_BYTES, 1, false, List.of(preset.link()));
  }

  private static Arrival arrival(Scenario scenario) {
    return scenario.arrivals().getFirst();
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }

  private static OptionalDouble noLength() {
    return OptionalDouble.empty();
  }
}
