package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What can be done before a page is shown.
final class PageStart {
  private PageStart() {}

  static Region of(PageScreen.Ways ways) {
    Label title = Labels.wrapped(Words.text("page.empty.title"), "hero");
    Label text = Labels.wrapped(Words.text("page.empty"), "lead");
    Button sample = Buttons.of(Words.text("page.empty.sample"), ways::openSample);
    sample.getStyleClass().add("primary");
    sample.setId("page-sample");
    Button open = Buttons.of(Words.text("page.empty.open"), ways::openFile);
    open.setId("page-open");
    Buttons.hint(open, Words.text("key.open"));
    VBox box = new VBox(14, title, text, new BreakingRow(8, VPos.CENTER, sample, open));
    box.setStyle("-fx-padding: 1.7em;");
    box.getStyleClass().add("panel");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_LEFT);
    return box;
  }
}
