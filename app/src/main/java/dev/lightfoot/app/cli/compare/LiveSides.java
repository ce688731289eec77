package dev.lightfoot.app.cli.compare;

import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.measuring.PageProgress;
import dev.lightfoot.app.cli.measuring.ProgressLine;
import dev.lightfoot.app.cli.option.PlaceOptions;
import dev.lightfoot.app.cli.option.RequestOptions;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.Likewise;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.PageSeries;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProbeSeries;
import java.util.ArrayList;
import java.util.List;

/// Measures what is compared and not kept yet: all of it alike, and in turn.
///
/// @param console says how far it is
/// @param requests how each is asked for
/// @param likewise how their runs are made
/// @param places where both ends are
record LiveSides(
    Console console, List<ProbeRequest> requests, Likewise likewise, PlaceOptions places) {

  /// The sides behind those URLs.
  static LiveSides of(
      List<String> urls,
      RequestOptions options,
      Likewise likewise,
      PlaceOptions places,
      Console console)
      throws Refusal {
    if (options.versions().size() > 1) {
      throw new Refusal("Each side is measured with one version of HTTP.");
    }
    List<ProbeRequest> requests = new ArrayList<>();
    for (String url : urls) {
      requests.add(options.request(url, console).over(options.versions().getFirst()));
    }
    return new LiveSides(console, requests, likewise, places);
  }

  /// As probes.
  List<Snapshot> probes(ProbeSeries series, Cancellation cancellation) throws Refusal {
    List<ProbePlan> plans = requests.stream().map(likewise::probe).toList();
    int runs = plans.stream().mapToInt(plan -> plan.states().size()).sum();
    ProbeListener listener =
        console.interactive() ? new ProgressLine(console.err(), runs) : ProbeListener.NONE;
    try {
      return placed(series.compare(plans, listener, cancellation));
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /// As pages.
  List<Snapshot> pages(PageSeries series, Cancellation cancellation) throws Refusal {
    try {
      List<PagePlan> plans = requests.stream().map(likewise::page).toList();
      int runs = plans.stream().mapToInt(plan -> plan.states().size()).sum();
      PageListener listener =
          console.interactive()
              ? new PageProgress(console.err(), runs, System::nanoTime)
              : PageListener.NONE;
      return placed(
          series.compare(plans, listener, cancellation).stream()
              .map(each -> each.with(each.runs().stream().map(PageCriticalPath::complete).toList()))
              .toList());
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private List<Snapshot> placed(List<Snapshot> measured) {
    return measured.stream().map(places::placed).toList();
  }
}
