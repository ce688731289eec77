package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.redact.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The predictions that are kept, as the window sees them.
final class PredictionShelf {
  private static final Logger LOG = Logger.getLogger(PredictionShelf.class.getName());

  private final WhatIfPorts ports;
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<List<Prediction>> kept =
      new ReadOnlyObjectWrapper<>(List.of());

  PredictionShelf(WhatIfPorts ports, Workspace workspace) {
    this.ports = ports;
    this.workspace = workspace;
  }

  /// All of them, without secrets; those of the earliest snapshot first.
  ReadOnlyObjectProperty<List<Prediction>> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /// Keeps a prediction where its snapshot is kept, and reads all again.
  ///
  /// @param then hears of all as they are, on the window's thread
  void settle(Optional<Prediction> unkept, Consumer<List<Prediction>> then) {
    ports.jobs().execute(() -> work(unkept, then));
  }

  private void work(Optional<Prediction> unkept, Consumer<List<Prediction>> then) {
    try {
      if (unkept.isPresent()) {
        ports.kept().keep(unkept.get());
      }
      List<Prediction> all = ports.kept().all();
      List<Prediction> shown = all.stream().map(Redactor::redact).toList();
      ports
          .ui()
          .execute(
              () -> {
                kept.set(shown);
                then.accept(all);
              });
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "predictions could not be kept or read", e);
      String text = Words.text("whatif.unread", String.valueOf(e.getMessage()));
      ports.ui().execute(() -> workspace.tell(Notice.bad(text)));
    }
  }
}
