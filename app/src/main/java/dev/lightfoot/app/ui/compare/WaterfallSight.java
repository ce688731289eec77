package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.ExchangeSide;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageGrouping;
import dev.lightfoot.report.layout.page.PageView;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What of two waterfalls is in sight: one stretch of time for both, and the same request selected
/// in both.
final class WaterfallSight {
  private static final PageChoice ALL =
      PageChoice.STANDARD.by(PageGrouping.NONE).folding(Set.of(PageView.CONNECTIONS));

  private final ObjectProperty<TimeWindow> window = new SimpleObjectProperty<>(TimeWindow.whole(1));
  private final Map<Which, Pane> panes = new EnumMap<>(Which.class);
  private @Nullable CompareReading reading;

  /// One of the two.
  private static final class Pane {
    private final ReadOnlyObjectWrapper<@Nullable PageLines> lines = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper bar = new ReadOnlyIntegerWrapper(-1);
  }

  WaterfallSight(ReadOnlyObjectProperty<@Nullable CompareReading> shown) {
    for (Which which : Which.values()) {
      panes.put(which, new Pane());
    }
    shown.subscribe(this::show);
  }

  private Pane pane(Which which) {
    return java.util.Objects.requireNonNull(panes.get(which));
  }

  private void show(@Nullable CompareReading next) {
    reading = next;
    TwoWaterfalls both = next == null ? null : next.waterfalls().orElse(null);
    for (Which which : Which.values()) {
      Pane pane = pane(which);
      pane.selected.set(-1);
      pane.bar.set(-1);
      pane.lines.set(both == null ? null : new PageLines(both.side(which).view(ALL), Map.of()));
    }
    window.set(both == null ? TimeWindow.whole(1) : both.window());
  }

  /// The stretch of time of both.
  ObjectProperty<TimeWindow> windowProperty() {
    return window;
  }

  /// What has a line; null where there is no page.
  ReadOnlyObjectProperty<@Nullable PageLines> linesProperty(Which which) {
    return pane(which).lines.getReadOnlyProperty();
  }

  /// Number of the selected line; -1 for none.
  ReadOnlyIntegerProperty selectedProperty(Which which) {
    return pane(which).selected.getReadOnlyProperty();
  }

  /// Place of the selected phase in the selected request; -1 for none.
  ReadOnlyIntegerProperty barProperty(Which which) {
    return pane(which).bar.getReadOnlyProperty();
  }

  /// Selects a line, and on the other side the request that was matched with it.
  void select(Which which, int line) {
    PageLines lines = pane(which).lines.get();
    if (lines == null || line < 0 || line >= lines.size()) {
      return;
    }
    take(which, line);
    OptionalInt row = lines.rowAt(line);
    Which other = which == Which.A ? Which.B : Which.A;
    take(other, row.isEmpty() ? -1 : partner(which, row.getAsInt()));
  }

  private void take(Which which, int line) {
    pane(which).bar.set(-1);
    pane(which).selected.set(line);
  }

  /// The line of what was matched with a request; -1 where nothing was.
  private int partner(Which which, int row) {
    CompareReading shown = reading;
    Which other = which == Which.A ? Which.B : Which.A;
    PageLines own = pane(which).lines.get();
    PageLines lines = pane(other).lines.get();
    if (shown == null || own == null || lines == null) {
      return -1;
    }
    String url = own.view().waterfall().row(row).request().url();
    return shown.comparison().exchanges().stream()
        .filter(each -> isAt(which == Which.A ? each.a() : each.b(), url))
        .flatMap(each -> (which == Which.A ? each.b() : each.a()).stream())
        .mapToInt(side -> lineOf(lines, side.url()))
        .filter(line -> line >= 0)
        .findFirst()
        .orElse(-1);
  }

  private static boolean isAt(Optional<ExchangeSide> side, String url) {
    return side.map(each -> each.url().equals(url)).orElse(false);
  }

  private static int lineOf(PageLines lines, String url) {
    PageWaterfall waterfall = lines.view().waterfall();
    return waterfall.rows().stream()
        .filter(each -> each.request().url().equals(url))
        .mapToInt(each -> lines.lineOf(each.index()).orElse(-1))
        .findFirst()
        .orElse(-1);
  }

  void selectBar(Which which, int bar) {
    pane(which).bar.set(Math.max(-1, bar));
  }

  /// Folds the connections of a side, or unfolds them.
  void fold(Which which, boolean folded) {
    PageLines lines = pane(which).lines.get();
    if (lines != null) {
      pane(which).selected.set(-1);
      PageView view = lines.view().folding(PageView.CONNECTIONS, folded);
      pane(which).lines.set(new PageLines(view, Map.of()));
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
}
