package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// A tab with a table in it: counts its rows, and is disabled with a reason where it has none.
///
/// @param <R> a row
final class DetailTab<R> {
  private final String key;
  private final Function<ProbeReading, List<R>> rows;
  private final Tab tab = new Tab();
  private final TableView<R> table;
  private final Label name;
  private final Label count = Labels.of("", "tab-count");
  private final Label none;

  /// @param key its name in the bundle: `details.KEY`, `details.KEY.none`
  DetailTab(String key, Function<ProbeReading, List<R>> rows) {
    this.key = key;
    this.rows = rows;
    this.name = Labels.of(Words.text("details." + key), "tab-name");
    this.none = Labels.of("");
    this.table = Tables.of(name.getText(), none);
    table.setId("details-" + key);
    HBox head = new HBox(12, name, count);
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    tab.setClosable(false);
    tab.setId("tab-" + key);
    content(table);
  }

  TableView<R> table() {
    return table;
  }

  Tab tab() {
    return tab;
  }

  /// Shows something around the table.
  void content(Node node) {
    tab.setContent(node);
  }

  List<R> show(ProbeReading reading) {
    List<R> found = rows.apply(reading);
    if (!table.getItems().equals(found)) {
      table.getItems().setAll(found);
      table.sort();
    }
    boolean empty = found.isEmpty();
    tab.setDisable(empty);
    // Before a run has ended, nothing is known: not even that there is nothing.
    boolean known = reading.drawnRun().isPresent();
    none.setText(Words.text(known ? "details." + key + ".none" : "details.unknown"));
    String why = Words.text(known ? "details." + key + ".why" : "details.unknown.why");
    count.setText(empty ? why : Integer.toString(found.size()));
    return found;
  }
}
