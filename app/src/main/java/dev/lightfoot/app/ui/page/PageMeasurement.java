package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.page.live.LoadListener;
import dev.lightfoot.app.ui.page.live.LoadProgress;
import dev.lightfoot.app.ui.workspace.setting.Whereabouts;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PagePlan;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The loads of one page from their start to their end: what was asked for, how to stop it, and
/// what it has brought so far as a snapshot.
final class PageMeasurement {
  private static final Logger LOG = Logger.getLogger(PageMeasurement.class.getName());
  private final PagePlan plan;
  private final PageEngine engine;
  private final Whereabouts whereabouts;
  private final OffsetDateTime begun = OffsetDateTime.now(ZoneOffset.UTC);
  private final Cancellation cancellation = new Cancellation();

  /// @param whereabouts where both ends are, where the person said so
  PageMeasurement(PagePlan plan, PageEngine engine, Whereabouts whereabouts) {
    this.plan = plan;
    this.engine = engine;
    this.whereabouts = whereabouts;
  }

  PagePlan plan() {
    return plan;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  int planned() {
    return plan.states().size();
  }

  /// How it ended.
  sealed interface End {}

  /// With everything that was asked for, or as far as it came.
  record Whole(Snapshot snapshot) implements End {}

  /// It was never begun; the sentence says why.
  record Refused(String sentence) implements End {}

  /// A fault of this program, which its log describes.
  record BrokenOff() implements End {}

  /// Loads; returns when it has ended.
  End load(PageLoading loading, LoadListener listener) {
    try {
      Snapshot made = loading.load(plan, engine, listener, cancellation);
      return new Whole(whereabouts.placed(made));
    } catch (IllegalArgumentException e) {
      return new Refused(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "loading the page broke off", e);
      return new BrokenOff();
    }
  }

  /// What has come so far. It has no id yet and cannot be saved.
  Snapshot sofar(LoadProgress progress) {
    List<Run> runs = new ArrayList<>(progress.runs());
    progress.live().ifPresent(load -> runs.add(run(load, Optional.empty())));
    return snapshot(runs);
  }

  private Run run(LoadProgress.Load load, Optional<RunError> error) {
    return new Run(load.state(), begun, error, false, load.exchanges(), List.of(), List.of())
        .as(
            new PageLoad(
                engine,
                Optional.of(plan.viewport()),
                load.exchanges().isEmpty() ? OptionalInt.empty() : OptionalInt.of(0),
                PageMarks.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
  }

  private Snapshot snapshot(List<Run> runs) {
    String target = plan.request().url().toString();
    return new Snapshot("", Optional.empty(), target, begun, Environment.UNKNOWN, runs, Map.of());
  }
}
