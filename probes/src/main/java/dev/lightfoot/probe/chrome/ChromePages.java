package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.PageSeries;
import dev.lightfoot.probe.Turns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  public List<Snapshot> compare(
      List<PagePlan> plans, PageListener listener, Cancellation cancellation) {
    InstalledBrowser browser =
        program
            .map(InstalledBrowser::at)
            .or(InstalledBrowser::find)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No Chrome, Chromium, Edge or Brave was found: give the path of one, or"
                            + " take the built-in engine (--engine builtin)."));
    List<ChromeSide> all = new ArrayList<>();
    try {
      for (PagePlan plan : plans) {
        ChromeWishes wishes = ChromeWishes.of(plan, sandbox);
        ChromeRuns runs = new ChromeRuns(wishes.visit(traces), wishes.start(browser), cancellation);
        all.add(new ChromeSide(wishes, runs, listener, cancellation));
      }
      Turns.take(all, listener::turnOf);
    } finally {
      all.forEach(ChromeSide::close);
    }
    return all.stream().map(ChromeSide::snapshot).toList();
  }
}
