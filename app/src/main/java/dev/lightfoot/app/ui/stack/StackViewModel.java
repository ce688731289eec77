package dev.lightfoot.app.ui.stack;

import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.layout.StackLayout;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.store.span.SpanStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The stack screen without its looks: the shown measurement joined with what was read from logs
/// and received. Used by the window's thread; joining is done by `jobs`, again whenever one of them
/// changes.
public final class StackViewModel {
  private static final Logger LOG = Logger.getLogger(StackViewModel.class.getName());

  private final Workspace workspace;
  private final LogShelf shelf;
  private final Executor ui;
  private final Executor jobs;
  private final ReadOnlyObjectWrapper<@Nullable StackReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable StackLayout> layout = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<TimeWindow> window = new SimpleObjectProperty<>(TimeWindow.whole(1));
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyBooleanWrapper joining = new ReadOnlyBooleanWrapper();
  private final ReadBefore before =
      new ReadBefore(() -> TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
  private int turn;
  private int waiting;

  /// The measurement of which it is waited until servers have written; null where it is not.
  private @Nullable Snapshot following;

  /// How many spans the last joining had from the receiver.
  private volatile int received;

  public StackViewModel(Workspace workspace, LogShelf shelf, Executor ui, Executor jobs) {
    this.workspace = workspace;
    this.shelf = shelf;
    this.ui = ui;
    this.jobs = jobs;
    workspace.subjectProperty().subscribe(this::begin);
    shelf.changesProperty().subscribe(this::join);
    shelf.readingProperty().subscribe(this::look);
    shelf.receiving().changesProperty().subscribe(this::joinWhatCame);
    workspace.pointedProperty().subscribe(this::pointed);
  }

  /// Joins again where more has come for the shown measurement.
  private void joinWhatCame() {
    Snapshot subject = workspace.subjectProperty().get();
    if (subject != null && StackReading.possible(subject)) {
      shelf.ask(
          _ -> received(shelf.receiving().store(), subject).size(),
          found -> {
            if (found != received && subject.equals(workspace.subjectProperty().get())) {
              join();
            }
          });
    }
  }

  /// What has just been measured is joined with what servers write of it, not with what they wrote
  /// before; what was opened stays as it is.
  private void begin() {
    Snapshot subject = workspace.subjectProperty().get();
    boolean opened = subject != null && subject.equals(workspace.openedProperty().get());
    following = null;
    if (subject == null || opened || shelf.readings().isEmpty()) {
      join();
      return;
    }
    turn++;
    int mine = ++waiting;
    following = subject;
    reading.set(null);
    joining.set(true);
    shelf.follow(
        () -> {
          if (mine == waiting) {
            look();
          }
          if (mine == waiting && subject.equals(following)) {
            following = null;
            join();
          }
        });
  }

  /// Notes what has been read, which the next run is not joined with.
  private void look() {
    if (!shelf.readingProperty().get() && !shelf.readings().isEmpty()) {
      jobs.execute(() -> before.look(shelf.read()::forEachIdHash));
    }
  }

  /// Not while servers may still write of the measurement: what is read by then is of others.
  private void join() {
    Snapshot subject = workspace.subjectProperty().get();
    if (subject == null || following != null || !StackReading.possible(subject)) {
      return;
    }
    int mine = ++turn;
    joining.set(true);
    jobs.execute(
        () -> {
          try {
            StackReading made = StackReading.of(subject, spans(subject));
            ui.execute(() -> show(mine, made));
          } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "the stack could not be made", e);
            String text = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
            ui.execute(() -> workspace.tell(Notice.bad(text)));
          }
        });
  }

  /// Those of the files, and those that were received for the measurement's own trace ids. One that
  /// came both ways is taken once by the join, which tells spans by their ids.
  private List<Span> spans(Snapshot subject) throws IOException {
    List<Span> found =
        new ArrayList<>(
            before.without(shelf.read()::forEach, subject.runs().getFirst().startUnixNanos()));
    List<Span> came = received(shelf.receiving().store(), subject);
    received = came.size();
    found.addAll(came);
    return found;
  }

  private static List<Span> received(Optional<SpanStore> store, Snapshot subject)
      throws IOException {
    List<Span> found = new ArrayList<>();
    if (store.isPresent()) {
      for (String id : Join.traceIds(subject.runs())) {
        found.addAll(store.get().trace(id));
      }
    }
    return found;
  }

  private void show(int asked, StackReading made) {
    if (asked != turn) {
      return;
    }
    joining.set(false);
    selected.set(-1);
    StackLayout rows = StackLayout.of(made.stack());
    layout.set(rows);
    window.set(rows.window());
    reading.set(made);
    if (made.stack().joined() || wasJoined(made.snapshot())) {
      workspace.join(made.snapshot());
    }
    if (rows.rows() > 0) {
      selected.set(0);
    }
  }

  /// Whether more was joined with it before, which is not there any more.
  private boolean wasJoined(Snapshot snapshot) {
    Snapshot before = workspace.joinedProperty().get();
    return before != null && before.id().equals(snapshot.id());
  }

  /// What was joined; null before there was a measurement.
  ReadOnlyObjectProperty<@Nullable StackReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Whether a measurement is being joined.
  ReadOnlyBooleanProperty joiningProperty() {
    return joining.getReadOnlyProperty();
  }

  /// Its rows as they are folded now.
  ReadOnlyObjectProperty<@Nullable StackLayout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  ObjectProperty<TimeWindow> windowProperty() {
    return window;
  }

  /// Index of the selected row; -1 for none.
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  void select(int index) {
    StackLayout rows = layout.get();
    if (rows != null && index >= 0 && index < rows.stack().rows().size()) {
      for (int at = rows.parent(index); at != StackLayout.NONE; at = rows.parent(at)) {
        rows = rows.folding(at, false);
      }
      layout.set(rows);
      selected.set(index);
    }
  }

  /// Shows a span in its row; where it is of another run than the shown one, as part of its trace.
  private void pointed(@Nullable Proof proof) {
    StackReading shown = reading.get();
    if (shown == null || !(proof instanceof Proof.OfSpan(Optional<String> _, String spanId))) {
      return;
    }
    OptionalInt row = rowOf(shown, spanId);
    if (row.isPresent()) {
      select(row.getAsInt());
      workspace.screenProperty().set(Screen.STACK);
      return;
    }
    List<Run> runs = shown.snapshot().runs();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).spans().stream().anyMatch(span -> span.spanId().equals(spanId))) {
        openTrace(runs.get(i), i + 1, Optional.of(spanId));
        return;
      }
    }
  }

  private static OptionalInt rowOf(StackReading shown, String spanId) {
    List<StackRow> rows = shown.stack().rows();
    return IntStream.range(0, rows.size())
        .filter(row -> rows.get(row).spanIds().contains(spanId))
        .findFirst();
  }

  void fold(int index, boolean folded) {
    StackLayout rows = layout.get();
    if (rows != null) {
      StackLayout next = rows.folding(index, folded);
      layout.set(next);
      if (selected.get() >= 0) {
        selected.set(next.index(next.row(selected.get())));
      }
    }
  }

  /// Shows that much of the time around the selected row; 0 shows all of it.
  void zoom(double factor) {
    StackLayout rows = layout.get();
    if (rows == null) {
      return;
    }
    TimeWindow now = window.get();
    long middle = now.fromNanos() + now.length() / 2;
    int row = selected.get();
    long around = row < 0 ? middle : rows.at(row).startNanos().orElse(middle);
    boolean inSight = around >= now.fromNanos() && around <= now.toNanos();
    window.set(factor == 0 ? rows.window() : now.zoomed(factor, inSight ? around : middle));
  }

  void pan(long byNanos) {
    window.set(window.get().panned(byNanos));
  }

  /// Opens what servers recorded for the shown run as a trace.
  void openTrace() {
    StackReading shown = reading.get();
    if (shown != null && !shown.run().spans().isEmpty()) {
      Run run = shown.snapshot().runs().get(shown.number() - 1);
      openTrace(run, shown.number(), Optional.empty());
    }
  }

  private void openTrace(Run run, int number, Optional<String> spanId) {
    String name = Words.text("stack.trace.name", Integer.toString(number));
    workspace.open(new TraceSource(name, run.spans(), spanId));
  }
}
