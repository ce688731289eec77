package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks why a finding is acknowledged, and until when.
final class AcknowledgeSheet {
  private AcknowledgeSheet() {}

  /// Opens it.
  ///
  /// @param keep hears of reason and last day
  static void open(Sheets sheets, FindingRow row, BiConsumer<String, Optional<LocalDate>> keep) {
    TextField reason = field("acknowledge-reason", "findings.reason");
    TextField until = field("acknowledge-until", "findings.until");
    until.setPromptText(Words.text("findings.until.prompt"));
    Label wrong = Labels.wrapped("", "field-error");
    wrong.setId("acknowledge-wrong");
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    Button confirm = Buttons.of(Words.text("findings.acknowledge.confirm"), () -> {});
    confirm.getStyleClass().add("primary");
    confirm.setId("acknowledge-confirm");
    confirm.setDefaultButton(true);
    confirm.disableProperty().bind(reason.textProperty().map(String::isBlank));
    confirm.setOnAction(
        _ -> {
          try {
            Optional<LocalDate> day = day(until.getText().strip());
            sheets.close();
            keep.accept(reason.getText(), day);
          } catch (DateTimeParseException e) {
            wrong.setText(Words.text("findings.until.wrong", until.getText().strip()));
            until.requestFocus();
          }
        });
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content =
        new VBox(
            8,
            Labels.wrapped(row.title(), "strong"),
            label("findings.reason", reason),
            reason,
            label("findings.until", until),
            until,
            wrong,
            Labels.wrapped(Words.text("findings.acknowledge.help"), "caption"));
    content.setPrefWidth(reason.getFont().getSize() * 34);
    sheets.open(Words.text("findings.acknowledge.title"), content, reason, cancel, confirm);
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static TextField field(String id, String key) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(30);
    field.setAccessibleText(Words.text(key));
    return field;
  }

  private static Label label(String key, TextField of) {
    Label label = Labels.of(Words.text(key), "quiet");
    label.setLabelFor(of);
    return label;
  }
}
