package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.drawing.Ink;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// The bar at the top of the compare screen: which two, of which runs, and measuring both again.
final class CompareBar extends VBox {
  /// In em.
  private static final double LEAST_SIDE = 15;

  private final CompareViewModel model;
  private final Look look;
  private final ZoneId zone;
  private final Map<Which, SideButton> sides = new EnumMap<>(Which.class);
  private final Map<RunState, ToggleButton> states = new EnumMap<>(RunState.class);
  private final Button swap;
  private final Button run = new Button();
  private final Button export;

  /// The button that shows a side and leads to another one.
  private record SideButton(Button button, Label title, Label facts) {}

  /// What it cannot do itself.
  interface Ways {
    /// Asks which snapshot a side is to be.
    void choose(Which which);

    /// Asks for the request that times are measured from.
    void request();

    /// Asks where the report is to be, and writes it.
    void export();
  }

  CompareBar(CompareViewModel model, Look look, ZoneId zone, Ways ways) {
    this.model = model;
    this.look = look;
    this.zone = zone;
    for (Which which : Which.values()) {
      sides.put(which, side(which, ways));
    }
    swap = new Button();
    swap.setId("compare-swap");
    swap.setGraphic(Icon.SWAP.node(0.8));
    swap.setAccessibleText(Words.text("compare.swap"));
    swap.setTooltip(tip(Words.text("compare.swap")));
    swap.setOnAction(_ -> model.swap());
    run.setId("compare-run");
    run.setMinWidth(USE_PREF_SIZE);
    run.setOnAction(_ -> runOrCancel());
    export = Buttons.of(Words.text("compare.export"), ways::export);
    export.setId("compare-export");
    export.setMinWidth(USE_PREF_SIZE);
    Button first = side(Which.A).button();
    Button second = side(Which.B).button();
    BreakingRow bar =
        new BreakingRow(
            10,
            VPos.CENTER,
            first,
            swap,
            second,
            states(),
            new OriginChoice(model, ways::request),
            run,
            export);
    bar.growing(first, this::leastSide).growing(second, this::leastSide);
    bar.getStyleClass().add("top-bar");
    getChildren().addAll(bar, progress());
    for (Which which : Which.values()) {
      model.sideProperty(which).subscribe(_ -> show());
    }
    model.readingProperty().subscribe(_ -> show());
    model.stageProperty().subscribe(_ -> show());
  }

  private double leastSide() {
    return LEAST_SIDE * look.em();
  }

  private SideButton side(Which which) {
    return Objects.requireNonNull(sides.get(which));
  }

  /// The button of a side.
  Button button(Which which) {
    return side(which).button();
  }

  private SideButton side(Which which, Ways ways) {
    Label title = Labels.of("", "strong");
    Label facts = Labels.of("", "caption");
    for (Label each : List.of(title, facts)) {
      each.setMinWidth(0);
      Tooltip whole = tip("");
      whole.textProperty().bind(each.textProperty());
      each.setTooltip(whole);
    }
    VBox words = new VBox(title, facts);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label letter = Labels.of(which.name(), "strong");
    letter.setMinWidth(USE_PREF_SIZE);
    HBox graphic = new HBox(8, mark(which), letter, words, Labels.of("▾", "quiet"));
    graphic.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setId("compare-" + which.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().add("side-choice");
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setGraphic(graphic);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> ways.choose(which));
    graphic.prefWidthProperty().bind(button.widthProperty().subtract(look.em(1.8)));
    return new SideButton(button, title, facts);
  }

  private static Tooltip tip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setShowDelay(Columns.TOOLTIP_DELAY);
    return tip;
  }

  /// The mark that stands for a side wherever its runs are drawn.
  private Surface mark(Which which) {
    Surface mark = new Surface(look, (brush, size) -> draw(brush, size, which));
    mark.prefWidthProperty().bind(look.em(1));
    mark.prefHeightProperty().bind(look.em(1));
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    mark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return mark;
  }

  private static void draw(Brush brush, Dimension2D size, Which which) {
    double middle = size.getHeight() / 2;
    double radius = 0.36 * brush.em();
    switch (which) {
      case A ->
          brush.dot(new Ink("surface", "text-2", Ink.Texture.HOLLOW), middle, middle, radius, true);
      case B -> brush.diamond("accent", middle, middle, 1.2 * radius);
    }
  }

  private SegmentedButton states() {
    SegmentedButton buttons = new SegmentedButton();
    for (RunState state : List.of(RunState.COLD, RunState.WARM)) {
      ToggleButton button = new ToggleButton(Words.text("mode." + state.label()));
      button.setId("compare-" + state.label());
      button.setAccessibleText(Words.text("compare.state." + state.label()));
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            model.look(state);
            show();
          });
      states.put(state, button);
      buttons.getButtons().add(button);
    }
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }

  private StackPane progress() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Words.text("bar.progress"));
    bar.setFocusTraversable(false);
    bar.setTranslateY(-2);
    model.stageProperty().subscribe(stage -> bar.setVisible(stage == Stage.RUNNING));
    // Lies over the bar's lower edge, so that nothing moves when it appears.
    StackPane holder = new StackPane(bar);
    holder.setMinHeight(0);
    holder.setPrefHeight(0);
    holder.setMaxHeight(0);
    return holder;
  }

  private void runOrCancel() {
    if (!model.cancel()) {
      model.run();
    }
  }

  private void show() {
    CompareReading reading = model.readingProperty().get();
    boolean running = model.running();
    for (Which which : Which.values()) {
      show(which, reading, running);
    }
    swap.setDisable(
        running
            || model.sideProperty(Which.A).get() == null
            || model.sideProperty(Which.B).get() == null);
    Optional<RunState> shown =
        Optional.ofNullable(reading).flatMap(each -> each.comparison().state());
    states.forEach(
        (state, button) -> {
          button.setDisable(running || !model.has(state));
          button.setSelected(shown.equals(Optional.of(state)));
        });
    export.setDisable(reading == null);
    run.setText(Words.text(running ? "bar.cancel" : "compare.run"));
    Buttons.hint(run, Words.text(running ? "key.cancel" : "key.run"));
    run.setDisable(!running && reading == null);
    run.getStyleClass().removeAll("primary", "stop");
    run.getStyleClass().add(running ? "stop" : "primary");
  }

  private void show(Which which, @Nullable CompareReading reading, boolean running) {
    SideButton side = side(which);
    Snapshot snapshot = model.sideProperty(which).get();
    Optional<Side> counted =
        Optional.ofNullable(reading)
            .filter(each -> each.side(which).equals(snapshot))
            .map(CompareReading::comparison)
            .map(comparison -> of(comparison, which));
    side.title()
        .setText(
            snapshot == null ? Words.text("compare.side.none") : CompareSentences.title(snapshot));
    side.facts()
        .setText(
            snapshot == null
                ? Words.text("compare.side.choose")
                : CompareSentences.facts(snapshot, counted, zone));
    side.button()
        .setAccessibleText(
            Words.text(
                "compare.side.name", which.name(), side.title().getText(), side.facts().getText()));
    side.button().setDisable(running);
  }

  private static Side of(Comparison comparison, Which which) {
    return which == Which.A ? comparison.a() : comparison.b();
  }
}
