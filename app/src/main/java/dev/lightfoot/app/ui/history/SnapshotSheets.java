package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.store.StoredSnapshot;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for what is written on a snapshot: its name, its tags, its note.
record SnapshotSheets(HistoryViewModel model, Sheets sheets) {

  void rename(StoredSnapshot snapshot) {
    TextField name = field("rename-name", "save.name", snapshot.name());
    Button rename =
        confirm("history.rename", "rename-confirm", () -> model.rename(snapshot, name.getText()));
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    sheets.open(
        Words.text("history.rename.title"),
        new VBox(8, label("save.name", name), name),
        name,
        cancel,
        rename);
    name.selectAll();
  }

  void annotate(StoredSnapshot snapshot) {
    TextField tags = field("annotate-tags", "history.tags", String.join(", ", snapshot.tags()));
    TextArea note = new TextArea(snapshot.note());
    note.setId("annotate-note");
    note.setPrefRowCount(5);
    note.setPrefColumnCount(30);
    note.setWrapText(true);
    note.setAccessibleText(Words.text("history.note"));
    Button keep =
        confirm(
            "history.annotate.keep",
            "annotate-confirm",
            () -> model.annotate(snapshot, tags.getText(), note.getText()));
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content =
        new VBox(
            8,
            label("history.tags", tags),
            tags,
            Labels.wrapped(Words.text("history.tags.help"), "caption"),
            label("history.note", note),
            note);
    sheets.open(Words.text("history.annotate.title"), content, tags, cancel, keep);
    tags.end();
  }

  private static TextField field(String id, String key, String text) {
    TextField field = new TextField(text);
    field.setId(id);
    field.setPrefColumnCount(30);
    field.setAccessibleText(Words.text(key));
    return field;
  }

  private static Label label(String key, javafx.scene.Node of) {
    Label label = Labels.of(Words.text(key), "quiet");
    label.setLabelFor(of);
    return label;
  }

  private Button confirm(String key, String id, Runnable action) {
    Button button =
        Buttons.of(
            Words.text(key),
            () -> {
              sheets.close();
              action.run();
            });
    button.getStyleClass().add("primary");
    button.setDefaultButton(true);
    button.setId(id);
    return button;
  }
}
