package dev.lightfoot.analysis.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PlacesTest {
  private static final Places PLACES = Places.known();

  @Test
  void knownDistancesComeOut() {
    assertThat(kilometres("London, GB", "New York")).isCloseTo(5_570, within(10.0));
    assertThat(kilometres("Zürich", "Helsinki")).isCloseTo(1_777, within(10.0));
    assertThat(kilometres("Sydney", "Santiago")).isCloseTo(11_340, within(40.0));
    assertThat(kilometres("LHR", "JFK")).isCloseTo(5_540, within(10.0));
    assertThat(kilometres("SYD", "LAX")).isCloseTo(12_050, within(40.0));
    assertThat(kilometres("SIN", "FRA")).isCloseTo(10_270, within(40.0));
    assertThat(kilometres("eu-central-1", "us-east-1")).isCloseTo(6_540, within(60.0));
    assertThat(kilometres("0,0", "0,180")).isCloseTo(20_015, within(1.0));
    assertThat(kilometres("90,0", "-90,0")).isCloseTo(20_015, within(1.0));
    assertThat(kilometres("Auckland", "Auckland")).isZero();
  }

  @Test
  void theShorterWayAroundTheEarthCounts() {
    assertThat(kilometres("0,179", "0,-179")).isCloseTo(222, Offset.offset(1.0));
  }

  @Test
  void aCityIsFoundWithoutCaseAccentsAndByOtherNames() {
    assertThat(
            Stream.of("Zürich", "zurich", "ZÜRICH", "Zuerich", " zürich ")
                .map(PlacesTest::found)
                .map(Place::name))
        .containsOnly("Zürich");
    assertThat(found("são paulo")).isEqualTo(found("Sao Paulo"));
    assertThat(found("Wien").name()).isEqualTo("Vienna");
    assertThat(found("Frankfurt am Main")).isEqualTo(found("Frankfurt"));
  }

  @Test
  void aCodeIsThatOfAnAirportOfACityOrOfARegion() {
    assertThat(found("zrh").kind()).isEqualTo(Place.Kind.AIRPORT);
    assertThat(found("NYC").name()).isEqualTo("New York");
    assertThat(found("europe-west4").provider()).isEqualTo("Google Cloud");
    assertThat(found("AWS eu-central-1")).isEqualTo(found("eu-central-1"));
  }

  @Test
  void aBegunNameFindsCitiesAirportsAndRegionsThoseThatBeginSoFirst() {
    assertThat(PLACES.matching("zur", 9).getFirst().name()).isEqualTo("Zürich");
    assertThat(PLACES.matching("us-east", 9)).extracting(Place::code).contains("us-east-1");
    assertThat(PLACES.matching("lhr", 9)).extracting(Place::code).containsExactly("LHR");
    assertThat(PLACES.matching("york", 9).getFirst().name()).isEqualTo("New York");
    assertThat(PLACES.matching("a", 9)).hasSize(9);
    assertThat(PLACES.matching(" ,", 9)).isEmpty();
  }

  @Test
  void anAirportIsFoundByItsNameWithItsCode() {
    assertThat(found("London LHR")).isEqualTo(found("LHR"));
  }

  @Test
  void latitudeAndLongitudeAreAPlace() {
    assertThat(List.of(found("47.38,8.54").at(), found(" 47.38°, 8.54° ").at()))
        .containsOnly(new Coordinates(47.38, 8.54));
    assertThat(found("−33.87; 151.21").at()).isEqualTo(new Coordinates(-33.87, 151.21));
  }

  @Test
  void numbersThatAreNoLatitudeAndLongitudeAreSaidToBeSo() {
    assertThat(Stream.of("91,0", "0,181", "-90.1,0", "1.2.3,4").map(PLACES::find))
        .containsOnly(new PlaceAnswer.OffTheEarth());
  }

  @Test
  void aNameOfTwoCitiesNeedsItsCountry() {
    PlaceAnswer.Ambiguous answer = (PlaceAnswer.Ambiguous) PLACES.find("London");
    assertThat(answer.places()).extracting(Place::country).containsExactly("GB", "CA");
    assertThat(found("London, GB").country()).isEqualTo("GB");
    assertThat(found("London, Canada").country()).isEqualTo("CA");
  }

  @Test
  void anUnknownNameComesBackWithTheNearest() {
    assertThat(nearest("Züricch")).startsWith("Zürich");
    assertThat(nearest("Francfort")).contains("Frankfurt");
    assertThat(nearest("San Fransisco")).startsWith("San Francisco");
    assertThat(nearest("eu-centrall-1")).startsWith("Frankfurt");
    assertThat(nearest("my cellar, behind the boiler")).isEmpty();
    assertThat(nearest("")).isEmpty();
  }

  @Test
  void everyCodeOfTheTableLeadsToItsPlace() {
    List<Place> all = PlaceTable.read().stream().map(PlaceTable.Entry::place).toList();
    assertThat(all.stream().filter(place -> place.kind() == Place.Kind.AIRPORT))
        .hasSizeGreaterThan(300)
        .allSatisfy(place -> assertThat(PLACES.airport(place.code())).contains(place));
    assertThat(all.stream().filter(place -> place.kind() == Place.Kind.REGION))
        .hasSizeGreaterThan(80)
        .allSatisfy(place -> assertThat(PLACES.find(place.code()).found()).isPresent());
    assertThat(all.stream().filter(place -> place.kind() == Place.Kind.CITY))
        .hasSizeGreaterThan(150)
        .allSatisfy(
            place ->
                assertThat(PLACES.find(place.name() + ", " + place.country()).found())
                    .contains(place));
  }

  @Test
  void anAirportLiesByTheCityThatItServes() {
    List<Place> all = PlaceTable.read().stream().map(PlaceTable.Entry::place).toList();
    for (Place airport : all) {
      for (Place city : all) {
        if (airport.kind() == Place.Kind.AIRPORT
            && city.kind() == Place.Kind.CITY
            && airport.name().equals(city.name())
            && airport.country().equals(city.country())) {
          assertThat(airport.kilometresTo(city)).as(airport.code()).isLessThan(70);
        }
      }
    }
  }

  private static Place found(String written) {
    return PLACES.find(written).found().orElseThrow(() -> new AssertionError(written));
  }

  private static List<String> nearest(String written) {
    return ((PlaceAnswer.Unknown) PLACES.find(written))
        .nearest().stream().map(Place::name).toList();
  }

  private static double kilometres(String one, String other) {
    return found(one).kilometresTo(found(other));
  }
}
