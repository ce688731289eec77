package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.finding.whatif.WhatIfSwitch;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.finding.FindingNames;
import dev.lightfoot.report.finding.SavingWords;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// All that is known of the selected finding: what is seen, what its removal brings, what shows it,
/// what to do and what would show that it is wrong.
final class FindingDetails extends VBox {
  private final FindingsViewModel model;
  private final VBox content = new VBox();
  private final FlowPane chips = new FlowPane(7, 5);
  private final Label severity = SeverityChip.of();
  private final Label principle = Labels.of("", "severity", "low");
  private final Label grade = Labels.of("", "severity", "low");
  private final Label rule = Labels.of("", "mono", "caption");
  private final Label title = Labels.wrapped("", "finding-title");
  private final Label says = Labels.wrapped("", "quiet");
  private final Label often = Labels.wrapped("", "caption");
  private final Label noted = Labels.wrapped("", "caution");
  private final Surface chart;
  private final Label saved = Labels.wrapped("", "caption");
  private final VBox saving;
  private final Label subject = Labels.wrapped("", "code-box");
  private final EvidenceList evidence;
  private final VBox change = new VBox(4);
  private final Label disproof = Labels.wrapped("", "quiet");
  private final VBox refuted;
  private final WhatIfSwitch whatIf;
  private final FindingButtons buttons;
  private final ScrollPane scroll;

  FindingDetails(FindingsViewModel model, Look look, FindingButtons buttons) {
    this.model = model;
    this.buttons = buttons;
    evidence = new EvidenceList(model);
    title.setId("finding-title");
    says.setId("finding-says");
    saved.setId("finding-saved");
    noted.setId("finding-noted");
    disproof.setId("finding-disproof");
    chart = new Surface(look, this::draw);
    chart.prefHeightProperty().bind(look.em(1.7));
    chart.minHeightProperty().bind(look.em(1.7));
    saving = section("findings.saving", chart, saved);
    refuted = section("findings.disproof", disproof);
    whatIf = new WhatIfSwitch(model.whatIf());
    chips.getChildren().addAll(severity, principle, grade, rule);
    VBox words = new VBox(5, title, says, often, noted);
    content
        .getChildren()
        .addAll(
            chips,
            words,
            saving,
            whatIf,
            subject,
            section("findings.evidence", evidence),
            section("findings.change", change),
            refuted);
    content.getStyleClass().add("finding-details");
    scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().addAll("panel", "side-panel");
    getChildren().addAll(scroll, buttons);
    minHeightProperty().bind(look.em(19));
    model.selectedProperty().subscribe(this::show);
    model.listed().subscribe(() -> show(model.selectedProperty().get()));
  }

  Node start() {
    return buttons.start();
  }

  private static VBox section(String key, Node... parts) {
    VBox section = new VBox(5, Labels.of(Words.text(key), "panel-title"));
    section.getChildren().addAll(parts);
    return section;
  }

  private void show(@Nullable FindingRow row) {
    scroll.setVisible(row != null);
    buttons.show(row);
    if (row == null) {
      return;
    }
    Finding finding = row.finding();
    SeverityChip.show(severity, finding.severity());
    shown(principle, finding.rule().principle().map(FindingNames::of).orElse(""));
    grade.setText(FindingsTable.mark(finding.grade()) + " " + finding.grade().label());
    rule.setText(finding.rule().label());
    title.setText(row.title());
    says.setText(row.says());
    often.setText(row.often());
    shown(noted, noted(row));
    finding.saving().ifPresent(this::showSaving);
    present(saving, finding.saving().isPresent());
    shown(subject, row.subject());
    evidence.show(row);
    change.getChildren().setAll(remedy(row));
    whatIf.show(row.changes(), row.mayChangeMore());
    present(whatIf, finding.saving().isPresent());
    disproof.setText(row.disproof().orElse(""));
    present(refuted, row.disproof().isPresent());
    scroll.setVvalue(0);
    chart.redraw();
  }

  private String noted(FindingRow row) {
    return model
        .acknowledgedAs(row)
        .map(FindingsSentences::noted)
        .or(
            () ->
                model
                    .returnedFrom(row)
                    .map(said -> FindingsSentences.returned(said, row.finding())))
        .orElse("");
  }

  private void showSaving(Saving expected) {
    String text = SavingWords.sourced(expected);
    OptionalLong whole = whole();
    saved.setText(
        whole.isPresent() && expected.highNanos() > 0
            ? Words.text("findings.saved-of", text, Numbers.duration(whole.getAsLong()))
            : text);
    chart.setAccessibleText(saved.getText());
  }

  private OptionalLong whole() {
    FindingsReading reading = model.readingProperty().get();
    return reading == null ? OptionalLong.empty() : reading.examined().wholeNanos();
  }

  private static List<Node> remedy(FindingRow row) {
    List<Node> lines = new ArrayList<>();
    row.remedy()
        .django()
        .ifPresent(
            text -> {
              lines.add(Labels.of(Words.text("findings.in-django"), "caption"));
              lines.add(Labels.wrapped(text));
              lines.add(Labels.of(Words.text("findings.elsewhere"), "caption"));
            });
    lines.add(Labels.wrapped(row.remedy().elsewhere()));
    return lines;
  }

  private static void shown(Label label, String text) {
    label.setText(text);
    present(label, !text.isEmpty());
  }

  private static void present(Region region, boolean present) {
    region.setVisible(present);
    region.setManaged(present);
  }

  /// On an axis as long as what was measured, where that is known, else as what may be saved.
  private void draw(Brush brush, Dimension2D size) {
    FindingRow row = model.selectedProperty().get();
    if (row == null || row.finding().saving().isEmpty()) {
      return;
    }
    Saving expected = row.finding().saving().get();
    long longest = Math.max(whole().orElse(0), expected.highNanos());
    String end = Numbers.duration(longest);
    double room = brush.width(end) + brush.em();
    double width = size.getWidth() - room;
    double middle = Math.rint(size.getHeight() / 2);
    brush.line("border", 1, 1, middle, width, middle);
    brush.line("border-strong", 1, width, middle - 4, width, middle + 4);
    new SavingBar(1, width - 2, longest).draw(brush, expected, middle, brush.em());
    if (longest > 0) {
      brush.text(
          Brush.Face.CAPTION, "text-2", end, width + brush.em() / 2, middle, TextAlignment.LEFT);
    }
  }
}
