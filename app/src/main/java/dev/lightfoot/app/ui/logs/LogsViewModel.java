package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.app.ui.workspace.Receiving;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.model.Span;
import dev.lightfoot.report.Numbers;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.span.SpanStatistics;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TraceSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  /// Into how many steps the time of a route is cut.
  static final int STEPS = 40;

  private static final int MOST_TRACES = 500;

  private final Workspace workspace;
  private final LogShelf shelf;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<RouteRow> routes = FXCollections.observableArrayList();
  private final FilteredList<RouteRow> shown = new FilteredList<>(routes);
  private final ObservableList<TraceSummary> traces = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable RouteRow> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ROUTES);
  private final ReadOnlyBooleanWrapper refreshing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper partial = new ReadOnlyBooleanWrapper();
  private int turn;
  private boolean asking;

  /// What is counted.
  enum Kind {
    ROUTES,
    STATEMENTS,
    CACHE
  }

  /// One route, or one kind of statement or call to a cache.
  ///
  /// @param received whether it was received; read from files otherwise
  /// @param told what its spans have in common
  /// @param slowest durations of the slowest trace of each step of the time; empty where there is
  ///   no picture
  record RouteRow(boolean received, SpanStatistics told, List<Long> slowest) {
    /// Whether both tell of the same route.
    boolean isOf(RouteRow other) {
      return received == other.received
          && told.layer() == other.told.layer()
          && told.name().equals(other.told.name())
          && told.service().equals(other.told.service());
    }

    /// How much of the servers' time it takes.
    long cost() {
      return told.durations().map(each -> each.p50Nanos() * told.count()).orElse(0L);
    }
  }

  public LogsViewModel(Workspace workspace, LogShelf shelf) {
    this.workspace = workspace;
    this.shelf = shelf;
    sentence.set(sentence());
    filter.subscribe(text -> shown.setPredicate(row -> matches(row, text)));
    shelf.changesProperty().subscribe(this::ask);
    shelf.receiving().changesProperty().subscribe(this::askCalmly);
    shelf.receiving().stageProperty().subscribe(_ -> sentence.set(sentence()));
    kind.subscribe(this::askAgain);
  }

  private static boolean matches(RouteRow row, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return row.told().name().toLowerCase(Locale.ROOT).contains(wanted)
        || row.told().service().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void askAgain() {
    leave();
    ask();
  }

  /// What is received never waits in a queue of questions: the last answer comes first.
  private void askCalmly() {
    if (!asking) {
      ask();
      RouteRow inside = chosen.get();
      if (inside != null) {
        list(inside);
      }
    }
  }

  private void ask() {
    int mine = ++turn;
    Kind asked = kind.get();
    asking = true;
    shelf.ask(
        stores -> RouteRows.of(stores, asked),
        found -> {
          asking = mine != turn;
          if (mine == turn && !routes.equals(found)) {
            replace(routes, found);
          }
          sentence.set(sentence());
        },
        () -> asking = false);
  }

  private String sentence() {
    long requests = routes.stream().mapToLong(row -> row.told().count()).sum();
    if (routes.isEmpty()) {
      boolean waiting = shelf.receiving().stageProperty().get() == Receiving.Stage.ON;
      return Words.text(
          !shelf.readings().isEmpty()
              ? "logs.sentence.no-requests"
              : waiting ? "logs.sentence.waiting" : "logs.sentence.none");
    }
    SpanStatistics most = routes.getFirst().told();
    if (kind.get() != Kind.ROUTES) {
      return Words.text(
          "logs.sentence.calls",
          Redactor.redactName(most.name()),
          Numbers.count(most.count()),
          Numbers.count(requests));
    }
    String asked =
        most.count() == 1
            ? Words.text("logs.requests-count.one")
            : Words.text("logs.requests-count.many", Numbers.count(most.count()));
    return most.durations()
        .map(each -> Numbers.duration(each.p50Nanos()))
        .map(
            median ->
                Words.text(
                    routes.size() == 1 ? "logs.sentence.one" : "logs.sentence",
                    most.name(),
                    asked,
                    median))
        .orElseGet(() -> Words.text("logs.sentence.untimed", most.name(), asked));
  }

  /// The answer in one sentence.
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// Routes that the filter lets through, the costliest first.
  ObservableList<RouteRow> routes() {
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

  /// How many routes there are, filtered or not.
  int allRoutes() {
    return routes.size();
  }

  /// What is counted.
  ObjectProperty<Kind> kindProperty() {
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

  boolean cancel() {
    return shelf.cancel();
  }

  /// The route whose traces are listed; null for none.
  ReadOnlyObjectProperty<@Nullable RouteRow> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// Traces of that route, the slowest first.
  ObservableList<TraceSummary> traces() {
    return traces;
  }

  /// Lists the traces of a route.
  void choose(RouteRow row) {
    chosen.set(row);
    traces.clear();
    list(row);
  }

  private void list(RouteRow row) {
    shelf.ask(
        stores -> {
          SpanStore store = RouteRows.store(stores, row);
          return new Listed(
              store
                  .traces(
                      RouteRows.filter(row.told()),
                      TraceOrder.SLOWEST,
                      Optional.empty(),
                      MOST_TRACES)
                  .traces(),
              !row.received() && store.counts().dropped() > 0);
        },
        found -> {
          RouteRow now = chosen.get();
          if (now != null && now.equals(row)) {
            partial.set(found.partial());
            if (!traces.equals(found.traces())) {
              replace(traces, found.traces());
            }
          }
        });
  }

  private record Listed(List<TraceSummary> traces, boolean partial) {}

  /// Whether older traces that were read from files are counted only, and no longer kept. What was
  /// received and is no longer kept is not counted either.
  ReadOnlyBooleanProperty partialProperty() {
    return partial.getReadOnlyProperty();
  }

  /// Back to the routes.
  void leave() {
    chosen.set(null);
    traces.clear();
  }

  /// Shows one trace.
  void open(TraceSummary summary) {
    RouteRow inside = chosen.get();
    shelf.ask(
        stores ->
            (inside == null ? stores.files().kept() : RouteRows.store(stores, inside))
                .trace(summary.id()),
        (List<Span> spans) -> workspace.open(new TraceSource(summary.id(), spans)));
  }

  /// How many entries of all files could not be read, and how many files not at all.
  long skipped() {
    return readings().stream()
        .mapToLong(each -> each.skipped() + (each.failure().isPresent() ? 1 : 0))
        .sum();
  }
}
