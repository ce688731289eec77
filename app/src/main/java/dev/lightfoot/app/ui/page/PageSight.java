package dev.lightfoot.app.ui.page;

import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.page.ChartLine;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageView;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What of a page is in sight: which requests, what of them is folded, opened and selected, and
/// which part of the time. Used by the window's thread.
public final class PageSight {
  private final PageViews views;
  private final BooleanProperty critical = new SimpleBooleanProperty(true);
  private final BooleanProperty foundBy = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable PageLines> lines = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<TimeWindow> window = new SimpleObjectProperty<>(TimeWindow.whole(1));
  private final ReadOnlyObjectWrapper<@Nullable ChartLine> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper bar = new ReadOnlyIntegerWrapper(-1);
  private final Map<Integer, List<StackRow>> waits = new HashMap<>();
  private IntFunction<List<StackRow>> recorded = _ -> List.of();
  private @Nullable PageWaterfall waterfall;
  private OptionalInt next = OptionalInt.empty();

  PageSight(Executor ui, Executor jobs) {
    views = new PageViews(ui, jobs, this::made);
  }

  /// Which requests are shown, and gathered how.
  public PageViews views() {
    return views;
  }

  /// Whether the chain is drawn that the page waits for.
  public BooleanProperty criticalProperty() {
    return critical;
  }

  /// Whether it is drawn which request led to which.
  public BooleanProperty foundByProperty() {
    return foundBy;
  }

  /// What has a line; null before there was a page.
  ReadOnlyObjectProperty<@Nullable PageLines> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /// The part of the time in sight.
  ObjectProperty<TimeWindow> windowProperty() {
    return window;
  }

  /// The selected line; null for none.
  ReadOnlyObjectProperty<@Nullable ChartLine> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Place of the selected phase in the selected request; -1 for none.
  ReadOnlyIntegerProperty barProperty() {
    return bar.getReadOnlyProperty();
  }

  /// Number of the selected line; -1 for none, or where it is not shown.
  int selectedLine() {
    ChartLine line = selected.get();
    PageLines shown = lines.get();
    return line == null || shown == null ? -1 : shown.indexOf(line);
  }

  /// The request that is selected, or that what is selected belongs to.
  OptionalInt selectedRow() {
    return switch (selected.get()) {
      case ChartLine.Plain(PageLine.Request(int row)) -> OptionalInt.of(row);
      case ChartLine.Wait wait -> OptionalInt.of(wait.row());
      case ChartLine.Plain _ -> OptionalInt.empty();
      case null -> OptionalInt.empty();
    };
  }

  /// Shows another page, or another run of it.
  ///
  /// @param stacks what servers recorded within the wait of a request
  /// @param same whether it is the same page with more of it: then what is in sight stays
  void show(PageWaterfall shown, IntFunction<List<StackRow>> stacks, boolean same) {
    boolean whole = window.get().isWhole();
    TimeWindow before = window.get();
    waterfall = shown;
    recorded = stacks;
    if (!same) {
      waits.clear();
      selected.set(null);
      bar.set(-1);
    }
    window.set(
        same && !whole
            ? shown.window().showing(before.fromNanos(), before.toNanos())
            : shown.window());
    views.show(shown);
  }

  /// Nothing is shown any more.
  void forget() {
    waterfall = null;
    views.show(null);
    lines.set(null);
    selected.set(null);
  }

  private void made(PageView view) {
    lines.set(new PageLines(view, waits));
    keepInSight();
    selectFirst();
  }

  /// Where nothing is selected, the first request is: its details are there to see.
  private void selectFirst() {
    OptionalInt wanted = next;
    next = OptionalInt.empty();
    wanted.ifPresent(this::selectRow);
    PageLines shown = lines.get();
    for (int i = 0; shown != null && selected.get() == null && i < shown.size(); i++) {
      if (shown.at(i) instanceof ChartLine.Plain(PageLine.Request _)) {
        select(i);
      }
    }
  }

  /// What is selected has a line, or nothing is selected.
  private void keepInSight() {
    PageLines shown = lines.get();
    if (shown == null) {
      return;
    }
    OptionalInt row = selectedRow();
    if (selectedLine() < 0) {
      OptionalInt place = row.isPresent() ? shown.placeOf(row.getAsInt()) : OptionalInt.empty();
      bar.set(-1);
      selected.set(place.isPresent() ? shown.at(place.getAsInt()) : null);
    }
  }

  /// Selects a line.
  void select(int line) {
    PageLines shown = lines.get();
    if (shown != null && line >= 0 && line < shown.size()) {
      bar.set(-1);
      selected.set(shown.at(line));
      shown.rowAt(line).ifPresent(this::reveal);
    }
  }

  private void reveal(int index) {
    PageWaterfall shown = waterfall;
    if (shown != null) {
      PageRow row = shown.row(index);
      window.set(window.get().revealing(row.startNanos(), row.endNanos()));
    }
  }

  /// Selects a request; unfolds the group that hides it. One that the filter hides is not selected.
  void selectRow(int row) {
    PageLines shown = lines.get();
    if (shown == null) {
      return;
    }
    OptionalInt place = shown.placeOf(row);
    if (place.isPresent() && shown.lineOf(row).isEmpty()) {
      fold(place.getAsInt(), false);
    }
    PageLines now = lines.get();
    if (now != null) {
      now.lineOf(row).ifPresent(this::select);
    }
  }

  /// Selects a request of what is shown next.
  void selectNext(int row) {
    next = OptionalInt.of(row);
  }

  void selectBar(int place) {
    bar.set(Math.max(-1, place));
  }

  /// Folds a head or the wait of a joined request, or unfolds it.
  void fold(int line, boolean folded) {
    PageLines shown = lines.get();
    if (shown == null || line < 0 || line >= shown.size()) {
      return;
    }
    switch (shown.at(line)) {
      case ChartLine.Plain(PageLine.Group(int index)) -> {
        PageGroup group = shown.view().groups().get(index);
        fold(shown, group.key(), folded);
      }
      case ChartLine.Plain(PageLine.Connections _) -> fold(shown, PageView.CONNECTIONS, folded);
      case ChartLine.Plain(PageLine.Request(int row)) -> {
        if (folded) {
          waits.remove(row);
        } else {
          waits.put(row, recorded.apply(row));
        }
        lines.set(new PageLines(shown.view(), waits));
      }
      case ChartLine.Plain _ -> {}
      case ChartLine.Wait _ -> {}
    }
    keepInSight();
  }

  private void fold(PageLines shown, String key, boolean folded) {
    views
        .folding(shown.view(), key, folded)
        .ifPresent(view -> lines.set(new PageLines(view, waits)));
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

  /// Selects the next request that failed, after the last the first.
  ///
  /// @return whether there was one
  boolean nextFailed() {
    PageLines shown = lines.get();
    if (shown == null) {
      return false;
    }
    int from = Math.max(0, selectedLine() + 1);
    for (int i = 0; i < shown.size(); i++) {
      int line = (from + i) % shown.size();
      if (shown.at(line) instanceof ChartLine.Plain(PageLine.Request(int row))
          && isBad(shown.view().waterfall().row(row))) {
        select(line);
        return true;
      }
    }
    return false;
  }

  /// Whether a request ended otherwise than it should.
  static boolean isBad(PageRow row) {
    return switch (row.state()) {
      case FAILED, CUT, REFUSED -> true;
      case DONE, CACHED -> row.status().orElse(0) >= 400;
    };
  }
}
