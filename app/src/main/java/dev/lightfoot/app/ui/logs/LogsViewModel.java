package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.codec.intake.FileReading;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import dev.lightfoot.report.Numbers;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.span.Histogram;
import dev.lightfoot.store.span.SpanStatistics;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TraceSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
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

  /// Beyond, a route has no picture over time: each costs a question to the store.
  private static final int MOST_PICTURES = 60;

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
  private int turn;

  /// What is counted.
  enum Kind {
    ROUTES,
    STATEMENTS,
    CACHE
  }

  /// One route, or one kind of statement or call to a cache.
  ///
  /// @param told what its spans have in common
  /// @param slowest durations of the slowest trace of each step of the time; empty where there is
  ///   no picture
  record RouteRow(SpanStatistics told, List<Long> slowest) {
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

  private void ask() {
    int mine = ++turn;
    Kind asked = kind.get();
    shelf.ask(
        store -> rows(store, asked),
        found -> {
          if (mine == turn) {
            routes.setAll(found);
            sentence.set(sentence());
          }
        });
  }

  private static List<RouteRow> rows(SpanStore store, Kind kind) throws IOException {
    List<SpanStatistics> found =
        kind == Kind.ROUTES
            ? store.routes(TraceFilter.ALL)
            : store.operations(TraceFilter.builder().layer(layer(kind)).build());
    List<RouteRow> rows = new ArrayList<>();
    for (SpanStatistics told : found) {
      if (kind == Kind.ROUTES ? received(told.layer()) : told.layer() == layer(kind)) {
        rows.add(new RouteRow(told, List.of()));
      }
    }
    rows.sort(Comparator.comparingLong(RouteRow::cost).reversed());
    for (int i = 0; i < Math.min(rows.size(), MOST_PICTURES); i++) {
      SpanStatistics told = rows.get(i).told();
      Histogram over = store.histogram(of(told), STEPS);
      rows.set(
          i,
          new RouteRow(told, over.buckets().stream().map(Histogram.Bucket::slowestNanos).toList()));
    }
    return rows;
  }

  private static Layer layer(Kind kind) {
    return kind == Kind.CACHE ? Layer.CACHE : Layer.DATABASE;
  }

  /// Whether a layer receives requests: a statement that is in no trace is no route.
  private static boolean received(Layer layer) {
    return switch (layer) {
      case PROXY, APP, REQUEST, QUEUE, BROWSER, MIDDLEWARE, TEMPLATE, RESPONSE -> true;
      case DATABASE, CACHE, EXTERNAL, DNS, TCP, TLS, QUIC -> false;
    };
  }

  private static TraceFilter of(SpanStatistics told) {
    TraceFilter.Builder builder =
        received(told.layer())
            ? TraceFilter.builder().route(told.name())
            : TraceFilter.builder().layer(told.layer()).text(told.name());
    return told.service().isEmpty() ? builder.build() : builder.service(told.service()).build();
  }

  private String sentence() {
    long requests = routes.stream().mapToLong(row -> row.told().count()).sum();
    if (routes.isEmpty()) {
      return Words.text(
          shelf.readings().isEmpty() ? "logs.sentence.none" : "logs.sentence.no-requests");
    }
    SpanStatistics most = routes.getFirst().told();
    if (kind.get() != Kind.ROUTES) {
      return Words.text(
          "logs.sentence.calls",
          Redactor.redactName(most.name()),
          Numbers.count(most.count()),
          Numbers.count(requests));
    }
    String median =
        most.durations().map(each -> Numbers.duration(each.p50Nanos())).orElse(Numbers.UNKNOWN);
    return Words.text(
        routes.size() == 1 ? "logs.sentence.one" : "logs.sentence",
        most.name(),
        most.count() == 1
            ? Words.text("logs.requests-count.one")
            : Words.text("logs.requests-count.many", Numbers.count(most.count())),
        median);
  }

  /// The answer in one sentence.
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// Routes that the filter lets through, the costliest first.
  ObservableList<RouteRow> routes() {
    return shown;
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
    shelf.ask(
        store ->
            store
                .traces(of(row.told()), TraceOrder.SLOWEST, Optional.empty(), MOST_TRACES)
                .traces(),
        found -> {
          RouteRow now = chosen.get();
          if (now != null && now.told().equals(row.told())) {
            traces.setAll(found);
          }
        });
  }

  /// Back to the routes.
  void leave() {
    chosen.set(null);
    traces.clear();
  }

  /// Shows one trace.
  void open(TraceSummary summary) {
    shelf.ask(
        store -> store.trace(summary.id()),
        (List<Span> spans) -> workspace.open(new TraceSource(summary.id(), spans)));
  }

  /// How many entries of all files could not be read, and how many files not at all.
  long skipped() {
    return readings().stream()
        .mapToLong(each -> each.skipped() + (each.failure().isPresent() ? 1 : 0))
        .sum();
  }
}
