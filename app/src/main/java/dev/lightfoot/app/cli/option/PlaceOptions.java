package dev.lightfoot.app.cli.option;

import dev.lightfoot.analysis.distance.Places;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.words.PlaceWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say where both ends of what is measured are. Neither is ever looked up.
public final class PlaceOptions {
  @Option(
      names = "--place",
      paramLabel = "NAME|LAT,LON",
      description =
          "Where you measure from, for the light floor: a city, an airport code, a cloud region,"
              + " or latitude and longitude.")
  private @Nullable String place;

  @Option(
      names = "--server-place",
      paramLabel = "NAME|LAT,LON",
      description =
          "Where the server of the URL is, where you know it; by default what a CDN states in its"
              + " response's header counts.")
  private @Nullable String serverPlace;

  /// Refuses what is no place.
  public void check() throws Refusal {
    check("--place", place);
    check("--server-place", serverPlace);
  }

  private static void check(String option, @Nullable String written) throws Refusal {
    if (written != null) {
      Optional<String> refusal = PlaceWords.refusal(written, Places.known().find(written));
      if (refusal.isPresent()) {
        throw new Refusal(option + ": " + refusal.get());
      }
    }
  }

  /// Whether one of them was given.
  public boolean given() {
    return place != null || serverPlace != null;
  }

  /// The snapshot with the places in its environment; what was not given stays as it is.
  public Snapshot placed(Snapshot snapshot) {
    Snapshot placed = snapshot;
    if (place != null) {
      placed = placed.with(placed.environment().at(Optional.of(place.strip())));
    }
    if (serverPlace != null) {
      placed = placed.with(placed.environment().servedFrom(Optional.of(serverPlace.strip())));
    }
    return placed;
  }
}
