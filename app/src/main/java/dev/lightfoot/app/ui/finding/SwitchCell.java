package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A small switch in the list of findings; a dash where what-if has no model of the change. Its
/// thumb's place says what its colour says.
final class SwitchCell extends TableCell<FindingRow, String> {
  private final StackPane area = new StackPane();

  SwitchCell(FindingsViewModel model) {
    Region thumb = new Region();
    thumb.getStyleClass().add("thumb");
    area.getStyleClass().add("mini-switch");
    area.getChildren().add(thumb);
    area.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getStyleClass().add("centred");
    area.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          FindingRow row = getTableRow() == null ? null : getTableRow().getItem();
          if (row != null && event.getClickCount() == 1) {
            model.toggle(row);
          }
          event.consume();
        });
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    String shown = empty || item == null ? "" : item;
    boolean unknown = shown.equals(Numbers.NOT_APPLICABLE);
    setText(unknown ? shown : null);
    setGraphic(shown.isEmpty() || unknown ? null : area);
    Columns.explain(this, unknown ? Words.text("whatif.no-model") : "");
    area.getStyleClass().remove("on");
    if (shown.equals(Words.text("whatif.on"))) {
      area.getStyleClass().add("on");
    }
  }
}
