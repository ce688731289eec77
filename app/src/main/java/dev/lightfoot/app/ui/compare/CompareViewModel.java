package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.ToCompare;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.EarlierSessions;
import dev.lightfoot.store.StoredSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The compare screen without its looks: which two are compared, and how they differ. Used by one
/// thread, that of [ComparePorts#ui]; comparing is done by `jobs`, and a later choice replaces an
/// earlier one.
public final class CompareViewModel implements Measuring {
  private static final Logger LOG = Logger.getLogger(CompareViewModel.class.getName());

  private final ComparePorts ports;
  private final Workspace workspace;
  private final Library library;
  private final MeasuringAgain again;
  private final RequestSight requests;
  private final WaterfallSight waterfalls;
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> a = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> b = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CompareReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private Optional<RunState> state = Optional.empty();
  private int turn;

  public CompareViewModel(ComparePorts ports, Workspace workspace, Library library) {
    this.ports = ports;
    this.workspace = workspace;
    this.library = library;
    this.again = new MeasuringAgain(ports, workspace, this::measured);
    this.requests = new RequestSight(reading.getReadOnlyProperty());
    this.waterfalls = new WaterfallSight(reading.getReadOnlyProperty());
    workspace.comparedProperty().subscribe(this::asked);
    library.snapshots().addListener((javafx.beans.Observable _) -> tellUnsaved());
  }

  /// Which requests are in sight.
  RequestSight requests() {
    return requests;
  }

  /// What of two pages is in sight.
  WaterfallSight waterfalls() {
    return waterfalls;
  }

  /// The snapshot of that side; null where none is chosen.
  ReadOnlyObjectProperty<@Nullable Snapshot> sideProperty(Which which) {
    return (which == Which.A ? a : b).getReadOnlyProperty();
  }

  /// How they differ; null until both are chosen and compared.
  ReadOnlyObjectProperty<@Nullable CompareReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Index of the selected strip; -1 for none.
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return again.stageProperty();
  }

  @Override
  public ReadOnlyDoubleProperty progressProperty() {
    return again.progressProperty();
  }

  /// Whether one of the two is not kept.
  @Override
  public ReadOnlyBooleanProperty savable() {
    return unsaved.getReadOnlyProperty();
  }

  /// What can be chosen, newest first.
  ObservableList<StoredSnapshot> kept() {
    return library.snapshots();
  }

  private void asked(@Nullable ToCompare what) {
    if (what == null) {
      return;
    }
    state = Optional.empty();
    b.set(what.b());
    if (what.a().isPresent()) {
      a.set(what.a().get());
      compare();
    } else {
      a.set(null);
      reading.set(null);
      tellUnsaved();
      propose(what.b());
    }
  }

  private void propose(Snapshot second) {
    Optional<StoredSnapshot> fitting = Proposals.fitting(second, library.snapshots());
    if (fitting.isEmpty()) {
      workspace.say(Words.text("compare.status.none-fits"));
      return;
    }
    library.read(
        fitting.get(),
        read -> {
          if (second.equals(b.get()) && a.get() == null) { // else another was chosen meanwhile
            a.set(read);
            compare();
          }
        });
  }

  /// The two that are proposed while none is chosen; empty where no address was kept twice.
  Optional<Proposals.Pair> proposed() {
    return Proposals.last(library.snapshots());
  }

  /// Compares the two that are proposed.
  void compareProposed() {
    proposed()
        .ifPresent(
            pair ->
                library.read(
                    pair.earlier(),
                    first ->
                        library.read(pair.later(), second -> workspace.compare(first, second))));
  }

  /// Takes a kept snapshot as one of the sides. Where the other side is still open, the last one
  /// that fits is taken for it.
  void choose(Which which, StoredSnapshot stored) {
    library.read(
        stored,
        read -> {
          if (which == Which.B && a.get() == null) {
            asked(new ToCompare(Optional.empty(), read));
            return;
          }
          (which == Which.A ? a : b).set(read);
          state = Optional.empty();
          compare();
        });
  }

  /// Makes A B, and B A.
  void swap() {
    Snapshot first = a.get();
    a.set(b.get());
    b.set(first);
    compare();
  }

  /// Whether both sides have runs of that state.
  boolean has(RunState wanted) {
    Snapshot first = a.get();
    Snapshot second = b.get();
    return first != null
        && second != null
        && !first.runs(wanted).isEmpty()
        && !second.runs(wanted).isEmpty();
  }

  /// Compares the runs of that state.
  void look(RunState wanted) {
    if (has(wanted)) {
      state = Optional.of(wanted);
      compare();
    }
  }

  /// Selects a strip.
  void select(int row) {
    CompareReading shown = reading.get();
    if (shown != null && row >= 0 && row < shown.strips().rows().size()) {
      selected.set(row);
    }
  }

  private void compare() {
    int mine = ++turn;
    tellUnsaved();
    Snapshot first = a.get();
    Snapshot second = b.get();
    if (first == null || second == null) {
      reading.set(null);
      return;
    }
    CompareChoice wanted = choice(first, second);
    ports
        .jobs()
        .execute(
            () -> {
              try {
                CompareReading read = CompareReading.of(first, second, ports.comparing(), wanted);
                ports.ui().execute(() -> show(mine, read));
              } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "the comparison could not be made", e);
                ports.ui().execute(this::fault);
              }
            });
  }

  private CompareChoice choice(Snapshot first, Snapshot second) {
    CompareChoice plain =
        CompareChoice.DEFAULT.after(
            EarlierSessions.medians(List.of(first, second), state, library.snapshots()));
    return state.map(plain::in).orElse(plain);
  }

  private void show(int asked, CompareReading made) {
    if (asked == turn) {
      selected.set(made.strips().rows().size() - 1);
      reading.set(made);
      workspace.say(CompareSentences.status(made));
    }
  }

  private void fault() {
    String sentence = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
    workspace.tell(Notice.bad(sentence));
    workspace.say(sentence);
  }

  /// Measures both once more, in turn; or says why that cannot be.
  @Override
  public void run() {
    CompareReading shown = reading.get();
    if (shown != null) {
      again.begin(shown);
    }
  }

  @Override
  public boolean cancel() {
    return again.cancel();
  }

  /// Stops whatever runs, without a word: when the window closes.
  public void stop() {
    again.stop();
  }

  private void measured(Snapshot first, Snapshot second) {
    state = Optional.empty();
    a.set(first);
    b.set(second);
    compare();
  }

  /// Writes what is shown to a file, as a report.
  void export(Path file) {
    CompareReading shown = reading.get();
    if (shown != null) {
      new CompareExport(ports, workspace).write(shown, file);
    }
  }

  private void tellUnsaved() {
    unsaved.set(isUnsaved(a.get()) || isUnsaved(b.get()));
  }

  private boolean isUnsaved(@Nullable Snapshot snapshot) {
    return snapshot != null
        && library.snapshots().stream().noneMatch(kept -> kept.id().equals(snapshot.id()));
  }

  /// Keeps those of the two that are not kept yet.
  public void save() {
    for (Which which : Which.values()) {
      ReadOnlyObjectWrapper<@Nullable Snapshot> side = which == Which.A ? a : b;
      Snapshot snapshot = side.get();
      if (snapshot != null && isUnsaved(snapshot)) {
        library.save(
            snapshot,
            CompareSentences.proposedName(snapshot),
            named -> {
              if (snapshot.equals(side.get())) {
                side.set(named);
                compare();
              }
            });
      }
    }
  }
}
