package dev.lightfoot.app.cli.measuring;

import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.io.PrintStream;

/// One line on the terminal that says what is being done, and is gone at the end. Written between
/// runs only, so that it costs no measurement anything.
public final class ProgressLine implements ProbeListener {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final int planned;

  public ProgressLine(PrintStream err, int planned) {
    this.err = err;
    this.planned = planned;
  }

  @Override
  public void warmingUp() {
    say("warming up");
  }

  @Override
  public void runStarted(int index, RunState state) {
    say("run " + (index + 1) + " of " + planned + ", " + PhaseNames.of(state));
  }

  @Override
  public void runEnded(int index, Run run) {
    if (index + 1 == planned || run.error().isPresent()) {
      err.print(CLEAR_LINE);
      err.flush();
    } else {
      String total = Numbers.plain(Numbers.duration(RunTime.nanos(run)));
      say("run " + (index + 1) + " of " + planned + ": " + total);
    }
  }

  @Override
  public void phaseStarted(Phase phase, long atNanos) {
    // Writing here would disturb what is being measured.
  }

  private void say(String text) {
    err.print(CLEAR_LINE + text);
    err.flush();
  }
}
