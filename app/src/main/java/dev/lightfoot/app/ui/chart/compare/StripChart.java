package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.row.RowChart;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.compare.StripRow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The strips of a comparison as a control.
public final class StripChart extends RowChart {
  private static final double ON_DOT = 5;

  /// Heights in em.
  private static final double USUAL = 28;

  private static final double LEAST = 10;

  /// What lies above and below its rows, in pixels.
  private static final double EDGES = 5;

  private final Commands commands;
  private @Nullable StripPicture picture;

  /// What a person can ask of the strips.
  public interface Commands {
    /// Selects a row.
    void select(int row);

    /// Does with what is selected what the strips are for.
    void run();

    /// Leads to the same as a table.
    void showTable();

    void copy();
  }

  public StripChart(Look look, Commands commands) {
    this(look, "compare-strips", "compare.strips.name", commands);
  }

  /// One of several.
  ///
  /// @param name key of what it is called
  public StripChart(Look look, String id, String name, Commands commands) {
    super(look, id, name, USUAL);
    this.commands = commands;
    look.emProperty().subscribe(_ -> fitHeight());
  }

  /// Shows something else; where another row is selected, it is brought into sight.
  public void show(StripPicture next) {
    StripPicture before = picture;
    picture = next;
    fitRows();
    fitHeight();
    boolean moved =
        before == null
            || before.selected() != next.selected()
            || !before.table().equals(next.table());
    if (moved && next.selected() >= 0) {
      tell(next.selected(), next.labels().spoken(next.table().rows().get(next.selected())));
    }
  }

  /// No higher than its rows: what is left belongs to what stands below.
  private void fitHeight() {
    double all = lines().head() + rowCount() * lines().height() + EDGES;
    setPrefHeight(Math.min(all, Math.rint(USUAL * look.em())));
    setMinHeight(getPrefHeight());
  }

  private StripGeometry at() {
    return new StripGeometry(look.em(), rows.innerWidth(), rows.top());
  }

  @Override
  protected double leastHeight() {
    return LEAST * look.em();
  }

  @Override
  protected void draw(Brush brush) {
    StripPicture shown = picture;
    if (shown != null) {
      new StripDrawing(brush, at(), rows.innerHeight(), shown, fit).draw();
    }
  }

  @Override
  protected RowLines lines() {
    return at().rows();
  }

  @Override
  protected int rowCount() {
    StripPicture shown = picture;
    return shown == null ? 0 : shown.table().rows().size();
  }

  @Override
  protected boolean pressed(KeyEvent event) {
    StripPicture shown = picture;
    if (shown == null) {
      return false;
    }
    if (event.isShortcutDown()) {
      if (event.getCode() == javafx.scene.input.KeyCode.C) {
        commands.copy();
        return true;
      }
      return false;
    }
    int last = rowCount() - 1;
    switch (event.getCode()) {
      case UP -> commands.select(Math.max(0, shown.selected() - 1));
      case DOWN -> commands.select(Math.min(last, shown.selected() + 1));
      case HOME, PAGE_UP -> commands.select(0);
      case END, PAGE_DOWN -> commands.select(last);
      case ENTER -> commands.run();
      case T -> commands.showTable();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void mousePressed(MouseEvent event) {
    int row = rowAt(event.getY());
    if (row >= 0) {
      commands.select(row);
    }
  }

  private int rowAt(double y) {
    int row = lines().at(y);
    return row >= 0 && row < rowCount() ? row : -1;
  }

  @Override
  protected String under(MouseEvent event) {
    StripPicture shown = picture;
    int index = rowAt(event.getY());
    if (shown == null || index < 0) {
      return index < 0 && event.getY() < at().head() ? Words.text("compare.meaning") : "";
    }
    StripRow row = shown.table().rows().get(index);
    double middle = lines().y(index) + Math.rint(at().rowHeight() / 2);
    return StripDots.of(row, at(), middle)
        .at(event.getX(), event.getY(), ON_DOT)
        .map(dot -> shown.labels().spoken(row, dot.second(), dot.run()))
        .orElseGet(() -> shown.labels().spoken(row));
  }
}
