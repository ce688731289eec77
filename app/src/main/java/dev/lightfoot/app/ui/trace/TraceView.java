package dev.lightfoot.app.ui.trace;

import dev.lightfoot.app.ui.chart.FlameChart;
import dev.lightfoot.app.ui.chart.TraceChart;
import dev.lightfoot.app.ui.chart.TraceMinimap;
import dev.lightfoot.app.ui.chart.TracePicture;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.SideLayout;
import dev.lightfoot.app.ui.trace.TraceViewModel.Picture;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.TraceFlame;
import dev.lightfoot.report.layout.TraceWaterfall;
import dev.lightfoot.report.redact.Redactor;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The trace screen: one sentence, the whole as a strip, the waterfall or the flame view, the same
/// as a table, and at the side what is known of the selected span.
public final class TraceView implements ScreenView {
  private final StackPane notices = new StackPane();
  private final TraceViewModel model;
  private final TraceBar bar;
  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "verdict-note");
  private final TraceMinimap minimap;
  private final TraceChart chart;
  private final FlameChart flame;
  private final SpanTable table;
  private final SpanPane side;
  private final Region empty;
  private final Region content;
  private final VBox page;

  /// @param jobs sorts and searches
  /// @param openFile asks for a file and opens it
  public TraceView(
      TraceViewModel model,
      Look look,
      ZoneId zone,
      Executor ui,
      Executor jobs,
      Runnable openFile,
      Runnable copied) {
    this.model = model;
    bar = new TraceBar(model, openFile);
    minimap = new TraceMinimap(look, model.windowProperty()::set);
    table = new SpanTable(model, look, ui, jobs);
    chart = new TraceChart(look, new ChartCommands(model, this::showTable, copied));
    flame = new FlameChart(look, model::select, this::showTable);
    side = new SpanPane(model, look, zone);
    sentence.setId("trace-sentence");
    caption.setId("trace-caption");
    content = new SideLayout(look.emProperty(), left(look), side);
    empty = empty(openFile);
    StackPane front = new StackPane(empty, content);
    VBox.setVgrow(front, Priority.ALWAYS);
    VBox body = new VBox(new VBox(4, sentence, caption), front);
    body.getStyleClass().add("content");
    page = new VBox(bar, notices, ScrollPages.of(body));
    page.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.back();
            event.consume();
          }
        });
    model.readingProperty().subscribe(_ -> showReading());
    model.waterfallProperty().subscribe(_ -> showPicture());
    model.windowProperty().subscribe(_ -> showPicture());
    model.selectedProperty().subscribe(_ -> showPicture());
    model.matchesProperty().subscribe(_ -> showPicture());
    model.criticalProperty().subscribe(_ -> showPicture());
    model.flameProperty().subscribe(this::showFlame);
    model.pictureProperty().subscribe(this::showFront);
  }

  private VBox left(Look look) {
    StackPane pictures = new StackPane(chart, flame);
    VBox.setVgrow(pictures, Priority.ALWAYS);
    HBox strip = new HBox(minimap);
    HBox.setHgrow(minimap, Priority.ALWAYS);
    VBox panel = new VBox(8, new TraceHead(model, look), strip, pictures);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 0.7em 1.1em 0.3em 1.1em;");
    VBox.setVgrow(panel, Priority.ALWAYS);
    StackPane twin = new StackPane(table.table());
    twin.getStyleClass().add("panel");
    twin.setStyle("-fx-padding: 0.15em 0 0.3em 0;");
    twin.prefHeightProperty().bind(look.em(14));
    twin.minHeightProperty().bind(look.em(9));
    return new VBox(look.em() * 0.65, panel, twin);
  }

  private static Region empty(Runnable openFile) {
    Label text = Labels.wrapped(Words.text("trace.empty"), "lead");
    Button open = Buttons.of(Words.text("trace.open"), openFile);
    open.getStyleClass().add("primary");
    open.setId("trace-empty-open");
    VBox box = new VBox(14, text, open);
    box.setStyle("-fx-padding: 1.4em;");
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("panel");
    return box;
  }

  private void showTable() {
    table.table().requestFocus();
  }

  private void showReading() {
    TraceReading reading = model.readingProperty().get();
    content.setVisible(reading != null);
    content.setManaged(reading != null);
    empty.setVisible(reading == null);
    if (reading == null) {
      sentence.setText(Words.text("trace.sentence.none"));
      caption.setText(Words.text("trace.caption.none"));
      return;
    }
    sentence.setText(TraceSentences.headline(reading));
    caption.setText(TraceSentences.caption(reading));
    sentence.notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
    minimap.show(reading.overview(), model.windowProperty().get());
    showPicture();
  }

  private void showFlame(@Nullable TraceFlame made) {
    if (made != null) {
      flame.show(
          made,
          block -> Redactor.redactName(made.block(block).name()),
          block -> TraceSentences.block(made, made.block(block)));
      showPicture();
    }
  }

  private void showPicture() {
    TraceReading reading = model.readingProperty().get();
    TraceWaterfall waterfall = model.waterfallProperty().get();
    if (reading == null || waterfall == null || waterfall.tree() != reading.tree()) {
      return;
    }
    minimap.show(model.windowProperty().get());
    chart.show(
        new TracePicture(
            waterfall,
            model.windowProperty().get(),
            model.selectedProperty().get(),
            model.matchSet(),
            model.criticalProperty().get()
                ? reading.critical()
                : dev.lightfoot.app.ui.chart.CriticalStretches.NONE,
            reading.words()));
    markFlame();
  }

  /// Blocks of whose spans the search found the first.
  private void markFlame() {
    TraceFlame made = model.flameProperty().get();
    if (made != null && model.pictureProperty().get() == Picture.FLAME) {
      BitSet found = model.matchSet();
      BitSet blocks = new BitSet();
      List<TraceFlame.Block> all = made.blocks();
      for (int i = 0; i < all.size() && !found.isEmpty(); i++) {
        blocks.set(i, found.get(all.get(i).first()));
      }
      flame.mark(blocks);
    }
  }

  private void showFront(Picture picture) {
    chart.setVisible(picture == Picture.WATERFALL);
    flame.setVisible(picture == Picture.FLAME);
    // The axis of the flame view is no time of day: the strip would mislead.
    minimap.setVisible(picture == Picture.WATERFALL);
    minimap.setManaged(minimap.isVisible());
    showPicture();
  }

  @Override
  public Region root() {
    return page;
  }

  @Override
  public Pane notices() {
    return notices;
  }

  @Override
  public Node start() {
    if (model.readingProperty().get() == null) {
      return bar.field();
    }
    return model.pictureProperty().get() == Picture.FLAME ? flame : chart;
  }

  @Override
  public Node filter() {
    return bar.field();
  }

  @Override
  public List<Node> regions() {
    return List.of(bar.field(), chart, flame, table.table(), side.start());
  }
}
