package dev.lightfoot.app.ui.stack;

import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.PeerDistance;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.detail.BillTab;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.RemarkText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The tabs below a stack.
final class StackTabs extends VBox {
  private final TabPane tabs = new TabPane();
  private final TableView<StackRow> rows;
  private final TableView<LayerTotal> layers;
  private final BillTab bill;
  private final Map<String, TableView<String>> sentences = new TreeMap<>();
  private final Map<TableView<?>, Label> counts = new java.util.HashMap<>();

  StackTabs(Look look) {
    getStyleClass().add("panel");
    setStyle("-fx-padding: 1px 1px 0.4em 1px;");
    rows = StackTables.rows(look);
    layers = StackTables.layers(look);
    bill = new BillTab("stack-tab-bill", look);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(Words.text("stack.details"));
    tabs.setId("stack-details");
    tabs.getTabs().addAll(tab("rows", rows), tab("layers", layers), bill.tab());
    for (String key : List.of("away", "clocks", "requests", "contradictions", "notes")) {
      TableView<String> table = StackTables.sentences(key, look);
      sentences.put(key, table);
      tabs.getTabs().add(tab(key, table));
    }
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().add(tabs);
    prefHeightProperty().bind(look.em(13));
    minHeightProperty().bind(look.em(9));
  }

  TableView<StackRow> rows() {
    return rows;
  }

  /// Brings the chart's twin to the front.
  void showRows() {
    tabs.getSelectionModel().select(0);
    rows.requestFocus();
  }

  private Tab tab(String key, TableView<?> table) {
    Tab tab = new Tab();
    tab.setId("stack-tab-" + key);
    tab.setContent(table);
    Label count = Labels.of("", "tab-count");
    counts.put(table, count);
    HBox head = new HBox(10, Labels.of(Words.text("stack." + key + ".tab"), "tab-name"), count);
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    return tab;
  }

  void show(StackReading reading) {
    Stack stack = reading.stack();
    fill(rows, stack.rows());
    fill(layers, stack.layers());
    bill.show(BillTable.of(reading.bill()));
    fill(of("away"), PeerDistance.of(stack).stream().map(DistanceWords::sentence).toList());
    fill(of("clocks"), stack.clocks().stream().map(StackSentences::clock).toList());
    fill(
        of("requests"),
        stack.exchanges().stream()
            .map(
                each ->
                    Words.text(
                        each.by().isPresent() ? "stack.request" : "stack.request.none",
                        Integer.toString(each.exchange() + 1),
                        StackSentences.joined(each),
                        Numbers.count(each.spans())))
            .toList());
    fill(of("contradictions"), stack.contradictions().stream().map(RemarkText::of).toList());
    List<String> notes = new ArrayList<>();
    stack.notes().forEach(note -> notes.add(RemarkText.of(note)));
    reading.remarks().forEach(remark -> notes.add(RemarkText.of(remark)));
    if (reading.notJoined() > 0) {
      notes.add(Words.text("stack.not-joined", Numbers.count(reading.notJoined())));
    }
    fill(of("notes"), notes);
  }

  private TableView<String> of(String key) {
    TableView<String> table = sentences.get(key);
    if (table == null) {
      throw new IllegalArgumentException("no such tab: " + key);
    }
    return table;
  }

  private <R> void fill(TableView<R> table, List<R> items) {
    table.getItems().setAll(items);
    Label count = counts.get(table);
    if (count != null) {
      count.setText(Integer.toString(items.size()));
    }
  }
}
