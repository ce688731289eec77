package dev.lightfoot.app.ui.logs;

import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.FoundTraces;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.log.Receiving;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// The logs screen without its looks: what was read, by route, and the traces of one route. Used by
/// the window's thread; the store is asked off it.
public final class LogsViewModel {
  private static final int MOST_TRACES = 500;

  private final Workspace workspace;
  private final LogShelf shelf;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<LogsRow> routes = FXCollections.observableArrayList();
  private final FilteredList<LogsRow> shown = new FilteredList<>(routes);
  private final ObservableList<FoundTraces.Listed> traces = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable LogsRow> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ObjectProperty<LogsRow.Kind> kind = new SimpleObjectProperty<>(LogsRow.Kind.ROUTES);
  private final ReadOnlyBooleanWrapper refreshing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper partial = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable FileReading> pointedFile =
      new ReadOnlyObjectWrapper<>();
  private int turn;
  private boolean asking;

  public LogsViewModel(Workspace workspace, LogShelf shelf) {
    this.workspace = workspace;
    this.shelf = shelf;
    sentence.set(sentence());
    filter.subscribe(text -> shown.setPredicate(row -> matches(row, text)));
    shelf.changesProperty().subscribe(this::askForAll);
    shelf.readingProperty().subscribe(_ -> sentence.set(sentence()));
    shelf.receiving().changesProperty().subscribe(this::askCalmly);
    shelf.receiving().stageProperty().subscribe(_ -> sentence.set(sentence()));
    kind.subscribe(this::askAgain);
    workspace.pointedProperty().subscribe(this::pointed);
  }

  private static boolean matches(LogsRow row, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return row.key().name().toLowerCase(Locale.ROOT).contains(wanted)
        || row.service().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void askAgain() {
    leave();
    ask();
  }

  private void askForAll() {
    ask();
    LogsRow inside = chosen.get();
    if (inside != null) {
      list(inside);
    }
  }

  /// What is received never waits in a queue of questions: the last answer comes first.
  private void askCalmly() {
    if (!asking) {
      askForAll();
    }
  }

  private void ask() {
    int mine = ++turn;
    LogsRow.Kind asked = kind.get();
    asking = true;
    shelf.ask(
        shelved -> RouteRows.of(shelved.counted().summary(), asked),
        found -> {
          asking = mine != turn;
          if (mine == turn && !routes.equals(found)) {
            replace(routes, found);
          }
          LogsRow inside = chosen.get();
          if (mine == turn && inside != null && found.stream().noneMatch(inside::isOf)) {
            leave(); // its file was removed
          }
          sentence.set(sentence());
        },
        () -> asking = false);
  }

  private String sentence() {
    if (!routes.isEmpty()) {
      return LogsSentence.of(routes, kind.get());
    }
    boolean waiting = shelf.receiving().stageProperty().get() == Receiving.Stage.ON;
    return Words.text(
        shelf.readingProperty().get()
            ? "logs.sentence.reading"
            : !shelf.readings().isEmpty()
                ? "logs.sentence.no-requests"
                : waiting
                    ? "logs.sentence.waiting"
                    : shelf.receiving().keepsSpans() ? "logs.sentence.kept" : "logs.sentence.none");
  }

  /// The answer in one sentence.
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// Routes that the filter lets through, the costliest first.
  ObservableList<LogsRow> routes() {
    return shown;
  }

  private <R> void replace(ObservableList<R> rows, List<R> found) {
    refreshing.set(true);
    rows.setAll(found);
    refreshing.set(false);
  }

  /// Whether rows are being made anew: what is selected meanwhile nobody has chosen, and what was
  /// selected is to be selected again.
  ReadOnlyBooleanProperty refreshingProperty() {
    return refreshing.getReadOnlyProperty();
  }

  /// Whether there is nothing to show, and the receiver that could bring something is off.
  BooleanBinding asksForReceiver() {
    ReadOnlyObjectProperty<Receiving.Stage> stage = shelf.receiving().stageProperty();
    return Bindings.createBooleanBinding(
        () -> routes.isEmpty() && chosen.get() == null && stage.get() == Receiving.Stage.OFF,
        routes,
        chosen,
        stage);
  }

  /// How many routes there are, filtered or not.
  int allRoutes() {
    return routes.size();
  }

  /// What is counted.
  ObjectProperty<LogsRow.Kind> kindProperty() {
    return kind;
  }

  StringProperty filterProperty() {
    return filter;
  }

  /// What became of each file.
  ObservableList<FileReading> readings() {
    return shelf.readings();
  }

  ReadOnlyBooleanProperty readingProperty() {
    return shelf.readingProperty();
  }

  ReadOnlyDoubleProperty progressProperty() {
    return shelf.progressProperty();
  }

  void add(List<Path> paths) {
    shelf.add(paths);
  }

  /// Forgets files and what was read of them.
  void remove(List<FileReading> files) {
    shelf.remove(files);
  }

  /// Reads all open files again, as they are now.
  void readAgain() {
    shelf.readAgain();
  }

  /// What readers of the open files are told, with what they took for likely where nobody said it.
  UnitDraft units() {
    List<String> remarks = readings().stream().flatMap(each -> each.warnings().stream()).toList();
    return UnitDraft.of(shelf.settings(), remarks);
  }

  /// Reads all open files again, told this.
  ///
  /// @return why that cannot be; empty where it goes on
  String settle(UnitDraft draft) {
    try {
      shelf.tell(draft.in(shelf.settings()));
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  boolean cancel() {
    return shelf.cancel();
  }

  /// The route whose traces are listed; null for none.
  ReadOnlyObjectProperty<@Nullable LogsRow> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// Traces of that route, the slowest first.
  ObservableList<FoundTraces.Listed> traces() {
    return traces;
  }

  /// Lists the traces of a route.
  void choose(LogsRow row) {
    chosen.set(row);
    traces.clear();
    list(row);
  }

  private void list(LogsRow row) {
    shelf.ask(
        shelved ->
            new ListedTraces(
                shelved.traces().slowest(RouteRows.filter(row.key()), MOST_TRACES),
                shelved.partial().getAsBoolean()),
        found -> {
          LogsRow now = chosen.get();
          if (now != null && now.isOf(row)) {
            partial.set(found.partial());
            if (!traces.equals(found.traces())) {
              replace(traces, found.traces());
            }
          }
        });
  }

  private record ListedTraces(List<FoundTraces.Listed> traces, boolean partial) {}

  /// Whether older traces are counted only, and no longer kept.
  ReadOnlyBooleanProperty partialProperty() {
    return partial.getReadOnlyProperty();
  }

  /// Back to the routes.
  void leave() {
    chosen.set(null);
    traces.clear();
  }

  /// Shows one trace.
  void open(FoundTraces.Listed listed) {
    String id = listed.summary().id();
    shelf.ask(
        shelved -> shelved.traces().trace(id),
        (List<Span> spans) -> workspace.open(new TraceSource(id, spans)));
  }

  /// Leads to the file of a line that shows a finding, and names the line.
  private void pointed(@Nullable Proof proof) {
    if (proof instanceof Proof.OfLine(String file, long line)) {
      workspace.screenProperty().set(Screen.LOGS);
      readings().stream()
          .filter(each -> each.name().equals(file) || each.path().equals(file))
          .findFirst()
          .ifPresent(pointedFile::set);
      workspace.say(Words.text("logs.status.line", Redactor.redact(file), Numbers.count(line)));
    }
  }

  /// The file that a finding last led to; null for none.
  ReadOnlyObjectProperty<@Nullable FileReading> pointedFileProperty() {
    return pointedFile.getReadOnlyProperty();
  }

  /// How many entries of all files could not be read, and how many files not at all.
  long skipped() {
    return readings().stream()
        .mapToLong(each -> each.skipped() + (each.failure().isPresent() ? 1 : 0))
        .sum();
  }
}
