package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableStringValue;
import org.jspecify.annotations.Nullable;

/// Keeping the loads of a page under a name.
public final class PageSaving {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final Library library;
  private final Workspace workspace;
  private final ReadOnlyObjectProperty<Stage> stage;
  private final ObservableStringValue refusal;
  private final ObjectProperty<@Nullable PageReading> reading;

  PageSaving(
      Library library,
      Workspace workspace,
      ReadOnlyObjectProperty<Stage> stage,
      ObservableStringValue refusal,
      ObjectProperty<@Nullable PageReading> reading) {
    this.library = library;
    this.workspace = workspace;
    this.stage = stage;
    this.refusal = refusal;
    this.reading = reading;
  }

  /// Whether there is something that could be saved.
  BooleanBinding possible() {
    return Bindings.createBooleanBinding(
        () -> {
          PageReading shown = reading.get();
          return stage.get() != Stage.RUNNING
              && shown != null
              && !shown.snapshot().id().isEmpty()
              && refusal.get().isEmpty();
        },
        stage,
        refusal,
        reading);
  }

  /// A name to propose for what was found.
  public String proposedName() {
    Snapshot snapshot = snapshot();
    return snapshot
        .name()
        .orElseGet(
            () ->
                Words.text(
                    "page.name", WebUrl.hostIn(snapshot.target()), snapshot.takenAt().format(DAY)));
  }

  /// Keeps what was found under that name.
  public void save(String name) {
    library.save(
        snapshot(),
        name,
        saved -> {
          PageReading shown = reading.get();
          if (shown != null && shown.snapshot().id().equals(saved.id())) {
            reading.set(shown.with(saved));
          }
          workspace.say(Words.text("status.saved", name));
        });
  }

  private Snapshot snapshot() {
    PageReading found = reading.get();
    if (found == null) {
      throw new IllegalStateException("nothing was loaded yet");
    }
    return found.snapshot();
  }
}
