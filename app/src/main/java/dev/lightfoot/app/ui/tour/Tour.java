package dev.lightfoot.app.ui.tour;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.OwnerFile;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Leads through the real screens with a recording, without any traffic. It can be left at any step
/// and is taken up there again, also after the next start. Used by one thread, the window's.
public final class Tour {
  private static final Logger LOG = Logger.getLogger(Tour.class.getName());

  private final TourSamples samples;
  private final Workspace workspace;
  private final OwnerFile file;
  private final Executor ui;
  private final Executor jobs;
  private final ReadOnlyObjectWrapper<Optional<TourStep>> step =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param folder the data folder
  /// @param jobs runs what waits for files
  public Tour(TourSamples samples, Workspace workspace, Path folder, Executor ui, Executor jobs) {
    this.samples = samples;
    this.workspace = workspace;
    this.file = new OwnerFile(folder.resolve("tour"));
    this.ui = ui;
    this.jobs = jobs;
  }

  /// Where it is; empty where nobody is led.
  public ReadOnlyObjectProperty<Optional<TourStep>> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// Begins, or goes on where it was left.
  public void start() {
    jobs.execute(
        () -> {
          TourStep left =
              file.lines().stream().findFirst().flatMap(TourStep::named).orElse(TourStep.LOOK);
          ui.execute(() -> go(left));
        });
  }

  /// To the next step; after the last one it is over.
  public void next() {
    step.get().ifPresent(present -> present.next().ifPresentOrElse(this::go, this::end));
  }

  /// To the step before, where there is one.
  public void back() {
    step.get().flatMap(TourStep::before).ifPresent(this::go);
  }

  /// Leaves it; what is open stays open.
  public void leave() {
    step.set(Optional.empty());
    workspace.say(Words.text("tour.left"));
  }

  private void end() {
    step.set(Optional.empty());
    jobs.execute(() -> keep(Optional.empty()));
    workspace.say(Words.text("tour.ended"));
  }

  private void go(TourStep wanted) {
    step.set(Optional.of(wanted));
    jobs.execute(
        () -> {
          keep(Optional.of(wanted));
          try {
            Snapshot before = samples.before();
            Snapshot after = samples.after();
            ui.execute(() -> show(wanted, before, after));
          } catch (IOException e) {
            LOG.log(Level.SEVERE, "a recording of the tour cannot be read", e);
            ui.execute(() -> broken(e));
          }
        });
  }

  private void show(TourStep wanted, Snapshot before, Snapshot after) {
    if (!step.get().equals(Optional.of(wanted))) {
      return; // the person has gone on meanwhile
    }
    switch (wanted) {
      case LOOK -> workspace.open(before);
      case WAIT -> openStack(before);
      case REPAIRED -> openStack(after);
      case COMPARE -> workspace.compare(before, after);
    }
  }

  private void openStack(Snapshot snapshot) {
    workspace.open(snapshot);
    workspace.screenProperty().set(Screen.STACK);
  }

  private void broken(IOException fault) {
    step.set(Optional.empty());
    workspace.tell(
        Notice.bad(
            Words.text(
                "notice.store-failed",
                String.valueOf(fault.getMessage()),
                "LF-FAULT",
                workspace.logFile().toString())));
  }

  private synchronized void keep(Optional<TourStep> where) {
    try {
      if (where.isPresent()) {
        file.write(List.of(where.get().name()));
      } else {
        file.delete();
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the step of the tour was not kept", e);
    }
  }
}
