package dev.lightfoot.app.ui.control;

import dev.lightfoot.app.ui.words.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for a snapshot's name, with one proposed.
public final class SaveSheet {
  private SaveSheet() {}

  /// Opens it.
  ///
  /// @param proposed a name
  /// @param keep hears of the name that was chosen
  public static void open(Sheets sheets, String proposed, Consumer<String> keep) {
    TextField name = new TextField(proposed);
    name.setId("save-name");
    name.setPrefColumnCount(30);
    name.setAccessibleText(Words.text("save.name"));
    Label label = Labels.of(Words.text("save.name"), "quiet");
    label.setLabelFor(name);
    Button save = Buttons.of(Words.text("save.save"), () -> {});
    save.getStyleClass().add("primary");
    save.setId("save-confirm");
    save.setDefaultButton(true);
    Runnable chosen =
        () -> {
          String typed = name.getText().strip();
          if (!typed.isEmpty()) {
            sheets.close();
            keep.accept(typed);
          }
        };
    save.setOnAction(_ -> chosen.run());
    save.disableProperty().bind(name.textProperty().map(text -> text.strip().isEmpty()));
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content = new VBox(8, label, name, Labels.wrapped(Words.text("save.note"), "caption"));
    sheets.open(Words.text("save.title"), content, name, cancel, save);
    name.selectAll();
  }
}
