package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.SideRequests;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What moved the total of a probe, by phase; where the servers of all runs were looked into, the
/// wait by layer, and what of it they do not hold.
///
/// @param runs that are looked at
/// @param a layers of side A
/// @param b layers of side B
record ProbeParts(PairedRuns runs, LayerTimes a, LayerTimes b) {

  List<Part> of() {
    List<Part> parts = new ArrayList<>();
    Set<Layer> layers = layers();
    long inLayers = 0;
    for (Layer layer : layers) {
      long nanos = runs.difference(run -> a.nanos(run, layer), run -> b.nanos(run, layer));
      inLayers += nanos;
      OptionalLong trips = changed(a.trips(layer), b.trips(layer));
      parts.add(new Part(Part.What.LAYER, layer.label(), nanos, trips));
    }
    for (Phase phase : Phase.values()) {
      long nanos = runs.difference(run -> run.nanos(phase), run -> run.nanos(phase));
      long own = phase == Phase.WAIT ? nanos - inLayers : nanos;
      OptionalLong trips = changed(trips(runs.a(), phase), trips(runs.b(), phase));
      parts.add(new Part(Part.What.PHASE, phase.label(), own, trips));
    }
    return parts;
  }

  /// Only whole runs can be opened: of a wait that counts in part it is not known which layers.
  private Set<Layer> layers() {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    boolean all =
        runs.a().stream().allMatch(run -> opens(a, run))
            && runs.b().stream().allMatch(run -> opens(b, run));
    if (all) {
      layers.addAll(a.layers());
      layers.addAll(b.layers());
    }
    return layers;
  }

  private static boolean opens(LayerTimes layers, ComparedRun run) {
    return run.fromNanos().isEmpty() && layers.knows(run);
  }

  private static OptionalLong trips(List<ComparedRun> runs, Phase phase) {
    return SideRequests.middle(
        runs.stream()
            .map(run -> run.trips(phase))
            .filter(OptionalInt::isPresent)
            .mapToLong(OptionalInt::getAsInt));
  }

  static OptionalLong changed(OptionalLong a, OptionalLong b) {
    return a.isEmpty() || b.isEmpty() || a.getAsLong() == b.getAsLong()
        ? OptionalLong.empty()
        : OptionalLong.of(b.getAsLong() - a.getAsLong());
  }
}
