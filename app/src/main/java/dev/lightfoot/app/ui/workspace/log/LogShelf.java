package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.store.span.SpanStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/// What was read from logs and traces, for all screens. Files are read off the window's thread;
/// properties change on it. A failure becomes a [Notice]; what was read before stays.
public final class LogShelf {
  private static final Logger LOG = Logger.getLogger(LogShelf.class.getName());

  private final Receiving receiving;
  private final Workspace workspace;
  private final Executor ui;
  private final Executor jobs;
  private final ReadingProgress progress;
  private final LogReading reading;
  private final LogFollowing following;
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /// @param read keeps what is read
  /// @param receiving keeps what is received
  /// @param pace hears of progress, at most four times a second
  public LogShelf(
      LogFiles files,
      ReadSpans read,
      Receiving receiving,
      Workspace workspace,
      Executor ui,
      Executor jobs,
      Executor pace) {
    this.receiving = receiving;
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = jobs;
    this.following = new LogFollowing(workspace, ui, jobs);
    this.progress = new ReadingProgress(workspace, ui, pace);
    this.reading =
        new LogReading(
            new OpenLogs(files, read),
            new LogReading.Ways(workspace, ui, jobs, this::changed, this::count, this::followOn),
            progress);
    receiving.openedProperty().subscribe(_ -> reading.each(this::count));
  }

  private void count(OpenLogs logs) {
    Reception opened = receiving.openedProperty().get();
    if (opened != null) {
      logs.count(opened, new ReceivedCount(receiving, workspace, ui), jobs);
    }
  }

  /// What became of each file, in the order in which they were given.
  public ObservableList<FileReading> readings() {
    return reading.shown();
  }

  /// The files and folders that are open, as they were given.
  public ReadOnlyObjectProperty<List<Path>> openProperty() {
    return reading.openProperty();
  }

  /// Whether files are being read.
  public ReadOnlyBooleanProperty readingProperty() {
    return progress.runningProperty();
  }

  /// How much of them is read, 0 to 1; -1 where nobody can say.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.partProperty();
  }

  /// Grows whenever there is something new to ask for.
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// Says that something new came in by another way.
  public void changed() {
    changes.set(changes.get() + 1);
  }

  /// What is received beside what is read.
  public Receiving receiving() {
    return receiving;
  }

  /// What was read from files. May be asked by any thread.
  public ReadSpans read() {
    return reading.logs().spans();
  }

  /// Reads files and folders. Where a reading is under way, it is ended first.
  public void add(List<Path> paths) {
    add(paths, _ -> {});
  }

  /// The same.
  ///
  /// @param ended hears how it ended, unless another reading was begun before
  public void add(List<Path> paths, Consumer<ReadingEnd> ended) {
    reading.add(paths, ended);
  }

  /// Forgets files and all that was read of them: the others are read again, without them. Can be
  /// undone.
  public void remove(Collection<FileReading> files) {
    List<Path> before = reading.wanted();
    List<String> names = files.stream().map(FileReading::path).distinct().toList();
    reading.without(
        names,
        () -> {
          Runnable back = workspace.undoable(() -> reading.anew(withAdded(before)));
          workspace.tell(
              Notice.plain(ofFiles("logs.removed", names))
                  .offering(Words.text("notice.undo"), back));
        });
  }

  /// What was open then, and what was added since.
  private List<Path> withAdded(List<Path> before) {
    List<Path> all = new ArrayList<>(before);
    reading.wanted().stream()
        .filter(path -> before.stream().noneMatch(path::startsWith))
        .forEach(all::add);
    return all;
  }

  /// Reads all open files again, as they are now. Asks first where one is gone, as what was read of
  /// it would be lost.
  public void readAgain() {
    Runnable read = () -> reading.anew(reading.wanted());
    ifGone(reading.wanted(), read, "logs.gone", "logs.again-anyway", read);
  }

  /// What readers are told of the open files.
  public ReadSettings settings() {
    return reading.logs().files().settings();
  }

  /// Tells it to readers, and reads all open files again; what is open stays until that is done.
  ///
  /// @throws IllegalArgumentException with a sentence where it cannot be so
  public void tell(ReadSettings settings) {
    reading.told(settings, reading.wanted());
  }

  /// Opens what was open before this start, at times when nothing is measured.
  public void restore(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    reading.restore(
        paths,
        () ->
            ifGone(
                paths,
                () -> {},
                "logs.absent",
                "door.show-logs",
                () -> workspace.screenProperty().set(Screen.LOGS)));
  }

  /// Looks off the window's thread whether all are there, and says which are not.
  private void ifGone(
      List<Path> paths, Runnable otherwise, String sentence, String label, Runnable action) {
    jobs.execute(
        () -> {
          List<String> gone = paths.stream().filter(Files::notExists).map(Path::toString).toList();
          ui.execute(
              () -> {
                if (gone.isEmpty()) {
                  otherwise.run();
                } else {
                  workspace.tell(
                      Notice.plain(ofFiles(sentence, gone)).offering(Words.text(label), action));
                }
              });
        });
  }

  private static String ofFiles(String key, List<String> paths) {
    return paths.size() == 1
        ? Words.text(key + ".one", paths.getFirst())
        : Words.text(key + ".many", paths.getFirst(), Integer.toString(paths.size() - 1));
  }

  /// Says whether something is measured: meanwhile nothing is read that nobody has asked for.
  public void measuring(boolean now) {
    reading.hold(now);
  }

  /// Reads what is written to the open files from now on, for as long as servers may take to write
  /// of a request that has just been made.
  ///
  /// @param ended runs on the window's thread when nothing more is waited for
  public void follow(Runnable ended) {
    following.begin(reading.logs(), this::added, ended);
  }

  private void followOn() {
    following.again(reading.logs(), this::added);
  }

  private void added() {
    reading.show();
    changed();
  }

  /// Stops following. For the end of the window.
  public void stopFollowing() {
    following.stop();
  }

  /// Ends the reading; what was read stays.
  ///
  /// @return whether there was one
  public boolean cancel() {
    return reading.cancel();
  }

  /// Asks the store off the window's thread and brings the answer to it.
  public <T> void ask(ShelfQuestion<T> question, Consumer<T> answer) {
    ask(question, answer, () -> {});
  }

  /// The same.
  ///
  /// @param failed runs where there is no answer
  public <T> void ask(ShelfQuestion<T> question, Consumer<T> answer, Runnable failed) {
    jobs.execute(
        () -> {
          try {
            T found = question.ask(shelved(reading.logs().spans()));
            ui.execute(() -> answer.accept(found));
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the span store failed", e);
            String text =
                Words.text(
                    "notice.store-failed",
                    String.valueOf(e.getMessage()),
                    "LF-SPANS",
                    workspace.logFile().toString());
            ui.execute(
                () -> {
                  failed.run();
                  workspace.tell(Notice.bad(text));
                });
          }
        });
  }

  private Shelved shelved(ReadSpans read) {
    List<SpanStore> stores = new ArrayList<>(List.of(read.kept()));
    receiving.store().ifPresent(stores::add);
    return new Shelved(read, new FoundTraces(stores), () -> isPartial(read));
  }

  private boolean isPartial(ReadSpans read) {
    Optional<Reception> opened = Optional.ofNullable(receiving.openedProperty().get());
    return read.kept().counts().dropped() > 0 || opened.filter(Reception::hasDropped).isPresent();
  }
}
