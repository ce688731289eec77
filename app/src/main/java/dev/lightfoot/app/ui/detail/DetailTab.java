package dev.lightfoot.app.ui.detail;

import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// A tab with a table in it: counts its rows, and is disabled with a reason where it has none.
///
/// @param <R> a row
public final class DetailTab<R> {
  private final String key;
  private final Tab tab = new Tab();
  private final TableView<R> table;
  private final Label name;
  private final Label count = Labels.of("", "tab-count");
  private final Label none;

  /// @param key its name in the bundle: `details.KEY`, `details.KEY.none`
  public DetailTab(String key) {
    this.key = key;
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

  public TableView<R> table() {
    return table;
  }

  public Tab tab() {
    return tab;
  }

  /// Shows something around the table.
  void content(Node node) {
    tab.setContent(node);
  }

  /// Shows rows.
  ///
  /// @param known whether anything is known yet: before a run has ended not even that there is
  ///   nothing
  public void show(List<R> found, boolean known) {
    show(found, known, false);
  }

  /// Shows rows.
  ///
  /// @param took whether there must have been something: where no row is found then, it was not
  ///   recorded, as in a file of another tool
  void show(List<R> found, boolean known, boolean took) {
    if (!table.getItems().equals(found)) {
      table.getItems().setAll(found);
      table.sort();
    }
    boolean empty = found.isEmpty();
    tab.setDisable(empty);
    String why = !known ? "details.unknown" : took ? "details.unrecorded" : "";
    none.setText(Words.text(why.isEmpty() ? "details." + key + ".none" : why));
    count.setText(
        empty
            ? Words.text((why.isEmpty() ? "details." + key : why) + ".why")
            : Integer.toString(found.size()));
  }
}
