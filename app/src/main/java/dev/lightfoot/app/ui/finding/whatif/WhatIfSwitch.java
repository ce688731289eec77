package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;

/// Among the details of a finding: switches its change on, and says what all changes that are on
/// bring together.
public final class WhatIfSwitch extends VBox {
  private final WhatIfViewModel model;
  private final ToggleSwitch toggle = new ToggleSwitch();
  private final Label change = Labels.wrapped("", "quiet");
  private final Label note = Labels.wrapped("", "caption");
  private final Label wider = Labels.wrapped(Words.text("whatif.wider"), "caption");
  private final Label shift = Labels.of("", "mono", "strong");
  private final Label range = Labels.of("", "mono", "caption");
  private final Label unknown = Labels.wrapped(Words.text("whatif.no-model"), "caption");
  private final Node known;
  private List<String> changes = List.of();

  public WhatIfSwitch(WhatIfViewModel model) {
    super(6);
    this.model = model;
    toggle.setId("whatif-switch");
    toggle.setText(Words.text("whatif"));
    toggle.selectedProperty().subscribe(on -> choose(on));
    change.setId("whatif-change");
    note.setId("whatif-note");
    shift.setId("whatif-shift");
    unknown.setId("whatif-unknown");
    VBox numbers = new VBox(1, shift, range);
    BreakingRow row = new BreakingRow(12, VPos.CENTER, toggle, numbers);
    known = new VBox(6, row, change, note, wider);
    known.getStyleClass().add("what-if");
    getChildren().addAll(known, unknown);
    model.chosenProperty().subscribe(_ -> show());
    model.foreseenProperty().subscribe(_ -> show());
    model.askingProperty().subscribe(_ -> show());
  }

  private void choose(boolean on) {
    if (!changes.isEmpty() && on != model.isOn(changes)) {
      model.toggle(changes);
    }
  }

  /// Shows the switch of a finding.
  ///
  /// @param wanted its changes; empty where what-if has no model of them
  /// @param more whether they may concern more than the finding is about
  public void show(List<String> wanted, boolean more) {
    changes = wanted;
    present(wider, more);
    show();
  }

  private void show() {
    WhatIfSubject subject = model.subjectProperty().get();
    boolean offered = subject != null && !changes.isEmpty();
    present(known, offered);
    present(unknown, !offered);
    unknown.setText(Words.text(subject == null ? "whatif.no-measurement" : "whatif.no-model"));
    if (subject == null || changes.isEmpty()) {
      return;
    }
    toggle.setSelected(model.isOn(changes));
    change.setText(changes.stream().map(subject::words).collect(Collectors.joining("; ")));
    toggle.setAccessibleText(Words.text("whatif.switch", change.getText()));
    Foreseen foreseen = model.foreseenProperty().get();
    Optional<Prediction> made =
        foreseen == null || !foreseen.holds(changes) ? Optional.empty() : foreseen.prediction();
    shift.setText(made.map(WhatIfSentences::shift).orElse(""));
    range.setText(made.map(it -> range(it.after())).orElse(""));
    note.setText(note(foreseen));
    present(note, !note.getText().isEmpty());
  }

  private String note(@Nullable Foreseen foreseen) {
    if (!model.isOn(changes)) {
      return "";
    }
    return foreseen == null || foreseen.holds(changes)
        ? WhatIfSentences.note(model)
        : foreseen.refusal(changes).orElseGet(() -> WhatIfSentences.note(model));
  }

  private static String range(Outcome after) {
    return Words.text(
        "whatif.range", Numbers.millis(after.lowNanos()), Numbers.millis(after.highNanos()));
  }

  private static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }
}
