package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for a snapshot's name, with one proposed.
final class SaveSheet {
  private SaveSheet() {}

  static void open(Sheets sheets, Saving saving) {
    TextField name = new TextField(saving.proposedName());
    name.setId("save-name");
    name.setPrefColumnCount(30);
    name.setAccessibleText(Words.text("save.name"));
    Label label = Labels.of(Words.text("save.name"), "quiet");
    label.setLabelFor(name);
    Button save = Buttons.of(Words.text("save.save"), () -> {});
    save.getStyleClass().add("primary");
    save.setId("save-confirm");
    save.setDefaultButton(true);
    Runnable keep =
        () -> {
          String chosen = name.getText().strip();
          if (!chosen.isEmpty()) {
            sheets.close();
            saving.save(chosen);
          }
        };
    save.setOnAction(_ -> keep.run());
    save.disableProperty().bind(name.textProperty().map(text -> text.strip().isEmpty()));
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content = new VBox(8, label, name, Labels.wrapped(Words.text("save.note"), "caption"));
    sheets.open(Words.text("save.title"), content, name, cancel, save);
    name.selectAll();
  }
}
