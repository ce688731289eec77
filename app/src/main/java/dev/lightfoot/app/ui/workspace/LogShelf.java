package dev.lightfoot.app.ui.workspace;

import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.app.ui.thread.Latest;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Source;
import dev.lightfoot.intake.follow.Pause;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.span.SpanStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was read from logs and traces, for all screens. Files are read off the window's thread;
/// properties change on it. A failure becomes a [Notice]; what was read before stays.
public final class LogShelf {
  private static final Logger LOG = Logger.getLogger(LogShelf.class.getName());

  private final LogFiles files;
  private final ReadSpans read;
  private final Receiving receiving;
  private final Workspace workspace;
  private final Executor ui;
  private final Executor jobs;
  private final Executor pace;
  private final ObservableList<FileReading> readings = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private AtomicBoolean cancelled = new AtomicBoolean();
  private CountDownLatch following = new CountDownLatch(1);
  private int turn;

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
    this.files = files;
    this.read = read;
    this.receiving = receiving;
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = jobs;
    this.pace = pace;
    ReceivedCount received = new ReceivedCount(files, read, receiving, workspace, ui);
    receiving
        .openedProperty()
        .subscribe(
            opened -> {
              if (opened != null) {
                jobs.execute(() -> received.count(opened));
              }
            });
  }

  /// What became of each file, in the order in which they were given.
  public ObservableList<FileReading> readings() {
    return readings;
  }

  /// Whether files are being read.
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// How much of them is read, 0 to 1; -1 where nobody can say.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
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

  /// Every span that was read from files, as far as they are kept. May be asked by any thread.
  public List<Span> spans() {
    return read.spans();
  }

  /// Reads files and folders. Where a reading is under way, it is ended first.
  public void add(List<Path> paths) {
    add(paths, _ -> {});
  }

  /// The same.
  ///
  /// @param ended hears how it ended, unless another reading was begun before
  public void add(List<Path> paths, Consumer<ReadingEnd> ended) {
    cancel();
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    int mine = ++turn;
    reading.set(true);
    progress.set(0);
    workspace.say(Words.text("logs.status.reading"));
    long before = System.nanoTime();
    jobs.execute(
        () -> {
          SpanBatches taking = taking(stop::get);
          List<FileReading> found = List.of();
          try {
            found = files.read(paths.stream().<Source>map(Source.OnDisk::new).toList(), taking);
            taking.flush();
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "logs could not be read", e);
            String text =
                Words.text(
                    "notice.store-failed",
                    String.valueOf(e.getMessage()),
                    "LF-LOGS",
                    workspace.logFile().toString());
            ui.execute(() -> workspace.tell(Notice.bad(text)));
          }
          List<FileReading> done = found;
          long nanos = System.nanoTime() - before;
          ui.execute(
              () -> {
                ReadingEnd how = new ReadingEnd(done, taking.onlyTrace(), stop.get());
                if (end(mine, how, nanos)) {
                  ended.accept(how);
                }
              });
        });
  }

  private SpanBatches taking(BooleanSupplier stop) {
    Latest<Double> latest = new Latest<>(pace, part -> ui.execute(() -> show(part)));
    return new SpanBatches(read, stop, () -> ui.execute(this::changed), latest::offer);
  }

  private void show(double part) {
    if (reading.get()) {
      progress.set(part);
    }
  }

  /// Whether it was the last reading.
  private boolean end(int asked, ReadingEnd how, long nanos) {
    List<FileReading> found = how.readings();
    readings.addAll(found);
    changed();
    if (turn != asked) {
      return false;
    }
    reading.set(false);
    long read = found.stream().mapToLong(FileReading::read).sum();
    workspace.say(
        Words.text(
            how.stopped() ? "logs.status.cancelled" : "logs.status.read",
            Numbers.count(found.size()),
            Numbers.count(read),
            Numbers.duration(nanos)));
    return true;
  }

  /// Reads what is written to the open files from now on, for as long as servers may take to write
  /// of a request that has just been made.
  ///
  /// @param ended runs on the window's thread when nothing more is waited for
  public void follow(Runnable ended) {
    following.countDown();
    CountDownLatch over = new CountDownLatch(1);
    following = over;
    SpanBatches taking = taking(() -> over.getCount() == 0);
    jobs.execute(
        () -> {
          try {
            files.follow(Pause.until(over), taking, found -> added(found, taking));
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "logs could not be followed", e);
            ui.execute(() -> workspace.tell(Notice.bad(String.valueOf(e.getMessage()))));
          }
          ui.execute(ended);
        });
  }

  private void added(List<FileReading> found, SpanBatches taking) {
    taking.flush();
    ui.execute(
        () -> {
          found.forEach(this::append);
          changed();
        });
  }

  /// Adds what was read of a file later to what was read of it before.
  private void append(FileReading later) {
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).name().equals(later.name())) {
        readings.set(i, readings.get(i).and(later));
        return;
      }
    }
    readings.add(later);
  }

  /// Stops following. For the end of the window.
  public void stopFollowing() {
    following.countDown();
  }

  /// Ends the reading; what was read stays.
  ///
  /// @return whether there was one
  public boolean cancel() {
    boolean running = reading.get();
    cancelled.set(true);
    return running;
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
            T found = question.ask(new Shelved(read, traces(), this::isPartial));
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

  private boolean isPartial() {
    Reception opened = receiving.openedProperty().get();
    return read.kept().counts().dropped() > 0 || (opened != null && opened.hasDropped());
  }

  private FoundTraces traces() {
    List<SpanStore> stores = new ArrayList<>(List.of(read.kept()));
    receiving.store().ifPresent(stores::add);
    return new FoundTraces(stores);
  }
}
