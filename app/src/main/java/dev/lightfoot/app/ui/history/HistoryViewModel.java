package dev.lightfoot.app.ui.history;

import dev.lightfoot.analysis.compare.Floor;
import dev.lightfoot.analysis.statistics.ChangePoint;
import dev.lightfoot.analysis.statistics.ChangePoints;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.ToCompare;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendPoint;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.StoredSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The history without its looks: the saved snapshots by target, filtered, how the chosen target
/// went over time, and what can be done with a snapshot.
public final class HistoryViewModel {
  /// A, and what is compared with it.
  static final int MOST_COMPARED = ToCompare.MOST_OTHERS + 1;

  /// Each has to be read whole.
  private static final int MOST_FITTED = 100;

  private final Library library;
  private final StringProperty filter = new SimpleStringProperty("");
  private final FilteredList<StoredSnapshot> shown;
  private final ObservableList<SeriesRow> targets = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Series>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trend>> trend =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final ReadOnlyStringWrapper fitting = new ReadOnlyStringWrapper("");

  public HistoryViewModel(Library library) {
    this.library = library;
    this.shown = new FilteredList<>(library.snapshots());
    library.snapshots().addListener((ListChangeListener<Object>) _ -> group());
    filter.subscribe(this::narrow);
    chosen.subscribe(this::narrow);
  }

  /// Saved snapshots of the chosen target that the filter finds.
  public ObservableList<StoredSnapshot> snapshots() {
    return shown;
  }

  /// The targets of what the filter finds, the one measured last first, after a line for all.
  ObservableList<SeriesRow> targets() {
    return targets;
  }

  /// The target that is looked at; empty for all.
  ObjectProperty<Optional<Series>> chosenProperty() {
    return chosen;
  }

  /// Finds how the first byte of the chosen target grows with distance: over its newest snapshots
  /// from all places that the filter finds. One at a time: while one is looked for, another is not
  /// begun.
  ///
  /// @param found hears of it, where that target is still looked at
  void fit(Consumer<DistanceFit> found) {
    if (fitting.get().isEmpty()) {
      chosen.get().ifPresent(wanted -> fit(wanted, found));
    }
  }

  private void fit(Series wanted, Consumer<DistanceFit> found) {
    SnapshotSearch search = SnapshotSearch.of(filter.get());
    List<StoredSnapshot> fitted =
        library.snapshots().stream()
            .filter(each -> wanted.differsInPlaceOnly(Series.of(each)))
            .filter(search::finds)
            .limit(MOST_FITTED)
            .toList();
    fitted(0, fitted.size());
    library.readReadable(
        fitted,
        DistanceFit::of,
        read -> fitted(read, fitted.size()),
        fit -> {
          fitting.set("");
          fit.filter(_ -> chosen.get().equals(Optional.of(wanted))).ifPresent(found);
        });
  }

  private void fitted(int read, int all) {
    fitting.set(Words.text("fit.reading", Numbers.count(read), Numbers.count(all)));
  }

  /// How far the fit has come that is looked for; empty where none is.
  ReadOnlyStringProperty fittingProperty() {
    return fitting.getReadOnlyProperty();
  }

  /// How the chosen target went over time; empty where all are looked at or none has a time.
  ReadOnlyObjectProperty<Optional<Trend>> trendProperty() {
    return trend.getReadOnlyProperty();
  }

  /// Looks at what that snapshot measured.
  public void choose(StoredSnapshot snapshot) {
    chosen.set(Optional.of(Series.of(snapshot)));
  }

  private void narrow() {
    SnapshotSearch search = SnapshotSearch.of(filter.get());
    Optional<Series> wanted = chosen.get();
    shown.setPredicate(
        snapshot ->
            (wanted.isEmpty() || wanted.get().equals(Series.of(snapshot)))
                && search.finds(snapshot));
    group();
  }

  /// Groups what the filter finds. Where the chosen target is not in the store any more, all are
  /// looked at again.
  private void group() {
    SnapshotSearch search = SnapshotSearch.of(filter.get());
    Map<Series, List<StoredSnapshot>> groups = new LinkedHashMap<>();
    List<StoredSnapshot> found = library.snapshots().stream().filter(search::finds).toList();
    found.forEach(
        each -> groups.computeIfAbsent(Series.of(each), _ -> new ArrayList<>()).add(each));
    List<SeriesRow> rows = new ArrayList<>();
    rows.add(new SeriesRow(Optional.empty(), found.size(), found.stream().findFirst()));
    groups.forEach(
        (series, each) ->
            rows.add(
                new SeriesRow(Optional.of(series), each.size(), Optional.of(each.getFirst()))));
    if (!targets.equals(rows)) {
      targets.setAll(rows);
    }
    Optional<Series> wanted = chosen.get();
    if (wanted.isPresent()
        && library.snapshots().stream().map(Series::of).noneMatch(wanted.get()::equals)) {
      chosen.set(Optional.empty());
    } else {
      trend.set(wanted.flatMap(_ -> trendOf(shown)));
    }
  }

  private static Optional<Trend> trendOf(List<StoredSnapshot> snapshots) {
    List<TrendPoint> points = snapshots.stream().flatMap(each -> point(each).stream()).toList();
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(Trend.of(points, HistoryViewModel::changes));
  }

  private static List<Integer> changes(long[] medians) {
    return ChangePoints.of(Floor::nanos, medians).stream().map(ChangePoint::index).toList();
  }

  private static Optional<TrendPoint> point(StoredSnapshot each) {
    return each.headline()
        .map(
            time ->
                new TrendPoint(
                    each.id(),
                    each.takenAt().toInstant(),
                    time.medianNanos(),
                    time.minNanos(),
                    time.maxNanos(),
                    time.runs()));
  }

  /// The snapshot of that id, where it is shown.
  public Optional<StoredSnapshot> snapshot(String id) {
    return shown.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyBooleanProperty loadedProperty() {
    return library.loadedProperty();
  }

  /// Whether nothing is saved at all, filtered or not.
  public boolean nothingSaved() {
    return library.snapshots().isEmpty();
  }

  /// A sentence naming the files that were put aside; empty where there are none.
  public String damaged() {
    if (library.damaged().isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(Words.count("history.damaged", library.damaged().size()));
    library
        .damaged()
        .forEach(
            file ->
                text.append('\n')
                    .append(
                        Words.text("history.damaged.file", file.path().toString(), file.reason())));
    return text.toString();
  }

  /// Calls back whenever files were put aside.
  public void onDamaged(Runnable action) {
    library.damaged().addListener((ListChangeListener<Object>) _ -> action.run());
  }

  public void refresh() {
    library.refresh();
  }

  public void open(StoredSnapshot snapshot) {
    library.open(snapshot);
  }

  /// Compares these with the oldest of them, one alone with the last one before it that fits. More
  /// than [#MOST_COMPARED] are not read.
  public void compare(List<StoredSnapshot> snapshots) {
    if (snapshots.size() == 1) {
      library.compareWith(snapshots.getFirst());
    } else if (!snapshots.isEmpty() && snapshots.size() <= MOST_COMPARED) {
      library.compareAll(snapshots);
    }
  }

  /// Gives it another name; a blank one counts as none given.
  public void rename(StoredSnapshot snapshot, String name) {
    String stripped = name.strip();
    if (!stripped.isEmpty() && !stripped.equals(snapshot.name())) {
      library.rename(snapshot, stripped);
    }
  }

  /// Writes tags, divided by commas, and a note on it in place of what it had.
  public void annotate(StoredSnapshot snapshot, String tags, String note) {
    Annotation written =
        new Annotation(
            Arrays.stream(tags.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList(),
            Optional.of(note.strip()).filter(text -> !text.isEmpty()));
    if (!written.equals(snapshot.annotation())) {
      library.annotate(snapshot, written);
    }
  }

  public void delete(StoredSnapshot snapshot) {
    library.delete(snapshot);
  }
}
