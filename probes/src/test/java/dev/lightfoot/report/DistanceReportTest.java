package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.distance.Places;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.layout.LightTicks;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PlaceWords;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class DistanceReportTest {

  @Test
  void theCaptionNamesBothPlacesTheirDistanceAndTheFactor() {
    assertThat(caption(placed("Zürich", "Helsinki")))
        .endsWith("Zürich to Helsinki (your entry), 1 774 km: 2.3 × light");
  }

  @Test
  void withOnePlaceTheBoundStays() {
    assertThat(caption(placed("", "Helsinki")))
        .endsWith("Helsinki (your entry), at most 4 010 km away");
    assertThat(caption(placed("Zürich", ""))).endsWith("at most 4 010 km away");
  }

  @Test
  void placesThatCannotBeAreSaid() {
    assertThat(caption(placed("Zürich", "Sydney")))
        .endsWith(
            "Zürich to Sydney (your entry) cannot be right: light takes 110.5 ms there and back,"
                + " the answer took 40.1 ms");
  }

  @Test
  void placesInOneCityHaveNoFloor() {
    Snapshot near = placed("Zürich", "ZRH");
    assertThat(caption(near)).endsWith("Zürich to Zürich (your entry), too near for a light floor");
    assertThat(bar(near).light()).isEmpty();
  }

  @Test
  void everyBarThatWaitsForTheServerHasATick() {
    Snapshot shop = placed("Zürich", "Helsinki");
    LightTicks light = bar(shop).light().orElseThrow();
    long nanos = light.last().lightNanos();
    assertThat(light.ticks())
        .containsExactly(10_700_000 + nanos, 51_000_000 + nanos, 95_400_000 + nanos);
  }

  @Test
  void theTextSaysWhatTheFactorIs() {
    assertThat(Numbers.plain(TextReport.of(placed("Zürich", "Helsinki"), OptionalInt.of(10))))
        .containsIgnoringWhitespaces(
            "Light floor: Zürich to Helsinki (your entry), 1 774 km. Light takes 17.8 ms there and"
                + " back in fibre, the smallest round trip 40.1 ms: 2.3 × light.")
        .contains("measured from Zürich")
        .contains("server at Helsinki");
  }

  @Test
  void whatIsNoPlaceIsRefusedWithTheNearest() {
    assertThat(refusal("London"))
        .isEqualTo("Several places are called London: write London, GB or London, CA.");
    assertThat(refusal("Stockholmm"))
        .startsWith("“Stockholmm” is not a place that Lightfoot knows. Did you mean Stockholm, SE");
    assertThat(refusal("behind the boiler"))
        .isEqualTo(
            "“behind the boiler” is not a place that Lightfoot knows: write a city, an airport"
                + " code, a cloud region, or latitude,longitude.");
    assertThat(refusal("91,0")).startsWith("“91,0” is not a place on Earth");
  }

  private static String refusal(String written) {
    return PlaceWords.refusal(written, Places.known().find(written)).orElseThrow();
  }

  private static PhaseBar bar(Snapshot snapshot) {
    return PhaseBarBuilder.of(snapshot.runs()).across(Distances.of(snapshot)).build();
  }

  private static String caption(Snapshot snapshot) {
    return Numbers.plain(Headlines.finished(snapshot, OptionalInt.of(10)).caption());
  }

  private static Snapshot placed(String from, String to) {
    Snapshot shop = Samples.shop();
    return shop.with(
        shop.environment()
            .at(Optional.of(from).filter(place -> !place.isEmpty()))
            .servedFrom(Optional.of(to).filter(place -> !place.isEmpty())));
  }
}
