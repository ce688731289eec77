package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// Keeping what was found under a name.
public final class Saving {
  private final Library library;
  private final Workspace workspace;
  private final ProbeForm form;
  private final ReadOnlyObjectProperty<Stage> stage;
  private final ObjectProperty<@Nullable ProbeReading> reading;

  Saving(
      Library library,
      Workspace workspace,
      ProbeForm form,
      ReadOnlyObjectProperty<Stage> stage,
      ObjectProperty<@Nullable ProbeReading> reading) {
    this.library = library;
    this.workspace = workspace;
    this.form = form;
    this.stage = stage;
    this.reading = reading;
  }

  /// Whether there is something that could be saved.
  public BooleanBinding possible() {
    return Bindings.createBooleanBinding(
        () ->
            stage.get() != Stage.RUNNING
                && reading.get() != null
                && !snapshot().id().isEmpty()
                && form.addressErrorProperty().get().isEmpty(),
        stage,
        reading,
        form.addressErrorProperty());
  }

  /// A name to propose for what was found.
  public String proposedName() {
    return snapshot().name().orElseGet(() -> MeasurementWords.name(snapshot()));
  }

  /// Keeps what was found under that name.
  public void save(String name) {
    library.save(
        snapshot(),
        name,
        saved -> {
          ProbeReading shown = reading.get();
          if (shown != null && shown.snapshot().id().equals(saved.id())) {
            reading.set(shown.of(saved));
          }
          workspace.say(Words.text("status.saved", name));
        });
  }

  private Snapshot snapshot() {
    ProbeReading found = reading.get();
    if (found == null) {
      throw new IllegalStateException("nothing was measured yet");
    }
    return found.snapshot();
  }
}
