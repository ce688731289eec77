package dev.lightfoot.app.ui.stack;

import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.StackChart;
import dev.lightfoot.app.ui.chart.StackPicture;
import dev.lightfoot.app.ui.chart.bar.LightLegend;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.StackLayout;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The stack screen: one sentence, the client's wait opened, the same as a table.
public final class StackView implements ScreenView {
  private final StackPane notices = new StackPane();
  private static final double GAP = 9;

  private final StackViewModel model;
  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "verdict-note");
  private final Label note = Labels.wrapped("", "caption");
  private final Label clocks = Labels.of("", "caption");
  private final LightLegend light = new LightLegend();
  private final StackChart chart;
  private final StackTabs tabs;
  private final LargestSaving largest;
  private final Button add;
  private final Button trace;
  private final Region empty;
  private final VBox content;
  private final VBox page;

  /// What this screen cannot do itself.
  public interface Ways {
    /// Asks for log files and reads them.
    void addLogs();

    /// Says that rows are on the clipboard.
    void copied();
  }

  /// @param bar the bar with the address
  /// @param largest what saves most of what is shown
  public StackView(StackViewModel model, Look look, Region bar, LargestSaving largest, Ways ways) {
    this.model = model;
    this.largest = largest;
    tabs = new StackTabs(look);
    chart = new StackChart(look, commands(ways));
    sentence.setId("stack-sentence");
    caption.setId("stack-caption");
    clocks.setId("stack-clocks");
    add = Buttons.small(Words.text("stack.add"), ways::addLogs);
    add.setId("stack-add");
    trace = Buttons.small(Words.text("stack.trace"), model::openTrace);
    trace.setId("stack-trace");
    BreakingRow buttons = new BreakingRow(8, VPos.CENTER, add, trace);
    BreakingRow answer = new BreakingRow(24, VPos.TOP, sentence, buttons);
    answer.growing(sentence, () -> look.em() * 26);
    VBox top = new VBox(4, answer, caption, largest);
    content = new VBox(GAP, panel(look), tabs);
    empty = empty();
    StackPane front = new StackPane(empty, content);
    VBox.setVgrow(front, Priority.ALWAYS);
    VBox body = new VBox(top, front);
    body.getStyleClass().add("content");
    page = new VBox(bar, notices, ScrollPages.of(body));
    tabs.rows()
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              StackLayout shown = model.layoutProperty().get();
              if (row != null && shown != null) {
                model.select(shown.stack().rows().indexOf(row));
              }
            });
    model.readingProperty().subscribe(_ -> showReading());
    model.joiningProperty().subscribe(_ -> showReading());
    model.layoutProperty().subscribe(_ -> showPicture());
    model.windowProperty().subscribe(_ -> showPicture());
    model.selectedProperty().subscribe(_ -> showPicture());
  }

  private VBox panel(Look look) {
    Label title = Labels.of(Words.text("stack.client"), "panel-title");
    BreakingRow head = new BreakingRow(12, VPos.CENTER, title, note, light, clocks);
    head.growing(note, () -> look.em() * 10.5);
    head.setStyle("-fx-padding: 0 1.2em 0 1.2em;");
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox panel = new VBox(4, head, chart);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 0.7em 1px 1px 1px;");
    VBox.setVgrow(panel, Priority.ALWAYS);
    return panel;
  }

  private static Region empty() {
    Label text = Labels.wrapped(Words.text("stack.empty"), "lead");
    VBox box = new VBox(14, text);
    box.setStyle("-fx-padding: 1.4em;");
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("panel");
    return box;
  }

  private StackChart.Commands commands(Ways ways) {
    return new StackChart.Commands() {
      @Override
      public void select(int index) {
        model.select(index);
      }

      @Override
      public void fold(int index, boolean folded) {
        model.fold(index, folded);
      }

      @Override
      public void zoom(double factor) {
        model.zoom(factor);
      }

      @Override
      public void pan(long byNanos) {
        model.pan(byNanos);
      }

      @Override
      public void showTable() {
        tabs.showRows();
      }

      @Override
      public void copy() {
        Copy.text(Tables.tabSeparated(tabs.rows()));
        ways.copied();
      }
    };
  }

  private void showReading() {
    StackReading reading = model.readingProperty().get();
    content.setVisible(reading != null);
    content.setManaged(reading != null);
    empty.setVisible(reading == null);
    if (reading == null) {
      boolean joining = model.joiningProperty().get();
      sentence.setText(Words.text(joining ? "stack.sentence.joining" : "stack.sentence.none"));
      caption.setText(Words.text("stack.caption.none"));
      trace.setDisable(true);
      largest.of("");
      return;
    }
    largest.of(reading.snapshot().id());
    sentence.setText(StackSentences.headline(reading));
    caption.setText(StackSentences.caption(reading));
    sentence.notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
    note.setText(StackSentences.client(reading));
    light.show(reading.client().light());
    String bounds = StackSentences.clocks(reading.stack());
    clocks.setText(bounds.isEmpty() ? "" : Words.text("stack.bounds", bounds));
    trace.setDisable(reading.run().spans().isEmpty());
    tabs.show(reading);
    showPicture();
  }

  private void showPicture() {
    StackReading reading = model.readingProperty().get();
    StackLayout layout = model.layoutProperty().get();
    if (reading == null || layout == null || !layout.stack().equals(reading.stack())) {
      return;
    }
    chart.show(
        new StackPicture(
            reading.client(),
            layout,
            model.windowProperty().get(),
            model.selectedProperty().get(),
            index -> StackSentences.row(layout.at(index))));
    int selected = model.selectedProperty().get();
    if (selected >= 0) {
      StackRow row = layout.at(selected);
      if (!row.equals(tabs.rows().getSelectionModel().getSelectedItem())) {
        tabs.rows().getSelectionModel().clearSelection();
        tabs.rows().getSelectionModel().select(row);
      }
    }
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
    return model.readingProperty().get() == null ? add : chart;
  }

  @Override
  public List<Node> regions() {
    return List.of(add, chart, tabs.rows());
  }
}
