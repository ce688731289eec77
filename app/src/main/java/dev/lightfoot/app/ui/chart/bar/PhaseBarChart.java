package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.control.PointerTip;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The phase bar as a control: drawn on a canvas, explained by a tooltip under the pointer and, bar
/// by bar, to a screen reader under the arrow keys.
public final class PhaseBarChart extends Region {
  private final Look look;
  private final Surface surface;
  private final PointerTip tip;
  private final Runnable showTable;
  private final IntConsumer lookAt;
  private @Nullable PhaseBar bar;
  private String distanceBill = "";
  private String doing = "";
  private int planned;
  private int selected = -1;

  /// @param showTable leads to the same numbers as a table
  /// @param lookAt brings the run of that index into the bars
  public PhaseBarChart(Look look, Runnable showTable, IntConsumer lookAt) {
    this.look = look;
    this.lookAt = lookAt;
    this.showTable = showTable;
    this.surface =
        new Surface(
            look,
            (brush, size) -> {
              PhaseBar shown = bar;
              if (shown != null) {
                new PhaseBarDrawing(
                        brush, at(shown, size.getWidth()), shown, texts(shown), selected)
                    .draw();
              }
            });
    getStyleClass().add("chart");
    setId("phase-bar");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.text("chart.name"));
    getChildren().add(surface);
    tip = new PointerTip(this);
    look.emProperty().subscribe(_ -> requestLayout());
    setOnKeyPressed(this::pressed);
    setOnMouseMoved(this::moved);
    setOnMouseClicked(this::clicked);
    focusedProperty().subscribe(_ -> surface.redraw());
  }

  /// Shows a layout.
  ///
  /// @param rows how many runs there will be
  /// @param bill how its distance adds up
  /// @param liveDoing what the run under way is doing
  public void show(PhaseBar layout, int rows, String bill, String liveDoing) {
    bar = layout;
    planned = rows;
    distanceBill = bill;
    doing = liveDoing;
    if (selected >= layout.bars().size()) {
      selected = -1;
    }
    setAccessibleText(selected < 0 ? spoken(layout) : explain(layout, selected));
    requestLayout();
    surface.redraw();
  }

  @Override
  protected double computePrefHeight(double width) {
    PhaseBar shown = bar;
    return shown == null ? 0 : at(shown, width).height();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 20 * look.em();
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void pressed(KeyEvent event) {
    PhaseBar shown = bar;
    if (shown == null || shown.bars().isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> select(shown, Math.min(selected + 1, shown.bars().size() - 1));
      case LEFT -> select(shown, Math.max(selected - 1, 0));
      case HOME -> select(shown, 0);
      case END -> select(shown, shown.bars().size() - 1);
      case T -> showTable.run();
      case DOWN -> step(shown, 1);
      case UP -> step(shown, -1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(PhaseBar shown, int index) {
    selected = index;
    setAccessibleText(explain(shown, index));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    surface.redraw();
  }

  /// To the run after the one in the bars, or before it.
  private void step(PhaseBar shown, int by) {
    int next = shown.run().orElse(1) - 1 + by;
    if (next >= 0 && next < shown.rows().size()) {
      lookAt.accept(next);
    }
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    PhaseBar shown = bar;
    int row = shown == null ? -1 : rowAt(shown, event.getX(), event.getY());
    if (row >= 0) {
      lookAt.accept(row);
    }
  }

  /// Index of the run at that place, by its dots or by the words beside them; -1 where there is
  /// none.
  private int rowAt(PhaseBar shown, double x, double y) {
    return SlowestRun.of(shown)
        .filter(slowest -> isWritten(slowest.words(), x, y))
        .map(SlowestRun::row)
        .orElseGet(() -> at(shown, getWidth()).rowAt(y));
  }

  /// Whether those words stand at that place. They are higher than the row that they are of.
  private boolean isWritten(String words, double x, double y) {
    return surface.texts().stream()
        .anyMatch(text -> text.text().equals(words) && text.bounds().contains(x, y));
  }

  private void moved(MouseEvent event) {
    PhaseBar shown = bar;
    tip.tell(shown == null ? "" : under(shown, at(shown, getWidth()), event));
  }

  private PhaseBarGeometry at(PhaseBar shown, double width) {
    return new PhaseBarGeometry(shown, planned, look.em(), width);
  }

  private String under(PhaseBar shown, PhaseBarGeometry at, MouseEvent event) {
    int index = at.barAt(event.getX(), event.getY());
    if (index >= 0) {
      return explain(shown, index);
    }
    int row = rowAt(shown, event.getX(), event.getY());
    return row < 0 ? "" : explain(shown.rows().get(row));
  }

  /// One bar in words: the same for the eye and the ear.
  static String explain(PhaseBar shown, int index) {
    PhaseBar.Bar each = shown.bars().get(index);
    String trips =
        each.trips().isEmpty() ? "" : ", " + Words.count("chart.trips", each.trips().getAsInt());
    return Words.text(
            each.failed() ? "chart.bar-failed" : "chart.bar",
            each.label(),
            Numbers.durationOfTenths(each.tenths()),
            Numbers.duration(each.startNanos()))
        + trips;
  }

  private static String explain(PhaseBar.Row row) {
    long end = row.dots().stream().mapToLong(PhaseBar.Dot::atNanos).max().orElse(0);
    boolean failed = row.dots().stream().anyMatch(PhaseBar.Dot::failed);
    return Words.text(
        failed ? "chart.row-failed" : row.counts() ? "chart.row" : "chart.row-left-out",
        Integer.toString(row.run()),
        PhaseNames.of(row.state()),
        Numbers.duration(end));
  }

  private static String spoken(PhaseBar shown) {
    StringBuilder text = new StringBuilder(Words.text("chart.name"));
    for (int i = 0; i < shown.bars().size(); i++) {
      text.append(". ").append(explain(shown, i));
    }
    shown.light().ifPresent(light -> text.append(". ").append(DistanceWords.legend(light.last())));
    return text.toString();
  }

  private PhaseBarDrawing.Texts texts(PhaseBar shown) {
    String server =
        shown
            .split()
            .map(
                split -> Words.text("chart.server", Numbers.durationOfTenths(split.serverTenths())))
            .orElse("");
    return new PhaseBarDrawing.Texts(
        shown.run().isPresent() ? Words.text("chart.run", "" + shown.run().getAsInt()) : "",
        rowNames(Math.max(planned, shown.rows().size())),
        Words.text("chart.distance"),
        distanceBill,
        server,
        Words.text(shown.isLive() ? "chart.so-far" : "chart.last-byte"),
        Words.text("chart.stopped-at", Numbers.duration(shown.endNanos().orElse(0))),
        missing(shown),
        doing,
        SlowestRun.of(shown));
  }

  private static List<String> rowNames(int rows) {
    return rows < 2
        ? List.of()
        : List.of(
            Words.text("chart.rows", "" + rows),
            Words.text("chart.rows.2"),
            Words.text("chart.rows.3"));
  }

  private static String missing(PhaseBar shown) {
    return shown
        .stop()
        .map(
            stop ->
                switch (stop.phase().orElse(null)) {
                  case null -> Words.text("chart.missing.next");
                  case BLOCKED, DNS -> Words.text("chart.missing.connect");
                  case TCP, PROXY, TLS, QUIC -> Words.text("chart.missing.request");
                  case SEND, WAIT -> Words.text("chart.missing.answer");
                  case RECEIVE -> Words.text("chart.missing.rest");
                })
        .orElse("");
  }
}
