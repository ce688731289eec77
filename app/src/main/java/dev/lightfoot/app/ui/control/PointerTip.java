package dev.lightfoot.app.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Explains what lies under the pointer, once it rests.
public final class PointerTip {
  /// How long the pointer rests before it is told.
  private static final Duration DELAY = Duration.millis(300);

  private final Node chart;
  private final Tooltip tooltip = new Tooltip();

  public PointerTip(Node chart) {
    this.chart = chart;
    tooltip.setShowDelay(DELAY);
  }

  /// Sentences longer than that many pixels take several lines.
  public PointerTip wrappedAt(double pixels) {
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(pixels);
    return this;
  }

  /// Shows a sentence beside the pointer.
  ///
  /// @param text empty where nothing lies under the pointer
  public void tell(String text) {
    if (text.isEmpty()) {
      Tooltip.uninstall(chart, tooltip);
    } else if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
      tooltip.setText(text);
      Tooltip.install(chart, tooltip);
    }
  }
}
