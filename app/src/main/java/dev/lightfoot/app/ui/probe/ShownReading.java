package dev.lightfoot.app.ui.probe;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// What is shown, and how it is changed without being measured anew: what follows is computed off
/// the window's thread, and dropped where something else is shown by then.
final class ShownReading {
  private final ProbePorts ports;
  private final ObjectProperty<@Nullable ProbeReading> reading;

  ShownReading(ProbePorts ports, ObjectProperty<@Nullable ProbeReading> reading) {
    this.ports = ports;
    this.reading = reading;
  }

  /// Null before anything was found.
  @Nullable ProbeReading get() {
    return reading.get();
  }

  /// A measurement under way has no id yet, and shows what it brings itself.
  void change(UnaryOperator<ProbeReading> how, Consumer<ProbeReading> after) {
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
