package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.report.headline.Headline;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What failed, in a sentence, with the code to look up.
final class FailurePane extends HBox {
  /// Of the sentence beside its code, in its own em.
  private static final double LEAST = 15;

  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "quiet");
  private final Label code = Labels.of("", "mono", "caption");

  FailurePane() {
    getStyleClass().add("failure");
    sentence.setId("failure");
    code.setId("failure-code");
    VBox words = new VBox(4, sentence, caption);
    BreakingRow row = new BreakingRow(16, VPos.TOP, words, code);
    row.growing(words, () -> sentence.getFont().getSize() * LEAST);
    HBox.setHgrow(row, Priority.ALWAYS);
    getChildren().addAll(Icon.FAILED.node(1.3, "danger"), row);
  }

  void show(Headline headline) {
    sentence.setText(headline.first());
    caption.setText(headline.second().map(text -> text + " ").orElse("") + headline.caption());
    code.setText(headline.code().orElse(""));
    sentence.setAccessibleText(headline.spoken() + " " + headline.code().orElse(""));
    sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
