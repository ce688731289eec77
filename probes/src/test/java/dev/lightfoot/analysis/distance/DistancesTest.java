package dev.lightfoot.analysis.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.LoopbackSample;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class DistancesTest {

  @Test
  void lightNeedsTwiceTheWayThroughAVacuumAndHalfAsLongAgainThroughFibre() {
    assertThat(Medium.VACUUM.roundTripNanos(10)).isEqualTo(66_713);
    assertThat(Medium.FIBRE.roundTripNanos(5_570)).isEqualTo(55_738_560);
    assertThat(Medium.COPPER.roundTripNanos(5_570)).isEqualTo(55_738_560);
  }

  @Test
  void bothPlacesGiveTheFactorAboveTheLightFloorInFibre() {
    Distance.Known known = of(placed("Zürich", "Helsinki")).known().orElseThrow();
    assertThat(known.to().source()).isEqualTo(ServerPlace.Source.PERSON);
    assertThat(known.kilometres()).isCloseTo(1_777, within(5.0));
    assertThat(known.lightNanos() / 1e6).isCloseTo(17.8, within(0.1));
    assertThat(known.factor().orElseThrow()).isCloseTo(40.1 / 17.78, within(0.02));
  }

  @Test
  void aNetworksOwnHeaderStatesTheServersPlace() {
    Snapshot snapshot = answering("Zürich", new Header("CF-Ray", "8a1b2c3d4e5f6789-HEL"));
    Distance.Known known = of(snapshot).known().orElseThrow();
    assertThat(known.to().word()).isEqualTo("CF-Ray");
    assertThat(known.to().place().code()).isEqualTo("HEL");
  }

  @Test
  void thePersonsWordComesBeforeAHeader() {
    Snapshot snapshot = answering("Zürich", new Header("CF-Ray", "8a1b2c3d4e5f6789-HEL"));
    Snapshot said = snapshot.with(snapshot.environment().servedFrom(Optional.of("Madrid")));
    assertThat(of(said).known().orElseThrow().to().place().name()).isEqualTo("Madrid");
  }

  @Test
  void theServersPlaceIsNotThatOfAnotherHost() {
    Exchange other = elsewhere("https://cdn.test/x.css");
    Snapshot snapshot = placed("Zürich", "Helsinki");
    assertThat(Distances.of(snapshot).of(other)).isInstanceOf(Distance.AtMost.class);
  }

  @Test
  void withoutAPlaceTheRoundTripBoundsIt() {
    assertThat(of(Samples.shop())).isEqualTo(new Distance.AtMost(4_010, Optional.empty()));
    assertThat(of(placed("my cellar", "Helsinki")))
        .isInstanceOfSatisfying(Distance.AtMost.class, bound -> assertThat(bound.to()).isPresent());
  }

  @Test
  void twoNamesOfOneCityAreTogether() {
    assertThat(of(placed("Zürich", "ZRH"))).isInstanceOf(Distance.Together.class);
  }

  @Test
  void fasterThanLightIsAContradiction() {
    assertThat(of(placed("Zürich", "Sydney")))
        .isInstanceOfSatisfying(
            Distance.Impossible.class,
            wrong -> {
              assertThat(wrong.vacuumNanos()).isGreaterThan(100_000_000);
              assertThat(wrong.floorNanos()).isEqualTo(40_100_000);
            });
  }

  @Test
  void thisComputerIsHere() {
    Exchange here = LoopbackSample.run().exchanges().getFirst();
    assertThat(Distances.of(placed("Zürich", "Helsinki")).of(here)).isEqualTo(new Distance.Here());
  }

  @Test
  void aFloorSaysHowNearAMachineBehindTheServerIs() {
    assertThat(List.of(Nearness.of(90_000), Nearness.of(400_000), Nearness.of(900_000)))
        .containsExactly(Nearness.SAME_RACK, Nearness.SAME_ZONE, Nearness.SAME_REGION);
    assertThat(List.of(Nearness.of(2_040_000), Nearness.of(12_000_000), Nearness.of(80_000_000)))
        .containsExactly(
            Nearness.OTHER_ZONE_OR_REGION, Nearness.OTHER_REGION, Nearness.OTHER_CONTINENT);
  }

  private static Snapshot placed(String from, String to) {
    Snapshot shop = Samples.shop();
    return shop.with(shop.environment().at(Optional.of(from)).servedFrom(Optional.of(to)));
  }

  private static Snapshot answering(String from, Header header) {
    Snapshot shop = Samples.shop();
    ResponseFacts facts =
        new ResponseFacts(100, 0, OptionalLong.empty(), List.of(header), Optional.empty());
    Exchange exchange = Samples.coldExchange(0).response(Optional.of(facts)).build();
    return shop.with(List.of(run(exchange))).with(shop.environment().at(Optional.of(from)));
  }

  private static Run run(Exchange exchange) {
    Run cold = Samples.cold(0);
    return new Run(
        cold.state(),
        cold.startedAt(),
        Optional.empty(),
        false,
        List.of(exchange),
        List.of(),
        List.of());
  }

  private static Exchange elsewhere(String url) {
    return new ExchangeBuilder(url, "GET")
        .connection(Samples.coldExchange(0).build().connection())
        .build();
  }

  private static Distance of(Snapshot snapshot) {
    return Distances.of(snapshot).of(snapshot.runs().getFirst().exchanges().getFirst());
  }
}
