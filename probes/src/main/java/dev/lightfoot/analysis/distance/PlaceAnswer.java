package dev.lightfoot.analysis.distance;

import java.util.List;
import java.util.Optional;

/// What a written place means.
public sealed interface PlaceAnswer {
  /// It is this one.
  record Found(Place place) implements PlaceAnswer {}

  /// It may be any of these, which lie apart.
  record Ambiguous(List<Place> places) implements PlaceAnswer {
    public Ambiguous {
      places = List.copyOf(places);
    }
  }

  /// No place of that name is known.
  ///
  /// @param nearest those whose names look most alike, best first; may be empty
  record Unknown(List<Place> nearest) implements PlaceAnswer {
    public Unknown {
      nearest = List.copyOf(nearest);
    }
  }

  /// Two numbers that are no latitude and longitude.
  record OffTheEarth() implements PlaceAnswer {}

  /// The place, where there is one.
  default Optional<Place> found() {
    return this instanceof Found(Place place) ? Optional.of(place) : Optional.empty();
  }
}
