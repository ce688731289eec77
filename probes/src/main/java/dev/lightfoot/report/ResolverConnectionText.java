package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the connection to a resolver was made, in words.
public final class ResolverConnectionText {
  private ResolverConnectionText() {}

  /// Such as `DNS 0.4 ms · TCP 40.1 ms · TLS 1.3 41.0 ms, 3 round trips`.
  public static String of(ResolverConnection made) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Phase, PhaseTiming> entry : made.phases().byPhase().entrySet()) {
      String name =
          entry.getKey() == Phase.TLS
              ? made.tlsVersion().map(PhaseNames::version).orElse(PhaseNames.of(Phase.TLS))
              : PhaseNames.of(entry.getKey());
      switch (entry.getValue()) {
        case PhaseTiming.Measured took ->
            parts.add(name + " " + Numbers.duration(took.durationNanos()));
        case PhaseTiming.Failed failed ->
            parts.add(
                say("text.setUp.failed", name, Numbers.duration(failed.durationNanos()))
                    + failed.message());
        case PhaseTiming.NotApplicable _ -> {}
      }
    }
    return String.join(" · ", parts) + ", " + count("trips", made.phases().totalTrips());
  }
}
