package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Cells of the list of findings that are more than a text.
final class FindingCells {
  private FindingCells() {}

  private static @Nullable FindingRow row(TableCell<FindingRow, String> cell, boolean empty) {
    return empty || cell.getTableRow() == null ? null : cell.getTableRow().getItem();
  }

  /// Mark and word on a ground of their own.
  static final class SeverityCell extends TableCell<FindingRow, String> {
    private final Label chip = SeverityChip.of();

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      FindingRow row = row(this, empty);
      setText(null);
      setGraphic(row == null ? null : chip);
      if (row != null) {
        SeverityChip.show(chip, row.finding().severity());
      }
    }
  }

  /// What it is, and below that where.
  static final class TitleCell extends TableCell<FindingRow, String> {
    private final Label title = Labels.of("", "strong");
    private final Label where = Labels.of("", "caption");
    private final VBox both = new VBox(2, title, where);

    TitleCell() {
      both.setStyle("-fx-alignment: center-left;");
      Tooltip whole = new Tooltip();
      whole.setShowDelay(Columns.TOOLTIP_DELAY);
      whole.setWrapText(true);
      whole.setMaxWidth(480);
      whole.textProperty().bind(title.textProperty().concat("\n").concat(where.textProperty()));
      title.setTooltip(whole);
      where.setTooltip(whole);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      FindingRow row = row(this, empty);
      setText(null);
      setGraphic(row == null ? null : both);
      if (row != null) {
        title.setText(row.title());
        where.setText(row.where());
      }
    }
  }
}
