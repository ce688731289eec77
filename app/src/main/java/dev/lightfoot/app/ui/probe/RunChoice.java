package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.util.OptionalInt;

/// Which run is looked at, and which are left out of the median.
public final class RunChoice {
  private final ShownReading shown;
  private final Workspace workspace;

  RunChoice(ShownReading shown, Workspace workspace) {
    this.shown = shown;
    this.workspace = workspace;
  }

  /// Looks at one run: in the bars, the bill and the details.
  ///
  /// @param run its index
  public void lookAt(int run) {
    ProbeReading reading = shown.get();
    if (reading != null && run >= 0 && run < reading.snapshot().runs().size()) {
      shown.change(each -> each.lookingAt(OptionalInt.of(run)), _ -> {});
    }
  }

  /// Looks at the run that stands for all again.
  public void lookAtBilled() {
    shown.change(each -> each.lookingAt(OptionalInt.empty()), _ -> {});
  }

  /// Leaves the run that is looked at out of the median, or counts it again.
  public void toggleExcluded() {
    ProbeReading reading = shown.get();
    if (reading != null && reading.drawn().isPresent()) {
      shown.change(ProbeReading::excludedOrCounted, this::tell);
    }
  }

  private void tell(ProbeReading changed) {
    boolean excluded = changed.drawnRun().filter(run -> run.leftOut().isPresent()).isPresent();
    workspace.show(changed.snapshot());
    workspace.say(
        Words.text(
            excluded ? "status.excluded" : "status.counted",
            Integer.toString(changed.drawn().orElseThrow() + 1)));
  }
}
