package dev.lightfoot.app.ui.control;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseEvent;

/// Says what the heads of a table mean: beside the pointer, and as the table's help to a screen
/// reader.
public final class Heads {
  private static final double WIDEST_TIP = 420;

  private Heads() {}

  /// Explains columns.
  ///
  /// @param meanings of columns, in the order they are read out
  public static <R> void explain(TableView<R> table, Map<TableColumn<R, ?>, String> meanings) {
    PointerTip tip = new PointerTip(table).wrappedAt(WIDEST_TIP);
    table.addEventFilter(
        MouseEvent.MOUSE_MOVED, event -> tip.tell(meaning(event.getTarget(), meanings)));
    table.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> tip.tell(""));
    table.setAccessibleHelp(
        meanings.entrySet().stream()
            .map(each -> each.getKey().getText() + ": " + each.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static String meaning(EventTarget target, Map<?, String> meanings) {
    for (Node each = target instanceof Node node ? node : null;
        each != null;
        each = each.getParent()) {
      if (each instanceof TableColumnHeader head) {
        String meaning = head.getTableColumn() == null ? null : meanings.get(head.getTableColumn());
        return meaning == null ? "" : meaning;
      }
    }
    return "";
  }
}
