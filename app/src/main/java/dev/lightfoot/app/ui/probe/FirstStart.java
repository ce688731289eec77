package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.bar.LightScale;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Before anything was measured: three ways on, and why trips are counted.
final class FirstStart extends StackPane {
  private static final double WIDTH = 71.5;

  /// The least width of a card, in em.
  private static final double CARD = 19;

  private final Look look;

  /// What the three cards lead to.
  interface Ways {
    void type();

    void openFile();

    void openSample();

    /// Begins the tour, or goes on with it.
    void takeTour();

    /// Calculates bandwidth against latency.
    void calculate();
  }

  FirstStart(Look look, Ways ways) {
    this.look = look;
    Button type = Buttons.small(Words.text("first.type.button"), ways::type);
    type.getStyleClass().add("primary");
    Buttons.hint(type, Words.text("key.address"));
    Button open = Buttons.small(Words.text("first.open.button"), ways::openFile);
    Buttons.hint(open, Words.text("key.open"));
    Button sample = Buttons.small(Words.text("first.sample.button"), ways::openSample);
    sample.setId("open-sample");
    Button tour = Buttons.small(Words.text("first.tour.button"), ways::takeTour);
    tour.setId("take-tour");
    BreakingRow examples = new BreakingRow(8, VPos.CENTER, tour, sample);
    BreakingRow cards =
        new BreakingRow(
            16,
            VPos.BOTTOM,
            card(Icon.LINK, "first.type", type),
            card(Icon.FILE, "first.open", open),
            card(Icon.BOOK, "first.sample", examples));
    cards.getChildren().forEach(card -> cards.growing(card, () -> look.em() * CARD));
    VBox page =
        new VBox(
            Labels.wrapped(Words.text("first.title"), "hero"),
            Labels.wrapped(Words.text("first.lead"), "lead"),
            cards,
            scale(ways),
            promises());
    page.setStyle("-fx-spacing: 1.15em; -fx-padding: 3em 1.7em 3em 1.7em;");
    page.maxWidthProperty().bind(look.em(WIDTH + 3.4));
    page.setMaxHeight(USE_PREF_SIZE);
    page.setAlignment(Pos.TOP_LEFT);
    StackPane.setAlignment(page, Pos.CENTER);
    setStyle("-fx-padding: 0 0 7em 0;");
    getChildren().add(page);
  }

  private VBox card(Icon icon, String key, Region button) {
    Label text = Labels.wrapped(Words.text(key + ".text"), "quiet");
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    VBox card =
        new VBox(
            icon.node("accent"),
            Labels.of(Words.text(key + ".title"), "card-title"),
            text,
            spring,
            button);
    card.getStyleClass().add("panel");
    card.setStyle("-fx-padding: 1.4em 1.4em 1.3em 1.4em; -fx-spacing: 0.57em;");
    card.minHeightProperty().bind(look.em(14.5));
    return card;
  }

  private VBox scale(Ways ways) {
    Button calculate = Buttons.small(Words.text("first.why.button"), ways::calculate);
    calculate.setId("open-scenario");
    Buttons.hint(calculate, Words.text("key.scenario"));
    VBox panel =
        new VBox(
            Labels.wrapped(Words.text("first.why.title"), "panel-title"),
            Labels.wrapped(Words.text("first.why.text"), "quiet"),
            new LightScale(look),
            calculate);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 1.3em 1.4em 0.8em 1.4em; -fx-spacing: 0.4em;");
    return panel;
  }

  private static FlowPane promises() {
    FlowPane promises = new FlowPane(30, 6);
    for (String key : new String[] {"first.promise.1", "first.promise.2", "first.promise.3"}) {
      Label text = Labels.of(Words.text(key), "quiet");
      text.setGraphic(Icon.CHECK.node(0.6));
      text.setGraphicTextGap(5);
      promises.getChildren().add(text);
    }
    return promises;
  }
}
