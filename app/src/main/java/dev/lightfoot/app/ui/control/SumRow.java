package dev.lightfoot.app.ui.control;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// A row of a table that has the sum of the others among its rows: the sum looks like one, and
/// stays where it is however the others are sorted.
public final class SumRow<R> extends TableRow<R> {
  private final Predicate<R> sum;
  private final Function<R, String> spoken;

  private SumRow(Predicate<R> sum, Function<R, String> spoken) {
    this.sum = sum;
    this.spoken = spoken;
  }

  /// Gives a table such rows.
  ///
  /// @param first whether the sum stands above the others
  /// @param sum which row it is
  /// @param spoken a row for who does not see it
  public static <R> void in(
      TableView<R> table, boolean first, Predicate<R> sum, Function<R, String> spoken) {
    table.setRowFactory(_ -> new SumRow<>(sum, spoken));
    table.setSortPolicy(
        sorted -> {
          if (sorted.getComparator() != null) {
            sorted
                .getItems()
                .sort(
                    Comparator.comparing((R row) -> first != sum.test(row))
                        .thenComparing(sorted.getComparator()));
          }
          return true;
        });
  }

  @Override
  protected void updateItem(@Nullable R item, boolean empty) {
    super.updateItem(item, empty);
    getStyleClass().remove("total");
    if (item != null && sum.test(item)) {
      getStyleClass().add("total");
    }
    setAccessibleText(item == null ? "" : spoken.apply(item));
  }
}
