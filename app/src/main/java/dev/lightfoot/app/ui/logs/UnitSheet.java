package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.codec.DurationUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Asks what logs do not say themselves: in what they count, and in which format their server
/// writes; then they are read again.
final class UnitSheet {
  /// In em.
  private static final double WIDTH = 40;

  private final LogsViewModel model;
  private final Sheets sheets;
  private final Map<String, DurationUnit> units = new LinkedHashMap<>();
  private final TextField pattern = new TextField();
  private final Label wrong = Labels.wrapped("", "field-error");

  private UnitSheet(LogsViewModel model, Sheets sheets) {
    this.model = model;
    this.sheets = sheets;
  }

  /// Opens it with what was said so far and what was guessed.
  static void open(LogsViewModel model, Sheets sheets, Look look) {
    if (!sheets.isOpen()) {
      new UnitSheet(model, sheets).open(model.units(), look);
    }
  }

  private void open(UnitDraft draft, Look look) {
    units.putAll(draft.units());
    VBox content = new VBox(10, Labels.wrapped(Words.text("units.about"), "quiet"));
    Node first = pattern;
    for (String key : units.keySet()) {
      SegmentedButton choice = choice(key);
      Label name = Labels.of(Words.text("units.of", key));
      name.setMinWidth(Region.USE_PREF_SIZE);
      content.getChildren().add(new BreakingRow(12, VPos.CENTER, name, choice));
      first = first.equals(pattern) ? chosen(choice) : first;
    }
    pattern.setText(draft.pattern());
    pattern.setId("units-pattern");
    pattern.setPromptText(Words.text("units.pattern.prompt"));
    Label named = Labels.wrapped(Words.text("units.pattern"), "quiet");
    named.setLabelFor(pattern);
    wrong.setId("units-error");
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    Label note = Labels.wrapped(Words.text("units.note"), "caption");
    content.getChildren().addAll(new VBox(4, named, pattern), wrong, note);
    content.setPrefWidth(look.em() * WIDTH);
    Button read = Buttons.of(Words.text("units.read"), this::read);
    read.setId("units-read");
    read.getStyleClass().add("primary");
    read.setDefaultButton(true);
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    sheets.open(Words.text("units.title"), content, first, cancel, read);
  }

  /// What Enter would choose is what is chosen.
  private static Node chosen(SegmentedButton choice) {
    return choice.getButtons().stream().filter(ToggleButton::isSelected).findFirst().orElseThrow();
  }

  private SegmentedButton choice(String key) {
    SegmentedButton buttons = new SegmentedButton();
    for (DurationUnit unit : DurationUnit.values()) {
      ToggleButton button = new ToggleButton(unit.symbol());
      button.setId("units-" + key + "-" + unit.symbol());
      button.setAccessibleText(Words.text("units.of", key) + ": " + unit.words());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(unit == units.get(key));
      button.setOnAction(
          _ -> {
            units.put(key, unit);
            button.setSelected(true);
          });
      buttons.getButtons().add(button);
    }
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    return buttons;
  }

  private void read() {
    wrong.setText(model.settle(new UnitDraft(units, pattern.getText(), false)));
    if (wrong.getText().isEmpty()) {
      sheets.close();
    }
  }
}
