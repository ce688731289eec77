package dev.lightfoot.app.ui.tour;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The guide below the screens: what is to be seen there, and the way on. Nothing of a screen is
/// covered or locked meanwhile.
public final class TourBar extends VBox {
  private final Label title = Labels.wrapped("", "panel-title");
  private final Label text = Labels.wrapped("");
  private final Button next;
  private final Button back;

  public TourBar(Tour tour, Look look) {
    super(4);
    next = Buttons.small("", tour::next);
    next.setId("tour-next");
    next.getStyleClass().add("primary");
    back = Buttons.small(Words.text("tour.back"), tour::back);
    back.setId("tour-back");
    Button leave = Buttons.small(Words.text("tour.leave"), tour::leave);
    leave.setId("tour-leave");
    title.setId("tour-title");
    text.setId("tour-text");
    VBox words = new VBox(3, title, text);
    BreakingRow buttons = new BreakingRow(8, VPos.CENTER, next, back, leave);
    BreakingRow row =
        new BreakingRow(24, VPos.CENTER, words, buttons).growing(words, () -> look.em() * 26);
    getStyleClass().add("tour");
    setId("tour");
    setAccessibleRole(AccessibleRole.PARENT);
    setMinHeight(USE_PREF_SIZE);
    getChildren().add(row);
    tour.stepProperty().subscribe(this::show);
  }

  private void show(Optional<TourStep> step) {
    setVisible(step.isPresent());
    setManaged(step.isPresent());
    step.ifPresent(
        present -> {
          title.setText(
              Words.text(
                  "tour.title",
                  Integer.toString(present.number()),
                  Integer.toString(TourStep.values().length),
                  Words.text(present.key() + ".title")));
          text.setText(Words.text(present.key() + ".text"));
          next.setText(Words.text(present.key() + ".next"));
          next.setAccessibleText(title.getText() + ". " + text.getText() + " " + next.getText());
          back.setDisable(present.before().isEmpty());
        });
  }

  /// Where the focus goes when the guide appears.
  public Button first() {
    return next;
  }
}
