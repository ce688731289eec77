package dev.lightfoot.app.ui.shell;

import dev.lightfoot.analysis.compare.ComparisonSeries;
import dev.lightfoot.app.ui.compare.CompareViewModel;
import dev.lightfoot.app.ui.compare.reading.ComparePorts;
import dev.lightfoot.app.ui.history.schedule.FileBudgets;
import dev.lightfoot.app.ui.history.schedule.ScheduleFile;
import dev.lightfoot.app.ui.history.schedule.SchedulePorts;
import dev.lightfoot.app.ui.history.schedule.ScheduledProbes;
import dev.lightfoot.app.ui.page.PagePorts;
import dev.lightfoot.app.ui.page.PageViewModel;
import dev.lightfoot.app.ui.probe.ProbePorts;
import dev.lightfoot.app.ui.probe.ProbeViewModel;
import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.AcknowledgementStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// Everything in the window that measures, one at a time.
///
/// @param probe one request
/// @param page a page with all that it loads
/// @param compare two snapshots, measured again
/// @param scheduled probes by the clock
record Measurements(
    ProbeViewModel probe, PageViewModel page, CompareViewModel compare, ScheduledProbes scheduled) {

  static Measurements of(Workbench bench) {
    ProbeViewModel probe = probe(bench);
    PageViewModel page = page(bench, probe);
    CompareViewModel compare = compare(bench, probe);
    return new Measurements(
        probe,
        page,
        compare,
        scheduled(bench, () -> probe.running() || page.running() || compare.running()));
  }

  private static ProbeViewModel probe(Workbench bench) {
    WindowParts parts = bench.parts();
    return new ProbeViewModel(
        new ProbePorts(
            parts.series(),
            parts.ui(),
            parts.measuring(),
            parts.pace(),
            parts.still(),
            System::nanoTime),
        bench.workspace(),
        bench.library(),
        bench.recent());
  }

  private static PageViewModel page(Workbench bench, ProbeViewModel probe) {
    WindowParts parts = bench.parts();
    return new PageViewModel(
        new PagePorts(
            new FormPages(probe, bench.workspace(), parts.pages()),
            parts.ui(),
            parts.measuring(),
            parts.jobs(),
            parts.pace(),
            parts.still()),
        bench.workspace(),
        bench.library(),
        bench.recent());
  }

  private static CompareViewModel compare(Workbench bench, ProbeViewModel probe) {
    WindowParts parts = bench.parts();
    return new CompareViewModel(
        new ComparePorts(
            (a, others, choice) -> ComparisonSeries.of(a, others, choice).comparisons(),
            new FormComparisons(
                target -> probe.form().requestTo(target, bench.workspace().settings()),
                bench.workspace(),
                parts.series(),
                parts.pages()),
            parts.ui(),
            parts.jobs(),
            parts.measuring(),
            parts.still()),
        bench.workspace(),
        bench.library());
  }

  private static ScheduledProbes scheduled(Workbench bench, BooleanSupplier busy) {
    WindowParts parts = bench.parts();
    return new ScheduledProbes(
        new SchedulePorts(
            parts.series(),
            parts.ui(),
            parts.measuring(),
            parts::later,
            InstantSource.system(),
            System::nanoTime,
            RandomGenerator.getDefault(),
            busy,
            new FileBudgets(
                parts.files(),
                new AcknowledgementStore(parts.dataFolder()),
                () -> LocalDate.now(parts.zone()))),
        bench.workspace(),
        bench.library(),
        new ScheduleFile(parts.dataFolder()));
  }

  private List<Measuring> all() {
    return List.of(probe, page, compare);
  }

  /// Whether the person measures something.
  boolean running() {
    return all().stream().anyMatch(Measuring::running);
  }

  /// Whether a page is what is measured, or else what is shown; if not, it is a request.
  boolean isPage(Workspace workspace) {
    Snapshot subject = workspace.subjectProperty().get();
    boolean shown = subject != null && Workspace.isPage(subject);
    return page.running() || (shown && !probe.running());
  }

  /// One measurement at a time: where one begins, another ends with what it has. The rules are
  /// asked, and changes predicted, when none runs.
  void takeTurns(Judging judging) {
    for (Measuring each : all()) {
      each.stageProperty().subscribe(_ -> endOthers(each));
      each.stageProperty().subscribe(_ -> judging.hold(running()));
    }
  }

  private void endOthers(Measuring began) {
    if (began.running()) {
      all().stream().filter(each -> !each.equals(began)).forEach(Measuring::cancel);
      scheduled.giveWay();
    }
  }

  /// Calls whenever one has begun or ended.
  void follow(Runnable changed) {
    all().forEach(each -> each.stageProperty().subscribe(changed));
  }

  /// Ends what runs; what was measured stays.
  ///
  /// @return whether something ran
  boolean cancel() {
    return probe.cancel() || page.cancel() || compare.cancel();
  }

  /// Ends everything, for good.
  void stop() {
    probe.stop();
    page.stop();
    compare.stop();
    scheduled.close();
  }
}
