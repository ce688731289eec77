package dev.lightfoot.probe;

import dev.lightfoot.model.Environment;
import dev.lightfoot.probe.proxy.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a measurement says about where it was made.
public final class Surroundings {
  private Surroundings() {}

  /// Those of a measurement that begins now.
  ///
  /// @param resolver the resolver asked
  /// @param route how the first request goes
  public static Environment of(String resolver, List<String> resolverWarnings, Route route) {
    List<String> warnings = new ArrayList<>();
    Optional<String> proxy = Optional.empty();
    switch (route) {
      case Route.Via via -> proxy = Optional.of(via.proxy().url());
      case Route.Direct direct -> {
        if (!direct.pastProxy().isEmpty()) {
          warnings.add(direct.pastProxy());
        }
      }
      case Route.Unusable unusable -> warnings.add(unusable.why());
    }
    warnings.addAll(resolverWarnings);
    return new Environment(
        LightfootVersion.current(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Runtime.version().toString(),
        resolver,
        proxy,
        Optional.empty(),
        Optional.empty(),
        warnings);
  }
}
