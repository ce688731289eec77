package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceFlame;
import dev.lightfoot.report.layout.TraceWaterfall;
import dev.lightfoot.report.words.Numbers;
import java.util.BitSet;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The trace screen without its looks: which trace, what of it is unfolded, in sight, selected and
/// found. Used by the window's thread; trees, pictures and searches are made by `jobs`.
public final class TraceViewModel {
  private static final Logger LOG = Logger.getLogger(TraceViewModel.class.getName());

  /// Which picture is in front.
  public enum Picture {
    WATERFALL,
    FLAME
  }

  private final Workspace workspace;
  private final Executor ui;
  private final Executor jobs;
  private final ReadOnlyObjectWrapper<@Nullable TraceReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TraceFlame> flame = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TraceWaterfall> waterfall =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<TimeWindow> window = new SimpleObjectProperty<>(TimeWindow.whole(1));
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(Picture.WATERFALL);
  private final BooleanProperty critical = new SimpleBooleanProperty(true);
  private final TraceSearch search;
  private int opened;

  public TraceViewModel(Workspace workspace, Executor ui, Executor jobs) {
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = jobs;
    this.search = new TraceSearch(ui, jobs);
    workspace.traceProperty().subscribe(this::open);
    picture.subscribe(this::lightFlame);
  }

  private void open(@Nullable TraceSource source) {
    if (source == null) {
      return;
    }
    int mine = ++opened;
    workspace.say(Words.text("trace.status.opening", Numbers.count(source.spans().size())));
    jobs.execute(
        () -> {
          try {
            TraceReading made = TraceReading.of(source);
            ui.execute(() -> show(mine, made));
          } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the trace could not be laid out", e);
            String text = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
            ui.execute(() -> workspace.tell(Notice.bad(text)));
          }
        });
  }

  private void show(int asked, TraceReading made) {
    if (opened != asked) {
      return;
    }
    selected.set(-1);
    search.forget();
    window.set(TimeWindow.whole(made.waterfall().wholeNanos()));
    waterfall.set(made.waterfall());
    reading.set(made);
    flame.set(null);
    lightFlame();
    workspace.say(Words.text("trace.status.opened", made.name()));
    if (made.tree().size() > 0) {
      select(made.first());
    }
    search.over(made.tree());
  }

  /// The screen that this trace was opened from; null where there is none.
  public ReadOnlyObjectProperty<@Nullable Screen> fromProperty() {
    return workspace.traceFromProperty();
  }

  /// Leads back there.
  public void back() {
    workspace.leaveTrace();
  }

  /// Adding up a flame view takes longer than all else: it is made when it is looked at.
  private void lightFlame() {
    TraceReading shown = reading.get();
    if (shown == null || picture.get() != Picture.FLAME || flame.get() != null) {
      return;
    }
    int mine = opened;
    jobs.execute(
        () -> {
          TraceFlame made = TraceFlame.of(shown.tree());
          ui.execute(
              () -> {
                if (opened == mine) {
                  flame.set(made);
                }
              });
        });
  }

  /// Whether the shown measurement is what this trace was recorded for.
  boolean hasClient() {
    TraceReading shown = reading.get();
    Snapshot measured = workspace.subjectProperty().get();
    return shown != null
        && measured != null
        && shown.tree().size() > 0
        && shown
            .tree()
            .span(0)
            .traceId()
            .filter(Join.traceIds(measured.runs())::contains)
            .isPresent();
  }

  /// Leads to what the client saw of this trace.
  void openClient() {
    workspace.screenProperty().set(Screen.STACK);
  }

  /// The measurement that is shown, which another trace may belong to.
  ReadOnlyObjectProperty<@Nullable Snapshot> measuredProperty() {
    return workspace.subjectProperty();
  }

  /// The trace; null before one was opened.
  ReadOnlyObjectProperty<@Nullable TraceReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Its flame view; null until it was asked for and made.
  ReadOnlyObjectProperty<@Nullable TraceFlame> flameProperty() {
    return flame.getReadOnlyProperty();
  }

  /// Its rows as they are folded now.
  ReadOnlyObjectProperty<@Nullable TraceWaterfall> waterfallProperty() {
    return waterfall.getReadOnlyProperty();
  }

  /// The part of its time in sight.
  ObjectProperty<TimeWindow> windowProperty() {
    return window;
  }

  /// Position of the selected span; -1 for none.
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  ObjectProperty<Picture> pictureProperty() {
    return picture;
  }

  /// Whether the critical path is marked.
  BooleanProperty criticalProperty() {
    return critical;
  }

  /// What is looked for.
  StringProperty searchProperty() {
    return search.textProperty();
  }

  /// Positions of what was found, in order.
  ReadOnlyObjectProperty<int[]> matchesProperty() {
    return search.matchesProperty();
  }

  /// The same as a set.
  BitSet matchSet() {
    return search.matchSet();
  }

  /// Selects a span, unfolds what hides it and brings it into sight.
  void select(int span) {
    TraceWaterfall rows = waterfall.get();
    if (rows == null || span < 0 || span >= rows.tree().size()) {
      return;
    }
    waterfall.set(rows.revealing(span));
    TraceWaterfall.Bar bar = rows.bar(span);
    selected.set(span);
    switch (bar.known()) {
      case INTERVAL, INSTANT ->
          window.set(window.get().revealing(bar.startNanos(), bar.endNanos()));
      case DURATION -> {}
    }
  }

  void fold(int span, boolean folded) {
    TraceWaterfall rows = waterfall.get();
    if (rows != null) {
      waterfall.set(folded ? rows.folded(span) : rows.unfolded(span));
      keepInRows();
    }
  }

  /// Folds everything below that depth.
  void foldTo(int depth) {
    TraceWaterfall rows = waterfall.get();
    if (rows != null) {
      waterfall.set(rows.foldedTo(depth));
      keepInRows();
    }
  }

  /// What is selected is always in a row.
  private void keepInRows() {
    TraceWaterfall rows = waterfall.get();
    if (rows != null && selected.get() >= 0) {
      selected.set(rows.span(rows.row(selected.get())));
    }
  }

  void zoom(double factor, long around) {
    window.set(window.get().zoomed(factor, around));
  }

  void pan(long byNanos) {
    window.set(window.get().panned(byNanos));
  }

  void look(long from, long to) {
    window.set(window.get().showing(from, to));
  }

  /// Leads to the next span that failed, after the last to the first.
  void nextError() {
    TraceReading shown = reading.get();
    if (shown == null) {
      return;
    }
    if (shown.errors().isEmpty()) {
      workspace.say(Words.text("trace.status.no-errors"));
      return;
    }
    int next = shown.errors().nextSetBit(selected.get() + 1);
    int found = next < 0 ? shown.errors().nextSetBit(0) : next;
    select(found);
    int number = shown.errors().get(0, found + 1).cardinality();
    workspace.say(
        Words.text(
            "trace.status.error",
            Numbers.count(number),
            Numbers.count(shown.errors().cardinality())));
  }

  /// Leads to the next match, or to the one before.
  void nextMatch(boolean forward) {
    search.beside(selected.get(), forward).ifPresent(this::select);
  }

  /// How many matches there are, and which one is selected.
  String found() {
    return search.found(selected.get());
  }
}
