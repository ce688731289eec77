package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.row.RowChart;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.chart.row.TimeScale;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.OptionalInt;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// The waterfall of a page as a control. Draws only what is in sight, at most once for each frame.
/// What keys and the mouse ask for goes to [PageCommands]; what is shown comes back by [#show].
public final class PageChart extends RowChart {
  private final PageCommands commands;
  private @Nullable PagePicture picture;
  private @Nullable PageLinks links;
  private double dragX = Double.NaN;

  public PageChart(Look look, PageCommands commands) {
    this(look, "page-chart", "page.chart.name", commands);
  }

  /// One of several.
  ///
  /// @param name key of what it is called
  public PageChart(Look look, String id, String name, PageCommands commands) {
    super(look, id, name, 24);
    this.commands = commands;
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(_ -> dragX = Double.NaN);
  }

  /// Shows something else; where another line is selected, it is brought into sight.
  public void show(PagePicture next) {
    PagePicture before = picture;
    picture = next;
    boolean moved =
        before == null || before.bar() != next.bar() || !selected(before).equals(selected(next));
    fitRows();
    if (moved && next.selected() >= 0) {
      tell(next.selected(), spoken(next));
    }
  }

  /// How many lines it has.
  public int size() {
    return rowCount();
  }

  /// Back to the first line: another page is shown.
  public void rewind() {
    rows.rewind();
  }

  private static Object selected(PagePicture shown) {
    return shown.selected() < 0 ? "" : shown.lines().at(shown.selected());
  }

  private static String spoken(PagePicture shown) {
    ChartLine line = shown.lines().at(shown.selected());
    return shown.bar() >= 0 && line instanceof ChartLine.Plain(PageLine.Request(int row))
        ? shown.labels().spoken(shown.lines().row(row), shown.bar())
        : shown.labels().spoken(shown.lines(), line);
  }

  private PageGeometry at() {
    PagePicture shown = picture;
    boolean marks = shown != null && !shown.lines().view().waterfall().marks().isEmpty();
    return new PageGeometry(look.em(), rows.innerWidth(), rows.innerHeight(), rows.top(), marks);
  }

  @Override
  protected double leastHeight() {
    PageGeometry marked = new PageGeometry(look.em(), 0, 0, 0, true);
    return roomForRows(marked.head(), marked.rowHeight());
  }

  @Override
  protected void draw(Brush brush) {
    PagePicture shown = picture;
    if (shown != null) {
      new PageDrawing(brush, at(), shown, links(shown), fit).draw();
    }
  }

  private PageLinks links(PagePicture shown) {
    PageWaterfall waterfall = shown.lines().view().waterfall();
    PageLinks kept = links;
    if (kept == null || !kept.areOf(waterfall)) {
      kept = new PageLinks(waterfall);
      links = kept;
    }
    return kept;
  }

  @Override
  protected RowLines lines() {
    return at().rows();
  }

  @Override
  protected int rowCount() {
    PagePicture shown = picture;
    return shown == null ? 0 : shown.lines().size();
  }

  @Override
  protected boolean pressed(KeyEvent event) {
    PagePicture shown = picture;
    return shown != null && new PageKeys(shown, commands, rows::page).pressed(event);
  }

  @Override
  protected void scrolled(ScrollEvent event) {
    PagePicture shown = picture;
    if (shown != null) {
      TimeScale time = at().time(shown.window());
      long under = time.nanos(Math.max(time.left(), event.getX()));
      scrolled(event, shown.window(), factor -> commands.zoom(factor, under), commands::pan);
    }
  }

  @Override
  protected void mousePressed(MouseEvent event) {
    PagePicture shown = picture;
    int line = shown == null ? -1 : lineAt(shown, event.getY());
    if (shown == null || line < 0) {
      return;
    }
    PageGeometry at = at();
    dragX = event.getX() >= at.plotLeft() ? event.getX() : Double.NaN;
    if (shown.lines().foldable(line) && at.onFold(shown.lines().at(line), event.getX())) {
      commands.fold(line, !shown.lines().folded(line));
      return;
    }
    commands.select(line);
    OptionalInt row = shown.lines().rowAt(line);
    if (event.getClickCount() == 2 && row.isPresent()) {
      PageRow twice = shown.lines().row(row.getAsInt());
      long margin = twice.totalNanos() / 20;
      commands.look(twice.startNanos() - margin, twice.endNanos() + margin);
    }
  }

  private void dragged(MouseEvent event) {
    PagePicture shown = picture;
    if (shown != null && !Double.isNaN(dragX)) {
      commands.pan(at().time(shown.window()).length(dragX - event.getX()));
      dragX = event.getX();
    }
  }

  private int lineAt(PagePicture shown, double y) {
    int line = at().rows().at(y);
    return line >= 0 && line < shown.lines().size() ? line : -1;
  }

  @Override
  protected String under(MouseEvent event) {
    PagePicture shown = picture;
    int line = shown == null ? -1 : lineAt(shown, event.getY());
    if (shown == null || line < 0) {
      return at().onTripsHead(event.getX(), event.getY()) ? Words.text("meaning.trips") : "";
    }
    return shown.labels().spoken(shown.lines(), shown.lines().at(line));
  }
}
