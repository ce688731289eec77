package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.distance.Distance;
import dev.lightfoot.analysis.distance.Nearness;
import dev.lightfoot.analysis.distance.ServerPlace;
import dev.lightfoot.analysis.stack.PeerDistance;
import java.util.Locale;
import java.util.Optional;

/// How far away a server is, in words.
public final class DistanceWords {
  /// From here on the decimal says nothing.
  private static final double WHOLE_FROM = 100;

  private DistanceWords() {}

  /// In a few words; empty where nothing is known.
  public static String caption(Distance distance) {
    return switch (distance) {
      case Distance.Here _ -> say("caption.here");
      case Distance.Known known ->
          known.factor().isPresent()
              ? say("distance.known.times", way(known), times(known.factor().getAsDouble()))
              : way(known);
      case Distance.Together near ->
          say("distance.together", PlaceWords.name(near.from()), PlaceWords.name(near.to()));
      case Distance.Impossible wrong ->
          say(
              "distance.impossible",
              PlaceWords.name(wrong.from()),
              PlaceWords.name(wrong.to()),
              Numbers.duration(wrong.vacuumNanos()),
              Numbers.duration(wrong.floorNanos()));
      case Distance.AtMost bound ->
          at(bound.to(), say("caption.bound", Numbers.kilometres(bound.kilometres())));
      case Distance.Unknown unknown -> unknown.to().map(PlaceWords::name).orElse("");
    };
  }

  private static String at(Optional<ServerPlace> to, String bound) {
    return to.map(place -> say("distance.at", PlaceWords.name(place), bound)).orElse(bound);
  }

  private static String way(Distance.Known known) {
    return say(
        "distance.known",
        PlaceWords.name(known.from()),
        PlaceWords.name(known.to()),
        Numbers.distance(known.kilometres()));
  }

  /// What the tick in the bars is: the light floor, and how many times that the trip takes.
  public static String legend(Distance.Known known) {
    String light = Numbers.duration(known.lightNanos());
    return known.factor().isPresent()
        ? say("distance.legend.times", light, times(known.factor().getAsDouble()))
        : say("distance.legend", light);
  }

  /// The same as a sentence with its reasons.
  public static String sentence(Distance.Known known) {
    String light = Numbers.duration(known.lightNanos());
    return known.floorNanos().isPresent()
        ? say(
            "distance.sentence.times",
            way(known),
            light,
            Numbers.duration(known.floorNanos().getAsLong()),
            times(known.factor().orElseThrow()))
        : say("distance.sentence", way(known), light);
  }

  /// Where a machine behind the server stands at most: `PostgreSQL: no farther than …`.
  public static String sentence(PeerDistance distance) {
    String peer =
        distance.peer().map(PeerNames::of).orElseGet(() -> PhaseNames.of(distance.layer()));
    return say(
        "distance.peer", peer, away(distance), Numbers.rtt(distance.floorNanos()) + "\u00a0ms");
  }

  /// The same without the machine: a bound in words and kilometres.
  public static String away(PeerDistance distance) {
    String where = say("nearness." + distance.nearness().label());
    return distance.nearness() == Nearness.SAME_HOST
        ? where
        : say("distance.peer.bound", where, Numbers.kilometres(distance.kilometres()));
  }

  private static String times(double factor) {
    return factor < WHOLE_FROM
        ? String.format(Locale.ROOT, "%.1f", factor)
        : Numbers.count(Math.round(factor));
  }
}
