package dev.lightfoot.app.ui.chart.history;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.control.PointerTip;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendPoint;
import dev.lightfoot.report.words.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The history of a target as a control: snapshots over time, chosen by arrow keys or the pointer.
public final class TrendChart extends Region {
  private static final double HEIGHT = 15;

  private final Surface surface;
  private final Look look;
  private final PointerTip tip;
  private final Commands commands;
  private final DateTimeFormatter when;
  private @Nullable Trend trend;
  private int selected = -1;

  /// What the chart asks for.
  public interface Commands {
    /// Looks at the snapshot of that id.
    void select(String id);

    /// Opens it.
    void open(String id);

    /// Leads to the same snapshots as a table.
    void showTable();
  }

  /// @param zone of the times shown
  public TrendChart(Look look, ZoneId zone, Commands commands) {
    this.look = look;
    this.commands = commands;
    this.when = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(zone);
    this.surface =
        new Surface(
            look,
            (brush, size) -> {
              if (trend != null && !trend.points().isEmpty()) {
                TrendGeometry at =
                    new TrendGeometry(trend, size.getWidth(), size.getHeight(), look.em());
                new TrendDrawing(brush, at, zone, selected).draw();
              }
            });
    getStyleClass().add("chart");
    setId("history-trend");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Words.text("history.trend.name"));
    getChildren().add(surface);
    tip = new PointerTip(this);
    prefHeightProperty().bind(look.em(HEIGHT));
    minHeightProperty().bind(look.em(HEIGHT));
    setOnKeyPressed(this::pressed);
    setOnMouseMoved(event -> tip.tell(under(event)));
    setOnMouseClicked(this::clicked);
    focusedProperty().subscribe(_ -> surface.redraw());
  }

  /// Shows a trend.
  public void show(Trend shown) {
    trend = shown;
    selected = Math.min(selected, shown.points().size() - 1);
    surface.redraw();
  }

  /// Marks the snapshot of that id, where it is in the trend.
  public void mark(String id) {
    Trend shown = trend;
    int index = -1;
    for (int i = 0; shown != null && i < shown.points().size(); i++) {
      if (shown.points().get(i).id().equals(id)) {
        index = i;
      }
    }
    if (index != selected) {
      selected = index;
      speak();
      surface.redraw();
    }
  }

  @Override
  protected void layoutChildren() {
    surface.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void pressed(KeyEvent event) {
    Trend shown = trend;
    if (shown == null || shown.points().isEmpty()) {
      return;
    }
    int last = shown.points().size() - 1;
    switch (event.getCode()) {
      case RIGHT -> select(shown, Math.min(selected + 1, last));
      case LEFT -> select(shown, Math.max(selected < 0 ? last : selected - 1, 0));
      case HOME -> select(shown, 0);
      case END -> select(shown, last);
      case T -> commands.showTable();
      case ENTER -> {
        if (selected >= 0) {
          commands.open(shown.points().get(selected).id());
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(Trend shown, int index) {
    selected = index;
    speak();
    surface.redraw();
    commands.select(shown.points().get(index).id());
  }

  private void speak() {
    Trend shown = trend;
    setAccessibleText(
        shown == null || selected < 0
            ? Words.text("history.trend.name")
            : explain(shown.points().get(selected)));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    Trend shown = trend;
    int index = at(event);
    if (shown != null && index >= 0) {
      select(shown, index);
      if (event.getClickCount() == 2) {
        commands.open(shown.points().get(index).id());
      }
    }
  }

  private int at(MouseEvent event) {
    Trend shown = trend;
    return shown == null || shown.points().isEmpty()
        ? -1
        : new TrendGeometry(shown, getWidth(), getHeight(), look.em())
            .pointAt(event.getX(), event.getY());
  }

  private String under(MouseEvent event) {
    Trend shown = trend;
    int index = at(event);
    return shown == null || index < 0 ? "" : explain(shown.points().get(index));
  }

  /// One snapshot in words: the same for the eye and the ear.
  private String explain(TrendPoint point) {
    return Words.text(
        "history.trend.point",
        when.format(point.takenAt()),
        Numbers.duration(point.medianNanos()),
        Numbers.duration(point.minNanos()),
        Numbers.duration(point.maxNanos()),
        Integer.toString(point.runs()));
  }
}
