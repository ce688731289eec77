package dev.lightfoot.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.distance.Place;
import dev.lightfoot.analysis.distance.Places;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlaceWordsTest {
  /// What names one place may name its twin nearby.
  private static final double CLOSE_KILOMETRES = 100;

  @Test
  void asAPlaceIsProposedItCanBeWritten() {
    Places places = Places.known();
    List<Place> all = places.matching("a", Integer.MAX_VALUE);
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(all)
        .filteredOn(
            place ->
                places
                    .find(PlaceWords.inFull(place))
                    .found()
                    .filter(found -> found.kilometresTo(place) <= CLOSE_KILOMETRES)
                    .isEmpty())
        .extracting(PlaceWords::inFull)
        .isEmpty();
  }
}
