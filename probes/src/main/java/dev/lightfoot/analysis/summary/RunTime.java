package dev.lightfoot.analysis.summary;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;

/// How long a run took: the number that stands for it wherever one does. Of a probe the wall time
/// of its chain of hops; of a page the time from the start of the run to its load, or to the end of
/// its last request where the load is not known.
public final class RunTime {
  private RunTime() {}

  public static long nanos(Run run) {
    return run.page()
        .map(load -> page(run, load))
        .orElseGet(() -> RedirectChain.of(run).durationNanos());
  }

  private static long page(Run run, PageLoad load) {
    return Math.max(
        0,
        load.marks()
            .loadNanos()
            .orElseGet(
                () -> run.exchanges().stream().mapToLong(Exchange::endNanos).max().orElse(0)));
  }
}
