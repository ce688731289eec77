package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.distance.Place;
import dev.lightfoot.analysis.distance.PlaceAnswer;
import dev.lightfoot.analysis.distance.ServerPlace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Places as people name them, and why a written one is none.
public final class PlaceWords {
  private PlaceWords() {}

  /// Why what was written is not taken as a place, and what would be; empty where it is one.
  public static Optional<String> refusal(String written, PlaceAnswer answer) {
    return switch (answer) {
      case PlaceAnswer.Found _ -> Optional.empty();
      case PlaceAnswer.OffTheEarth _ -> Optional.of(say("place.offEarth", written));
      case PlaceAnswer.Ambiguous several ->
          Optional.of(say("place.ambiguous", written, either(several.places())));
      case PlaceAnswer.Unknown unknown ->
          Optional.of(
              unknown.nearest().isEmpty()
                  ? say("place.unknown", written)
                  : say("place.unknown.near", written, either(unknown.nearest())));
    };
  }

  private static String either(List<Place> places) {
    return places.stream().map(PlaceWords::inFull).collect(Collectors.joining(say("place.or")));
  }

  /// As it can be written to mean this one.
  public static String inFull(Place place) {
    return switch (place.kind()) {
      case CITY -> say("place.city", place.name(), place.country());
      case AIRPORT -> say("place.coded", place.name(), place.code());
      case REGION -> say("place.coded", place.provider(), place.code());
      case POINT -> place.name();
    };
  }

  /// Such as `Frankfurt`.
  static String name(Place place) {
    return place.kind() == Place.Kind.REGION
        ? say("place.coded", place.name(), place.code())
        : place.name();
  }

  /// Such as `Frankfurt (CF-Ray)`.
  static String name(ServerPlace server) {
    String name = server.place().name();
    return switch (server.source()) {
      case PERSON -> say("place.by.person", name(server.place()));
      case HEADER -> say("place.by.header", name, server.word());
      case HOST_NAME -> say("place.by.host", name, server.word());
    };
  }
}
