package dev.lightfoot.app.ui.control;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Columns of words that give way before a table has to be scrolled: a name that is cut has its
/// tooltip, but a number that is cut at the table's edge is another number.
public final class GivingWay {
  /// Of what a column wants.
  private static final double LEAST_PART = 0.7;

  private GivingWay() {}

  /// One column takes the room that the others leave, as with [Columns#fill]; where they leave less
  /// than its least, those give way in equal parts.
  ///
  /// @param words what each of them wants
  public static <R> void let(
      TableView<R> table,
      TableColumn<R, ?> filling,
      DoubleBinding least,
      Map<TableColumn<R, String>, DoubleBinding> words) {
    words.forEach(
        (column, wanted) -> {
          column.prefWidthProperty().unbind();
          column
              .prefWidthProperty()
              .bind(
                  Bindings.createDoubleBinding(
                      () -> Math.floor(wanted.get() * part(table, filling, least, words)),
                      table.widthProperty(),
                      table.getVisibleLeafColumns(),
                      least,
                      wanted));
        });
    Columns.fill(table, filling, least, words.keySet());
  }

  private static <R> double part(
      TableView<R> table,
      TableColumn<R, ?> filling,
      DoubleBinding least,
      Map<TableColumn<R, String>, DoubleBinding> words) {
    double wanted =
        words.entrySet().stream()
            .filter(entry -> entry.getKey().isVisible())
            .mapToDouble(entry -> entry.getValue().get())
            .sum();
    double others =
        table.getVisibleLeafColumns().stream()
            .filter(
                column ->
                    !column.equals(filling) && words.keySet().stream().noneMatch(column::equals))
            .mapToDouble(TableColumn::getPrefWidth)
            .sum();
    double room = Columns.room(table) - others - least.get();
    return wanted == 0 || table.getWidth() == 0 ? 1 : Math.clamp(room / wanted, LEAST_PART, 1);
  }
}
