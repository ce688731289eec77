package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which run is looked at, and which are left out of the median. What follows from a choice is
/// computed off the window's thread; it is dropped where something else is shown by then.
public final class RunChoice {
  private final ProbePorts ports;
  private final Workspace workspace;
  private final ObjectProperty<@Nullable ProbeReading> reading;

  RunChoice(ProbePorts ports, Workspace workspace, ObjectProperty<@Nullable ProbeReading> reading) {
    this.ports = ports;
    this.workspace = workspace;
    this.reading = reading;
  }

  /// Looks at one run: in the bars, the bill and the details.
  ///
  /// @param run its index
  public void lookAt(int run) {
    ProbeReading shown = reading.get();
    if (shown != null && run >= 0 && run < shown.snapshot().runs().size()) {
      change(each -> each.lookingAt(OptionalInt.of(run)), _ -> {});
    }
  }

  /// Looks at the run that stands for all again.
  public void lookAtBilled() {
    change(each -> each.lookingAt(OptionalInt.empty()), _ -> {});
  }

  /// Leaves the run that is looked at out of the median, or counts it again.
  public void toggleExcluded() {
    ProbeReading shown = reading.get();
    if (shown != null && shown.drawn().isPresent()) {
      change(ProbeReading::excludedOrCounted, this::tell);
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

  /// A measurement under way has no id yet, and shows what it brings itself.
  private void change(UnaryOperator<ProbeReading> how, Consumer<ProbeReading> after) {
    ProbeReading before = reading.get();
    if (before == null || before.snapshot().id().isEmpty()) {
      return;
    }
    ports
        .measuring()
        .execute(
            () -> {
              ProbeReading changed = how.apply(before);
              ports.ui().execute(() -> show(before, changed, after));
            });
  }

  private void show(ProbeReading before, ProbeReading changed, Consumer<ProbeReading> after) {
    if (before.equals(reading.get())) {
      reading.set(changed);
      after.accept(changed);
    }
  }
}
