package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.app.ui.compare.reading.BothAgain;
import dev.lightfoot.app.ui.compare.reading.ComparePorts;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.compare.reading.Which;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyBooleanProperty;
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
  private final Sides sides = new Sides();
  private final ReadOnlyObjectWrapper<@Nullable CompareReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final UnsavedSides unsaved;
  private final Proposing proposing;
  private final ReadOnlyObjectWrapper<Origin> origin = new ReadOnlyObjectWrapper<>(Origin.START);
  private Optional<RunState> state = Optional.empty();
  private int turn;

  public CompareViewModel(ComparePorts ports, Workspace workspace, Library library) {
    this.ports = ports;
    this.workspace = workspace;
    this.library = library;
    this.unsaved = new UnsavedSides(sides, library);
    this.proposing = new Proposing(workspace, library);
    this.again = new MeasuringAgain(ports, workspace, this::measured);
    this.requests = new RequestSight(reading.getReadOnlyProperty());
    this.waterfalls = new WaterfallSight(reading.getReadOnlyProperty());
    workspace.comparedProperty().subscribe(this::asked);
    library.loadedProperty().subscribe(this::listed);
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
    return sides.property(which);
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
    return unsaved.property();
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
    origin.set(Origin.START);
    List<Snapshot> others = new ArrayList<>(what.more());
    others.addFirst(what.b());
    sides.set(what.a().orElse(null), others);
    compare();
    if (what.a().isEmpty()) {
      proposing.propose(what.b(), this::found);
    }
  }

  private void found(Snapshot second, Snapshot first) {
    if (second.equals(side(Which.B)) && side(Which.A) == null) { // else chosen meanwhile
      sides.set(Which.A, first);
      compare();
    }
  }

  /// What is proposed while nothing is chosen.
  Proposing proposing() {
    return proposing;
  }

  private @Nullable Snapshot side(Which which) {
    return sides.property(which).get();
  }

  /// Takes a kept snapshot as one of the sides. Where the other side is still open, the last one
  /// that fits is taken for it.
  void choose(Which which, StoredSnapshot stored) {
    library.read(
        stored,
        read -> {
          if (which == Which.B && side(Which.A) == null) {
            asked(new ToCompare(Optional.empty(), read, List.of()));
            return;
          }
          sides.set(which, read);
          state = Optional.empty();
          origin.set(Origin.START);
          compare();
        });
  }

  /// Compares a kept snapshot with A, too.
  void add(StoredSnapshot stored) {
    library.read(
        stored,
        read -> {
          if (side(Which.B) != null && sides.others().size() < ToCompare.MOST_OTHERS) {
            sides.add(read);
            compare();
          }
        });
  }

  /// Whether one more can be compared with A.
  boolean takesMore() {
    return reading.get() != null && sides.others().size() < ToCompare.MOST_OTHERS;
  }

  /// Makes another one of those that are compared with A the one that the screen shows.
  ///
  /// @param id its own; one that is not compared any more changes nothing
  void bring(String id) {
    int place = sides.place(id);
    if (place >= 0 && place != sides.front()) {
      sides.bring(place);
      compare();
    }
  }

  /// Leaves one of those that are compared with A out.
  ///
  /// @param id its own; one that is not compared any more changes nothing
  void leaveOut(String id) {
    if (sides.place(id) >= 0) {
      sides.leaveOut(id);
      compare();
    }
  }

  /// Makes A B, and B A.
  void swap() {
    sides.swap();
    compare();
  }

  /// The event that times are measured from.
  ReadOnlyObjectProperty<Origin> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /// Measures times from that event.
  void align(Origin event) {
    if (!event.equals(origin.get())) {
      origin.set(event);
      compare();
    }
  }

  /// Whether both sides have runs of that state.
  boolean has(RunState wanted) {
    Snapshot first = side(Which.A);
    Snapshot second = side(Which.B);
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

  /// Once all that is kept is known, other sessions say more of how far two lie apart.
  private void listed() {
    if (reading.get() != null) {
      compare();
    }
  }

  private void compare() {
    int mine = ++turn;
    unsaved.tell();
    Snapshot first = side(Which.A);
    if (first == null || side(Which.B) == null) {
      reading.set(null);
      return;
    }
    CompareReading.Asked what =
        new CompareReading.Asked(first, sides.others(), sides.front(), choice());
    ports
        .jobs()
        .execute(
            () -> {
              try {
                CompareReading read = CompareReading.of(what, ports.comparing());
                ports.ui().execute(() -> show(mine, read));
              } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "the comparison could not be made", e);
                ports.ui().execute(this::fault);
              }
            });
  }

  private CompareChoice choice() {
    CompareChoice plain =
        CompareChoice.DEFAULT
            .from(origin.get())
            .after(EarlierSessions.medians(sides.all(), state, library.snapshots()));
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

  private void measured(BothAgain.Again wanted, List<Snapshot> both) {
    state = Optional.empty();
    sides.renew(List.of(wanted.a(), wanted.b()), both);
    compare();
  }

  /// Writes what is shown to a file, as a report.
  ///
  /// @param chart which one of its charts, of a picture; empty for the first
  void export(Path file, Optional<String> chart) {
    CompareReading shown = reading.get();
    if (shown != null) {
      new CompareExport(ports, workspace).write(shown, file, chart);
    }
  }

  /// Keeps those that are not kept yet.
  public void save() {
    unsaved.save(this::compare);
  }
}
