package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.PredictionText;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What all changes that are switched on bring together: picture, numbers, the way that is waited
/// for then, what that rests on, and what was refused.
public final class WhatIfPane extends ScrollPane {
  /// In em: with less room the buttons go below the sentence.
  private static final double LEAST = 24;

  private final WhatIfViewModel model;
  private final Label sentence = Labels.wrapped("", "strong");
  private final Label standing = Labels.wrapped("", "quiet");
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel;
  private final Button again;
  private final Button clear;
  private final Button copy;
  private final VBox refused = new VBox(3);
  private final VBox changes = new VBox(3);
  private final Surface chart;
  private final OutcomeTable outcome;
  private final PathTable path;
  private final VBox assumptions = new VBox(3);
  private final VBox predicted;

  /// @param copied says that something is on the clipboard
  public WhatIfPane(WhatIfViewModel model, Look look, Runnable copied) {
    this.model = model;
    cancel = button("whatif.cancel", "whatif-cancel", model::cancel);
    again = button("whatif.again", "whatif-again", model::ask);
    clear = button("whatif.clear", "whatif-clear", model::clear);
    copy = button("findings.copy", "whatif-copy", () -> copy(copied));
    chart =
        new Surface(
            look,
            (brush, size) ->
                made().ifPresent(it -> new ShiftDrawing(it, measured()).draw(brush, size)));
    chart.prefHeightProperty().bind(look.em(ShiftDrawing.HEIGHT));
    chart.minHeightProperty().bind(look.em(ShiftDrawing.HEIGHT));
    chart.setId("whatif-chart");
    outcome = new OutcomeTable(look);
    path = new PathTable(look);
    predicted =
        new VBox(
            11,
            chart,
            outcome.table(),
            section("whatif.changes", changes),
            section("whatif.path", path.table()),
            section("whatif.rests-on", assumptions));
    sentence.setId("whatif-sentence");
    standing.setId("whatif-standing");
    refused.setId("whatif-refused");
    progress.setAccessibleText(Words.text("whatif.progress"));
    progress.progressProperty().bind(model.progressProperty());
    BreakingRow head =
        new BreakingRow(8, VPos.CENTER, sentence, progress, cancel, again, clear, copy)
            .growing(sentence, () -> look.em() * LEAST);
    VBox content = new VBox(9, head, standing, refused, predicted);
    content.setStyle("-fx-padding: 0.9em 1.1em 0.9em 1.1em;");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("plain-scroll");
    setFocusTraversable(false);
    model.chosenProperty().subscribe(_ -> show());
    model.foreseenProperty().subscribe(_ -> show());
    model.askingProperty().subscribe(_ -> show());
    model.subjectProperty().subscribe(_ -> show());
  }

  private static Button button(String key, String id, Runnable action) {
    Button button = Buttons.small(Words.text(key), action);
    button.setId(id);
    return button;
  }

  private static VBox section(String key, Node part) {
    return new VBox(5, Labels.of(Words.text(key), "panel-title"), part);
  }

  private Optional<Prediction> made() {
    Foreseen foreseen = model.foreseenProperty().get();
    return foreseen == null ? Optional.empty() : foreseen.prediction();
  }

  private OptionalLong measured() {
    Foreseen foreseen = model.foreseenProperty().get();
    return foreseen != null && foreseen.standing() instanceof Foreseen.Standing.Graded graded
        ? OptionalLong.of(graded.grade().measuredNanos())
        : OptionalLong.empty();
  }

  private void show() {
    Foreseen foreseen = model.foreseenProperty().get();
    Optional<Prediction> made = made();
    Asking asking = model.askingProperty().get();
    boolean slow = asking == Asking.SLOW;
    boolean on = !model.chosenProperty().get().isEmpty();
    sentence.setText(WhatIfSentences.answer(model));
    standing.setText(foreseen == null || made.isEmpty() ? "" : WhatIfSentences.standing(foreseen));
    present(standing, made.isPresent());
    present(progress, slow);
    present(cancel, slow);
    present(again, asking == Asking.STOPPED || asking == Asking.FAILED);
    present(clear, on);
    present(copy, made.isPresent());
    refused
        .getChildren()
        .setAll(
            lines(
                foreseen == null
                    ? List.of()
                    : foreseen.refused().stream().map(Foreseen.Refused::sentence).toList(),
                "whatif.refused",
                "caution"));
    present(refused, !refused.getChildren().isEmpty());
    present(predicted, made.isPresent());
    changes
        .getChildren()
        .setAll(lines(made.map(Prediction::changes).orElse(List.of()), "whatif.item", "quiet"));
    outcome.show(made);
    path.show(made);
    assumptions.getChildren().setAll(lines(restsOn(made), "whatif.item", "quiet"));
    chart.setAccessibleText(sentence.getText());
    chart.redraw();
  }

  private static List<String> restsOn(Optional<Prediction> made) {
    return made.map(PredictionText::restsOn).orElse(List.of());
  }

  private static List<Label> lines(List<String> texts, String key, String style) {
    return texts.stream().map(text -> Labels.wrapped(Words.text(key, text), style)).toList();
  }

  private static void present(Region region, boolean present) {
    region.setVisible(present);
    region.setManaged(present);
  }

  private void copy(Runnable copied) {
    made()
        .ifPresent(
            it -> {
              Copy.text(Numbers.plain(PredictionText.of(it)));
              copied.run();
            });
  }
}
