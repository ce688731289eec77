package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.match.RunPairs;
import dev.lightfoot.app.ui.chart.compare.OverlayPicture;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.compare.OverlayRow;
import dev.lightfoot.report.layout.compare.ShownRuns;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageGrouping;
import dev.lightfoot.report.layout.page.PageView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What of two waterfalls is in sight: one stretch of time for both, and the same request selected
/// in both. Instants of the window are those of the axis that both share.
final class WaterfallSight {
  private static final PageChoice ALL =
      PageChoice.STANDARD.by(PageGrouping.NONE).folding(Set.of(PageView.CONNECTIONS));

  private final ObjectProperty<TimeWindow> window = new SimpleObjectProperty<>(TimeWindow.whole(1));
  private final BooleanProperty overlaid = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<OverlayPicture>> overlay =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<Which, Pane> panes = new EnumMap<>(Which.class);
  private Optional<ShownRuns> shown = Optional.empty();
  private int row = -1;

  /// One of the two.
  private static final class Pane {
    private final ReadOnlyObjectWrapper<@Nullable PageLines> lines = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper bar = new ReadOnlyIntegerWrapper(-1);
  }

  WaterfallSight(ReadOnlyObjectProperty<@Nullable CompareReading> reading) {
    for (Which which : Which.values()) {
      panes.put(which, new Pane());
    }
    reading.subscribe(this::show);
    window.subscribe(this::draw);
  }

  private Pane pane(Which which) {
    return Objects.requireNonNull(panes.get(which));
  }

  private void show(@Nullable CompareReading next) {
    shown = next == null ? Optional.empty() : next.shown();
    row = -1;
    Optional<ShownRuns.Waterfalls> both = shown.flatMap(ShownRuns::waterfalls);
    for (Which which : Which.values()) {
      Pane pane = pane(which);
      take(which, -1);
      pane.lines.set(
          both.map(each -> which == Which.A ? each.a() : each.b())
              .map(each -> new PageLines(each.view(ALL), Map.of()))
              .orElse(null));
    }
    window.set(shown.map(ShownRuns::window).orElse(TimeWindow.whole(1)));
    draw();
  }

  private void draw() {
    overlay.set(shown.map(each -> new OverlayPicture(each.overlay(), window.get(), row)));
  }

  /// Whether both are drawn over each other; what is no page always is.
  BooleanProperty overlaidProperty() {
    return overlaid;
  }

  /// Both over each other; empty where there is nothing to draw.
  ReadOnlyObjectProperty<Optional<OverlayPicture>> overlayProperty() {
    return overlay.getReadOnlyProperty();
  }

  /// The stretch of time of both.
  ObjectProperty<TimeWindow> windowProperty() {
    return window;
  }

  /// The same as that side's run counts it.
  TimeWindow window(Which which) {
    return ShownRuns.countedFrom(window.get(), lead(which));
  }

  private long lead(Which which) {
    return shown.map(each -> each.overlay().lead(which == Which.B)).orElse(0L);
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
    OptionalInt exchange = lines.rowAt(line);
    take(which, line);
    Which other = which == Which.A ? Which.B : Which.A;
    take(other, lineOf(other, exchange.isEmpty() ? exchange : partner(which, exchange)));
    row = exchange.isEmpty() ? -1 : rowOf(which, exchange);
    draw();
  }

  /// Selects a request in the overlay, and on both sides.
  void select(int wanted) {
    List<OverlayRow> rows = shown.map(each -> each.overlay().rows()).orElse(List.of());
    if (wanted >= 0 && wanted < rows.size()) {
      row = wanted;
      take(Which.A, lineOf(Which.A, rows.get(wanted).exchangeA()));
      take(Which.B, lineOf(Which.B, rows.get(wanted).exchangeB()));
      draw();
    }
  }

  private void take(Which which, int line) {
    pane(which).bar.set(-1);
    pane(which).selected.set(line);
  }

  private int lineOf(Which which, OptionalInt exchange) {
    PageLines lines = pane(which).lines.get();
    return lines == null || exchange.isEmpty() ? -1 : lines.lineOf(exchange.getAsInt()).orElse(-1);
  }

  /// The request of the other side that was matched with it.
  private OptionalInt partner(Which which, OptionalInt exchange) {
    return shown.stream()
        .flatMap(each -> each.pairs().pairs().stream())
        .filter(pair -> side(pair, which).equals(exchange))
        .map(pair -> side(pair, which == Which.A ? Which.B : Which.A))
        .findFirst()
        .orElseGet(OptionalInt::empty);
  }

  private static OptionalInt side(RunPairs.Pair pair, Which which) {
    return which == Which.A ? pair.a() : pair.b();
  }

  private int rowOf(Which which, OptionalInt exchange) {
    List<OverlayRow> rows = shown.map(each -> each.overlay().rows()).orElse(List.of());
    return IntStream.range(0, rows.size())
        .filter(
            i ->
                (which == Which.A ? rows.get(i).exchangeA() : rows.get(i).exchangeB())
                    .equals(exchange))
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

  /// @param around as that side's run counts it
  void zoom(Which which, double factor, long around) {
    zoom(factor, around + lead(which));
  }

  void zoom(double factor, long around) {
    window.set(window.get().zoomed(factor, around));
  }

  void pan(long byNanos) {
    window.set(window.get().panned(byNanos));
  }

  /// From one instant of that side's run to another; all of the time where that is all of it.
  void look(Which which, long from, long to) {
    boolean all = from <= 0 && to >= window(which).wholeNanos();
    long lead = lead(which);
    look(all ? 0 : from + lead, to + lead);
  }

  void look(long from, long to) {
    window.set(window.get().showing(from, to));
  }
}
