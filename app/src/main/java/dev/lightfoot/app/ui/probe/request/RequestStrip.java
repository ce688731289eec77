package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Under the address: what the next runs send that a plain GET does not, so that it is never
/// forgotten. Not there where nothing differs.
public final class RequestStrip extends HBox {

  /// @param prefix what its parts are called on that screen
  /// @param change opens the sheet
  /// @param clear goes back to a plain GET
  public RequestStrip(
      String prefix, ObservableValue<RequestChoice> choice, Runnable change, Runnable clear) {
    Label text = Labels.wrapped("", "strong");
    text.setId(prefix + "request-summary");
    Button edit = Buttons.small(Words.text("request.change"), change);
    edit.setMinWidth(USE_PREF_SIZE);
    Button plain = Buttons.small(Words.text("request.plain"), clear);
    plain.setId(prefix + "request-clear");
    plain.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("request-strip");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(8);
    getChildren().addAll(text, edit, plain);
    choice.subscribe(
        now -> {
          String summary = now.summary();
          text.setText(summary.isEmpty() ? "" : Words.text("request.sends", summary));
          setVisible(!summary.isEmpty());
          setManaged(!summary.isEmpty());
        });
  }
}
