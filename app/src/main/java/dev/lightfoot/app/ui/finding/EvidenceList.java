package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What shows a finding, line by line; each line opens it where it is.
final class EvidenceList extends VBox {
  private static final int FIRST = 6;

  private final FindingsViewModel model;

  EvidenceList(FindingsViewModel model) {
    super(4);
    this.model = model;
    setId("finding-evidence");
  }

  void show(FindingRow row) {
    show(row, FIRST);
  }

  private void show(FindingRow row, int most) {
    List<FindingRow.Evidence> all = row.evidence();
    getChildren().clear();
    all.stream().limit(most).map(this::line).forEach(getChildren()::add);
    int more = all.size() - most;
    if (more > 0) {
      Hyperlink rest =
          link(
              Words.text("findings.more", Numbers.count(more + row.finding().evidenceLeftOut())),
              () -> show(row, all.size()));
      rest.setId("finding-more");
      getChildren().add(rest);
    } else if (row.finding().evidenceLeftOut() > 0) {
      String text = Words.text("findings.more", Numbers.count(row.finding().evidenceLeftOut()));
      getChildren().add(Labels.wrapped(text, "caption"));
    }
    if (all.isEmpty()) {
      getChildren().add(Labels.wrapped(Words.text("findings.no-evidence"), "caption"));
    }
  }

  private Hyperlink line(FindingRow.Evidence evidence) {
    Hyperlink link = link(evidence.text(), () -> model.open(evidence));
    link.setAccessibleText(Words.text("findings.opens", evidence.text(), model.place(evidence)));
    return link;
  }

  private static Hyperlink link(String text, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("link");
    link.setMnemonicParsing(false);
    link.setWrapText(true);
    link.setMinHeight(Region.USE_PREF_SIZE);
    link.setOnAction(
        _ -> {
          link.setVisited(false);
          action.run();
        });
    return link;
  }
}
