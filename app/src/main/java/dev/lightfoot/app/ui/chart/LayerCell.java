package dev.lightfoot.app.ui.chart;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Swatch;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.drawing.Ink;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell that names a layer, with a square in its ink before it; without one in the row of a sum.
public final class LayerCell<R> extends TableCell<R, String> {
  /// So wide is the longest name of a layer, in em.
  public static final double WIDTH = 12.4;

  private static final double GAP = 8;

  private final Swatch swatch;
  private final Function<R, Optional<Layer>> layer;

  /// @param layer that of a row; empty for a sum
  public LayerCell(Look look, Function<R, Optional<Layer>> layer) {
    this.layer = layer;
    swatch = new Swatch(look, Ink.DISTANCE);
    setContentDisplay(ContentDisplay.LEFT);
    setGraphicTextGap(GAP);
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    R row = empty || getTableRow() == null ? null : getTableRow().getItem();
    setText(row == null ? null : item);
    setGraphic(null);
    if (row != null) {
      layer
          .apply(row)
          .ifPresent(
              each -> {
                swatch.show(Ink.of(each));
                setGraphic(swatch);
              });
    }
  }
}
