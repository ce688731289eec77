package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What can be done with the selected finding.
final class FindingButtons extends StackPane {
  private final FindingsViewModel model;
  private final Sheets sheets;
  private final Runnable copied;
  private final Button show;
  private final Button acknowledge;

  /// @param copied says that something is on the clipboard
  FindingButtons(FindingsViewModel model, Sheets sheets, Runnable copied) {
    this.model = model;
    this.sheets = sheets;
    this.copied = copied;
    show = Buttons.small("", this::open);
    show.getStyleClass().add("primary");
    show.setId("finding-show");
    Button copy = Buttons.small(Words.text("findings.copy"), this::copy);
    copy.setId("finding-copy");
    acknowledge = Buttons.small("", this::acknowledgeOrWithdraw);
    acknowledge.setId("finding-acknowledge");
    BreakingRow row = new BreakingRow(5, VPos.CENTER, show, copy, acknowledge);
    row.getChildren().forEach(each -> each.setStyle("-fx-padding: 0 0.6em 0 0.6em;"));
    getChildren().add(row);
    setStyle("-fx-padding: 0.6em 0.75em 0.9em 0.75em;");
  }

  Node start() {
    return show.isVisible() ? show : acknowledge;
  }

  void show(@Nullable FindingRow row) {
    setVisible(row != null);
    if (row == null) {
      return;
    }
    boolean shown = !row.evidence().isEmpty();
    show.setVisible(shown);
    show.setManaged(shown);
    if (shown) {
      String place = model.place(row.evidence().getFirst());
      dress(show, Words.text("findings.show-in", place));
    }
    boolean noted = model.acknowledgedAs(row).isPresent();
    dress(acknowledge, Words.text(noted ? "findings.withdraw" : "findings.acknowledge"));
  }

  private static void dress(Button button, String text) {
    button.setText(text);
    button.setAccessibleText(text);
  }

  /// Opens the clearest evidence of the selected finding.
  void open() {
    FindingRow row = model.selectedProperty().get();
    if (row != null && !row.evidence().isEmpty()) {
      model.open(row.evidence().getFirst());
    }
  }

  private void copy() {
    FindingRow row = model.selectedProperty().get();
    if (row != null) {
      Copy.text(FindingsSentences.text(row));
      copied.run();
    }
  }

  private void acknowledgeOrWithdraw() {
    FindingRow row = model.selectedProperty().get();
    if (row == null) {
      return;
    }
    if (model.acknowledgedAs(row).isPresent()) {
      model.withdraw(row);
    } else {
      AcknowledgeSheet.open(sheets, row, (reason, until) -> model.acknowledge(row, reason, until));
    }
  }
}
