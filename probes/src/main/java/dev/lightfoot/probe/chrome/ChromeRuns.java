package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.Begun;
import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.probe.Cancellation;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes the runs of one page. A cold run has a browser and a profile of its own; warm runs load
/// the page again in those of the cold run before them.
final class ChromeRuns implements AutoCloseable {
  private final Visit visit;
  private final ChromeStart start;
  private final Cancellation cancellation;
  private @Nullable RunningBrowser browser;
  private @Nullable Tab tab;

  ChromeRuns(Visit visit, ChromeStart start, Cancellation cancellation) {
    this.visit = visit;
    this.start = start;
    this.cancellation = cancellation;
  }

  /// Makes the next run.
  ///
  /// @param kept whether a warm run follows, so that the browser is kept
  /// @param listener gets each request when it begins
  Run make(RunState state, boolean kept, Consumer<Begun> listener) {
    OffsetDateTime startedAt = OffsetDateTime.now(ZoneId.systemDefault());
    try {
      return state == RunState.COLD ? cold(kept, listener) : again(state, kept, listener);
    } catch (BrowserFailure e) {
      close();
      BrowserFailure why = cancellation.isCancelled() ? BrowserFailure.cancelled() : e;
      return new Run(
              state,
              startedAt,
              Optional.of(why.asRunError()),
              false,
              List.of(),
              List.of(),
              List.of())
          .as(empty(List.of()));
    }
  }

  private Run cold(boolean kept, Consumer<Begun> listener) throws BrowserFailure {
    close();
    RunningBrowser started = start.start(cancellation);
    browser = started;
    tab = started.open(visit);
    return run(RunState.COLD, kept, listener);
  }

  private Run again(RunState state, boolean kept, Consumer<Begun> listener) throws BrowserFailure {
    RunningBrowser running = browser;
    Tab opened = tab;
    if (running == null || opened == null) {
      // the run before it failed, and took its browser along
      return cold(kept, listener).with(Optional.of(LeftOut.NOT_KEPT));
    }
    opened.leave();
    return run(state, kept, listener);
  }

  private Run run(RunState state, boolean kept, Consumer<Begun> listener) throws BrowserFailure {
    RunningBrowser running = Objects.requireNonNull(browser);
    Tab.Loaded loaded = Objects.requireNonNull(tab).load(listener);
    Optional<NetLog> log = kept ? running.networkSoFar() : running.leave();
    Run run =
        loaded
            .run()
            .run(
                state,
                empty(List.of("loaded by " + running.product() + " without a window")),
                ZoneId.systemDefault(),
                log.orElse(NetLog.NONE));
    if (!kept) {
      close();
    }
    return loaded.whole() || run.error().isPresent() ? run : late(run);
  }

  private Run late(Run run) {
    RunError error =
        new RunError(
            Optional.empty(),
            ErrorType.TIMEOUT.label(),
            "The page did not load within the "
                + visit.timeout().toSeconds()
                + " s given to a run.");
    return new Run(
        run.state(),
        run.startedAt(),
        Optional.of(error),
        run.interrupted(),
        run.leftOut(),
        run.exchanges(),
        run.spans(),
        run.alignments(),
        run.page());
  }

  private PageLoad empty(List<String> notes) {
    List<String> all = new ArrayList<>(start.notes());
    all.addAll(notes);
    return new PageLoad(
        PageEngine.CHROME,
        Optional.of(visit.viewport()),
        OptionalInt.empty(),
        PageMarks.NONE,
        List.of(),
        List.of(),
        List.of(),
        all,
        Optional.empty());
  }

  /// Ends the browser.
  @Override
  public void close() {
    RunningBrowser running = browser;
    browser = null;
    tab = null;
    if (running != null) {
      running.close();
    }
  }
}
