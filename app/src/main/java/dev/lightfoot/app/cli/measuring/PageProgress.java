package dev.lightfoot.app.cli.measuring;

import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/// One line on the terminal that says how far the loads of a page are, and is gone at the end.
public final class PageProgress implements PageListener {
  private static final String CLEAR_LINE = "\r\u001b[K";

  /// Numbers change four times a second at most: writing shares the computer with the measurement.
  private static final long PAUSE_NANOS = 250_000_000;

  private final PrintStream err;
  private final int planned;
  private final LongSupplier clock;
  private String run = "";
  private int found;
  private int ended;
  private long written;

  /// @param planned how many runs will be made
  /// @param clock nanoseconds
  public PageProgress(PrintStream err, int planned, LongSupplier clock) {
    this.err = err;
    this.planned = planned;
    this.clock = clock;
  }

  @Override
  public void warmingUp() {
    say("warming up");
  }

  @Override
  public void runStarted(int index, RunState state) {
    run = "run " + (index + 1) + " of " + planned + ", " + PhaseNames.of(state);
    found = 0;
    ended = 0;
    say(run);
  }

  @Override
  public void exchangeFound(Found what) {
    found++;
  }

  @Override
  public void exchangeEnded(int exchange, Exchange measured) {
    ended++;
    if (clock.getAsLong() - written >= PAUSE_NANOS) {
      say(run + ": " + ended + " of " + found + " requests");
    }
  }

  @Override
  public void runEnded(int index, Run ended) {
    if (index + 1 == planned || ended.error().isPresent()) {
      err.print(CLEAR_LINE);
      err.flush();
    } else {
      say(run + ": " + Numbers.plain(Numbers.duration(RunTime.nanos(ended))));
    }
  }

  private void say(String text) {
    written = clock.getAsLong();
    err.print(CLEAR_LINE + text);
    err.flush();
  }
}
