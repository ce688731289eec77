package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.probe.wire.BodyStart;
import dev.lightfoot.report.words.Numbers;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The tab with the body of the last hop's response.
final class BodyTab {
  private final Tab tab = new Tab();
  private final Label size = Labels.of("", "tab-count");
  private final Label about = Labels.wrapped("", "caption");
  private final TextArea text = new TextArea();
  private BodyText shown = new BodyText("", "");

  BodyTab() {
    HBox head = new HBox(12, Labels.of(Words.text("details.body"), "tab-name"), size);
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    tab.setClosable(false);
    tab.setId("tab-body");
    about.setId("body-about");
    text.setId("body-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.setAccessibleText(Words.text("body.name"));
    VBox.setVgrow(text, Priority.ALWAYS);
    VBox content = new VBox(6, about, text);
    content.setStyle("-fx-padding: 0.5em 1em 0.3em 1em;");
    tab.setContent(content);
    tab.selectedProperty().subscribe(this::fill);
  }

  Tab tab() {
    return tab;
  }

  /// @param start how the body begins; empty where that is not kept
  void show(ProbeReading reading, Optional<BodyStart> start) {
    Optional<ResponseFacts> response = reading.lastHop().flatMap(Exchange::response);
    boolean known = reading.drawnRun().isPresent();
    tab.setDisable(response.isEmpty());
    size.setText(
        response
            .map(facts -> Numbers.bytes(facts.bodyBytes()))
            .orElseGet(() -> Words.text(known ? "details.body.why" : "details.unknown.why")));
    shown = response.map(facts -> BodyText.of(facts, start)).orElse(new BodyText("", ""));
    fill();
  }

  /// Laying out a long text takes its time: only where somebody looks at it.
  private void fill() {
    if (tab.isSelected() && !text.getText().equals(shown.text())) {
      text.setText(shown.text());
    }
    about.setText(shown.about());
    text.setVisible(!shown.text().isEmpty());
  }
}
