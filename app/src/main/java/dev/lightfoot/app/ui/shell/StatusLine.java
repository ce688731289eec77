package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The line at the bottom: what is going on, and what the evidence marks mean. With large text the
/// marks, which tooltips explain too, make room for what is going on.
final class StatusLine extends HBox {
  private final Label text = new Label();
  private final Label legend = Labels.of(Words.text("status.legend"));

  StatusLine(ObservableValue<String> status) {
    getStyleClass().add("status-line");
    text.setId("status");
    text.setMinWidth(0);
    text.textProperty().bind(status);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(status);
    text.setTooltip(whole);
    legend.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(text, Labels.spring(), legend);
  }

  /// Whatever is going on, it makes no window wider.
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double needed = text.prefWidth(-1) + legend.prefWidth(-1) + 2 * getSpacing();
    legend.setVisible(needed + getInsets().getLeft() + getInsets().getRight() <= getWidth());
    double left = legend.isVisible() ? legend.prefWidth(-1) + 2 * getSpacing() : 0;
    text.setMaxWidth(getWidth() - getInsets().getLeft() - getInsets().getRight() - left);
    text.setMinWidth(Math.min(text.prefWidth(-1), text.getMaxWidth()));
    legend.setManaged(legend.isVisible());
    super.layoutChildren();
  }
}
