package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.report.Headline;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What failed, in a sentence, with the code to look up.
final class FailurePane extends HBox {
  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "quiet");
  private final Label code = Labels.of("", "mono", "caption");

  FailurePane() {
    getStyleClass().add("failure");
    sentence.setId("failure");
    code.setId("failure-code");
    code.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(4, sentence, caption);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox top = new VBox(code);
    top.setAlignment(Pos.TOP_RIGHT);
    getChildren().addAll(Icon.FAILED.node(1.3, "danger"), words, top);
  }

  void show(Headline headline) {
    sentence.setText(headline.first());
    caption.setText(headline.second().map(text -> text + " ").orElse("") + headline.caption());
    code.setText(headline.code().orElse(""));
    sentence.setAccessibleText(headline.spoken() + " " + headline.code().orElse(""));
    sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
