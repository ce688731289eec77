package dev.lightfoot.app.ui.control;

import java.util.Optional;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/// A row of buttons of which one is always chosen, the first unless another one is.
public final class Choices<T> {
  private final ToggleGroup group = new ToggleGroup();
  private final SegmentedButton row = new SegmentedButton();
  private Optional<T> chosen = Optional.empty();
  private Runnable changed = () -> {};

  public Choices() {
    // It puts its buttons into a group of its own, unless it is given one.
    row.setToggleGroup(group);
  }

  /// One more to choose from.
  public Choices<T> with(String id, String text, T value) {
    ToggleButton button = new ToggleButton(text);
    button.setId(id);
    // now: the row sees to it only when it is drawn, too late to choose one
    button.setToggleGroup(group);
    button.setMinWidth(ToggleButton.USE_PREF_SIZE);
    button.setOnAction(_ -> button.setSelected(true));
    button
        .selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                chosen = Optional.of(value);
                changed.run();
              }
            });
    row.getButtons().add(button);
    Toggle now = group.getSelectedToggle();
    if (now == null) {
      group.selectToggle(button);
    }
    return this;
  }

  /// Hears of every choice.
  public Choices<T> onChange(Runnable action) {
    changed = action;
    return this;
  }

  /// The row.
  public SegmentedButton row() {
    return row;
  }

  /// What is chosen; empty where there is nothing to choose from.
  public Optional<T> chosen() {
    return chosen;
  }
}
