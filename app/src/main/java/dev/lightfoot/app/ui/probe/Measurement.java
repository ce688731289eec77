package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.probe.live.Progress;
import dev.lightfoot.app.ui.workspace.setting.Whereabouts;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.report.layout.Axis;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One measurement from its start to its end: what was asked for, how to stop it, and how what it
/// has brought so far is read.
final class Measurement {
  private static final Logger LOG = Logger.getLogger(Measurement.class.getName());

  private final ProbePlan plan;
  private final Whereabouts whereabouts;
  private final long startedNanos;
  private final Cancellation cancellation = new Cancellation();
  private volatile Axis axis = new Axis(0, 1);

  /// @param whereabouts where both ends are, where the person said so
  /// @param startedNanos present instant of a monotonic clock
  Measurement(ProbePlan plan, Whereabouts whereabouts, long startedNanos) {
    this.plan = plan;
    this.whereabouts = whereabouts;
    this.startedNanos = startedNanos;
  }

  ProbePlan plan() {
    return plan;
  }

  long startedNanos() {
    return startedNanos;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  String target() {
    return plan.request().url().toString();
  }

  int planned() {
    return plan.states().size();
  }

  /// How it ended.
  sealed interface End {}

  /// With everything that was asked for, or as far as it came.
  record Whole(ProbeReading reading) implements End {}

  /// It was never begun; the sentence says why.
  record Refused(String sentence) implements End {}

  /// A fault of this program, which its log describes.
  record BrokenOff() implements End {}

  /// Measures; returns when it has ended.
  End measure(ProbeSeries series, ProbeListener listener) {
    try {
      Snapshot snapshot = series.measure(plan, listener, cancellation);
      return new Whole(ProbeReading.of(whereabouts.placed(snapshot), planned()));
    } catch (IllegalArgumentException e) {
      return new Refused(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the measurement broke off", e);
      return new BrokenOff();
    }
  }

  /// What was found so far, on an axis that never gets shorter.
  ProbeReading reading(Progress state) {
    ProbeReading found = ProbeReading.of(sofar(state.runs()), planned(), state.live(), axis);
    axis = found.bar().axis();
    return found;
  }

  /// Not whole yet, and without an id: never saved, replaced by the probe's own when that ends.
  private Snapshot sofar(List<Run> runs) {
    OffsetDateTime takenAt =
        runs.isEmpty()
            ? OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
            : runs.getFirst().startedAt();
    return new Snapshot(
        "", Optional.empty(), target(), takenAt, Environment.UNKNOWN, runs, Map.of());
  }
}
