package dev.lightfoot.app.ui.chart;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Explains what lies under the pointer, once it rests.
final class PointerTip {
  /// How long the pointer rests before it is told.
  private static final Duration DELAY = Duration.millis(300);

  private final Node chart;
  private final Tooltip tooltip = new Tooltip();

  PointerTip(Node chart) {
    this.chart = chart;
    tooltip.setShowDelay(DELAY);
  }

  /// Sentences longer than that many pixels take several lines.
  PointerTip wrappedAt(double pixels) {
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(pixels);
    return this;
  }

  /// @param text empty where nothing lies under the pointer
  void tell(String text) {
    if (text.isEmpty()) {
      Tooltip.uninstall(chart, tooltip);
    } else if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
      tooltip.setText(text);
      Tooltip.install(chart, tooltip);
    }
  }
}
