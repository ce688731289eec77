package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.redact.Redactor;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Under the address: of which other one the result is that is still shown, so that nobody takes it
/// for one of the address above. Not there where it is.
final class ElsewhereStrip extends HBox {
  private final ProbeForm form;
  private final ObservableValue<@Nullable Snapshot> shown;
  private final Label text = Labels.wrapped("", "caption");

  /// @param id what its text is called on that screen
  /// @param shown what the screen shows; null where that is of no address
  ElsewhereStrip(String id, ProbeForm form, ObservableValue<@Nullable Snapshot> shown) {
    this.form = form;
    this.shown = shown;
    text.setId(id);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    getStyleClass().add("elsewhere-strip");
    getChildren().add(text);
    shown.subscribe(_ -> show());
    form.addressProperty().subscribe(_ -> show());
  }

  private void show() {
    @Nullable Snapshot of = shown.getValue();
    boolean elsewhere = of != null && !form.names(of.target());
    text.setText(
        of != null && elsewhere ? Words.text("bar.elsewhere", Redactor.redact(of.target())) : "");
    setVisible(elsewhere);
    setManaged(elsewhere);
  }
}
