package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.Environment;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.PageSeries;
import dev.lightfoot.probe.Surroundings;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Loads pages in an installed browser.
///
/// @param program the browser to run; empty for the first that is found
/// @param traces whether each request to the page's own site carries a `traceparent` of its own
/// @param sandbox whether the browser shields this computer from the page; root can run it only
///   without
public record ChromePages(Optional<Path> program, boolean traces, boolean sandbox)
    implements PageSeries {

  /// The first browser that is found, with its sandbox, adding nothing to requests.
  public ChromePages() {
    this(Optional.empty(), false, true);
  }

  @Override
  public Snapshot load(PagePlan plan, PageListener listener, Cancellation cancellation) {
    InstalledBrowser browser =
        program
            .map(InstalledBrowser::at)
            .or(InstalledBrowser::find)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No Chrome, Chromium, Edge or Brave was found: give the path of one, or"
                            + " take the built-in engine (--engine builtin)."));
    ChromeWishes wishes = ChromeWishes.of(plan, sandbox);
    OffsetDateTime takenAt = OffsetDateTime.now(ZoneId.systemDefault());
    List<Run> runs;
    try (ChromeRuns all =
        new ChromeRuns(wishes.visit(traces), wishes.start(browser), cancellation)) {
      runs = runs(plan, all, listener, cancellation);
    }
    Environment environment = Surroundings.of("system", wishes.notes(), wishes.route());
    return new Snapshot(
        SnapshotId.next(takenAt.toInstant()),
        Optional.empty(),
        plan.request().url().toString(),
        takenAt,
        environment,
        runs,
        Map.of());
  }

  private static List<Run> runs(
      PagePlan plan, ChromeRuns all, PageListener listener, Cancellation cancellation) {
    List<Run> runs = new ArrayList<>();
    List<RunState> states = plan.states();
    for (int i = 0; i < states.size() && goesOn(runs, cancellation); i++) {
      listener.runStarted(i, states.get(i));
      boolean kept = i + 1 < states.size() && states.get(i + 1) == RunState.WARM;
      Run made = all.make(states.get(i), kept, new Findings(listener));
      Run run = i < plan.preparing() ? made.with(Optional.of(LeftOut.PREPARING)) : made;
      for (int each = 0; each < run.exchanges().size(); each++) {
        listener.exchangeEnded(each, run.exchanges().get(each));
      }
      listener.runEnded(i, run);
      runs.add(run);
    }
    return runs;
  }

  /// A failure that comes twice in a row, or that would repeat, is the last run.
  private static boolean goesOn(List<Run> runs, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return false;
    }
    if (runs.isEmpty() || runs.getLast().error().isEmpty()) {
      return true;
    }
    boolean twice = runs.size() > 1 && runs.get(runs.size() - 2).error().isPresent();
    return !twice
        && switch (runs.getLast().error().get().errorType()) {
          case "timeout", "connection-reset", "connection-closed", "body-cut", "stream-reset" ->
              true;
          default -> false;
        };
  }
}
