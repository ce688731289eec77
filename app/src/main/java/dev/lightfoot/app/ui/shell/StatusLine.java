package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line at the bottom: what is going on, and what the evidence marks mean.
final class StatusLine extends HBox {
  StatusLine(ObservableValue<String> status) {
    getStyleClass().add("status-line");
    Label text = new Label();
    text.setId("status");
    text.setMinWidth(0);
    text.textProperty().bind(status);
    Label legend = Labels.of(Words.text("status.legend"));
    legend.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(text, Labels.spring(), legend);
  }
}
