package dev.lightfoot.app.ui.detail;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Acknowledging;
import dev.lightfoot.app.ui.workspace.examining.Examined;
import dev.lightfoot.app.ui.workspace.examining.Examining;
import dev.lightfoot.report.finding.FindingWords;
import dev.lightfoot.report.finding.SavingWords;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// One line below an answer: what saves most of the time that is shown, which leads to the finding.
/// Without room where there is none.
public final class LargestSaving extends VBox {
  private final Examining examining;
  private final Acknowledging acknowledging;
  private final Hyperlink link = new Hyperlink();
  private String snapshotId = "";
  private Optional<Finding> finding = Optional.empty();

  /// @param id what the line is called on its screen
  public LargestSaving(String id, Examining examining, Acknowledging acknowledging) {
    this.examining = examining;
    this.acknowledging = acknowledging;
    link.setId(id);
    link.getStyleClass().add("link");
    link.setMnemonicParsing(false);
    link.setWrapText(true);
    link.setMinHeight(USE_PREF_SIZE);
    link.setOnAction(
        _ -> {
          link.setVisited(false);
          finding.ifPresent(examining::show);
        });
    getChildren().add(link);
    examining.examinedProperty().subscribe(_ -> show());
    acknowledging.keptProperty().subscribe(this::show);
    show();
  }

  /// Says it of that measurement from now on; of none where its id is empty.
  public void of(String id) {
    if (!snapshotId.equals(id)) {
      snapshotId = id;
      show();
    }
  }

  private void show() {
    Examined examined = examining.examinedProperty().get();
    finding =
        examined == null || !examined.isOf(snapshotId)
            ? Optional.empty()
            : acknowledging.sift(examined.findings()).open().largestSaving();
    if (examined != null) {
      finding.ifPresent(each -> tell(each, examined.words()));
    }
    setVisible(finding.isPresent());
    setManaged(finding.isPresent());
  }

  private void tell(Finding each, FindingWords words) {
    String title = words.title(each);
    String saving = each.saving().map(SavingWords::of).orElse("");
    // A number and its unit stay on one line.
    link.setText(Words.text("findings.largest", title, saving.replace(" ms", "\u00a0ms")));
    link.setAccessibleText(Words.text("findings.largest.opens", title, saving));
  }
}
