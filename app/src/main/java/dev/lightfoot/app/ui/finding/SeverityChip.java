package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.report.finding.FindingNames;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A severity as a mark and a word: neither is told by colour alone.
final class SeverityChip {
  private SeverityChip() {}

  static String text(Severity severity) {
    return mark(severity) + " " + FindingNames.of(severity);
  }

  private static String mark(Severity severity) {
    return switch (severity) {
      case HIGH -> "▲";
      case MEDIUM -> "■";
      case LOW -> "▽";
    };
  }

  static Label of() {
    Label chip = Labels.of("", "severity");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  static void show(Label chip, Severity severity) {
    chip.setText(text(severity));
    chip.getStyleClass().setAll("label", "severity", severity.label());
  }
}
