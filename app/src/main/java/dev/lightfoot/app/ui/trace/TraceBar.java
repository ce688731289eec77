package dev.lightfoot.app.ui.trace;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// The bar at the top of the trace screen: find within it, which picture, another trace.
final class TraceBar extends VBox {
  /// Of the search field, in em.
  private static final double LEAST = 12;

  private final TraceViewModel model;
  private final TextField field = new TextField();
  private final Label found = Labels.of("", "quiet");

  TraceBar(TraceViewModel model, Runnable openFile) {
    this.model = model;
    field.setId("trace-search");
    field.setPromptText(Words.text("trace.search"));
    field.setAccessibleText(Words.text("trace.search"));
    field.textProperty().bindBidirectional(model.searchProperty());
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    found.setId("trace-found");
    found.setMinWidth(USE_PREF_SIZE);
    found.visibleProperty().bind(found.textProperty().isNotEmpty());
    found.managedProperty().bind(found.visibleProperty());
    model.matchesProperty().subscribe(_ -> showFound());
    model.selectedProperty().subscribe(_ -> showFound());
    model.searchProperty().subscribe(_ -> showFound());
    BreakingRow bar =
        new BreakingRow(
            12,
            VPos.CENTER,
            back(),
            field,
            found,
            button("trace.previous", "trace-previous", () -> model.nextMatch(false)),
            button("trace.next", "trace-next", () -> model.nextMatch(true)),
            pictures(),
            errors(),
            open(openFile));
    bar.growing(field, () -> field.getFont().getSize() * LEAST)
        .apart()
        .getStyleClass()
        .add("top-bar");
    getChildren().add(bar);
  }

  TextField field() {
    return field;
  }

  private Button button(String key, String id, Runnable action) {
    Button button = Buttons.of(Words.text(key), action);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button
        .disableProperty()
        .bind(model.matchesProperty().map(matches -> matches.length == 0).orElse(true));
    return button;
  }

  /// To the screen that the trace was opened from.
  private Button back() {
    Button button = Buttons.of("", model::back);
    button.setId("trace-back");
    button.setMinWidth(USE_PREF_SIZE);
    model
        .fromProperty()
        .subscribe(
            from -> {
              button.setVisible(from != null);
              button.setManaged(from != null);
              if (from != null) {
                String name = Words.text("screen." + from.name().toLowerCase(Locale.ROOT));
                button.setText(Words.text("trace.back", name));
                Buttons.hint(button, Words.text("key.cancel"));
              }
            });
    return button;
  }

  private Button errors() {
    Button button = Buttons.of(Words.text("trace.next-error"), model::nextError);
    button.setId("trace-next-error");
    button.setMinWidth(USE_PREF_SIZE);
    Buttons.hint(button, Words.text("key.next-error"));
    button
        .disableProperty()
        .bind(
            model
                .readingProperty()
                .map(reading -> reading == null || reading.errors().isEmpty())
                .orElse(true));
    return button;
  }

  private static Button open(Runnable openFile) {
    Button button = Buttons.of(Words.text("trace.open"), openFile);
    button.setId("trace-open");
    button.setMinWidth(USE_PREF_SIZE);
    Buttons.hint(button, Words.text("key.open"));
    return button;
  }

  private SegmentedButton pictures() {
    SegmentedButton buttons = new SegmentedButton();
    for (TraceViewModel.Picture each : TraceViewModel.Picture.values()) {
      String key = each.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(Words.text("trace.picture." + key));
      button.setId("trace-picture-" + key);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            model.pictureProperty().set(each);
            button.setSelected(true);
          });
      model.pictureProperty().subscribe(chosen -> button.setSelected(chosen == each));
      buttons.getButtons().add(button);
    }
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }

  private void showFound() {
    found.setText(model.found());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      model.nextMatch(!event.isShiftDown());
      event.consume();
    }
  }
}
