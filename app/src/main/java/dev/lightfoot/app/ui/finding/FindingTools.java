package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.examining.Examined.Source;
import dev.lightfoot.report.finding.FindingNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Which findings are listed: of what, by principle, by severity, by text.
final class FindingTools extends VBox {
  private final FindingsViewModel model;
  private final TextField field = new TextField();
  private final Map<Optional<Principle>, ToggleButton> principles = new LinkedHashMap<>();
  private final SegmentedButton sources;

  FindingTools(FindingsViewModel model, Look look) {
    this.model = model;
    sources = sources();
    field.setId("findings-filter");
    field.setPromptText(Words.text("findings.filter"));
    field.setAccessibleText(Words.text("findings.filter.name"));
    field.textProperty().subscribe(text -> model.filterProperty().set(filter().mentioning(text)));
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
          }
        });
    model.filterProperty().subscribe(wanted -> field.setText(wanted.text()));
    BreakingRow row = new BreakingRow(8, VPos.CENTER, sources, principles(), severities(), field);
    row.growing(field, () -> look.em() * 8).getStyleClass().add("small-tools");
    getChildren().add(row);
    count();
  }

  TextField field() {
    return field;
  }

  private FindingFilter filter() {
    return model.filterProperty().get();
  }

  private SegmentedButton sources() {
    List<ToggleButton> buttons = new ArrayList<>();
    for (Source each : Source.values()) {
      String key = each == Source.LOGS ? "logs" : "measurement";
      ToggleButton button = button("source-" + key, Words.text("findings.of." + key));
      button.setOnAction(
          _ -> {
            model.examining().choose(each);
            button.setSelected(true);
          });
      model.examining().sourceProperty().subscribe(source -> button.setSelected(source == each));
      buttons.add(button);
    }
    return segmented(buttons);
  }

  private SegmentedButton principles() {
    principle("all", Optional.empty());
    for (Principle each : Principle.values()) {
      principle(each.label(), Optional.of(each));
    }
    return segmented(List.copyOf(principles.values()));
  }

  private void principle(String key, Optional<Principle> which) {
    principles.put(
        which,
        choice(
            "principle-" + key,
            name(which),
            filter -> filter.principle().equals(which),
            filter -> filter.of(which)));
  }

  private static String name(Optional<Principle> principle) {
    return principle.map(FindingNames::of).orElseGet(() -> Words.text("findings.all"));
  }

  private SegmentedButton severities() {
    List<ToggleButton> buttons = new ArrayList<>();
    buttons.add(
        choice(
            "severity-all",
            Words.text("findings.all"),
            filter -> filter.severity().isEmpty(),
            filter -> filter.atSeverity(Optional.empty())));
    for (Severity each : Severity.values()) {
      buttons.add(
          choice(
              "severity-" + each.label(),
              SeverityChip.text(each),
              filter -> filter.severity().equals(Optional.of(each)),
              filter -> filter.atSeverity(Optional.of(each))));
    }
    return segmented(buttons);
  }

  private ToggleButton choice(
      String id,
      String text,
      Predicate<FindingFilter> chosen,
      Function<FindingFilter, FindingFilter> choose) {
    ToggleButton button = button(id, text);
    button.setOnAction(
        _ -> {
          model.filterProperty().set(choose.apply(filter()));
          button.setSelected(true);
        });
    model.filterProperty().subscribe(filter -> button.setSelected(chosen.test(filter)));
    return button;
  }

  private static ToggleButton button(String id, String text) {
    ToggleButton button = new ToggleButton(text);
    button.setId("findings-" + id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static SegmentedButton segmented(List<ToggleButton> buttons) {
    SegmentedButton segmented = new SegmentedButton();
    segmented.getButtons().addAll(buttons);
    segmented.setFocusTraversable(false);
    segmented.setMinWidth(Region.USE_PREF_SIZE);
    return segmented;
  }

  /// Says how many there are of each principle, and offers a choice of what is examined where there
  /// is one.
  void count() {
    principles.forEach((which, button) -> button.setText(name(which) + "  " + model.count(which)));
    boolean both =
        model.examining().isOpen(Source.MEASUREMENT) && model.examining().isOpen(Source.LOGS);
    sources.setVisible(both);
    sources.setManaged(both);
  }
}
