package dev.lightfoot.app.ui.control;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// Fields for whole numbers, with a button for one less and one for one more.
public final class Spinners {
  private Spinners() {}

  /// A number can also be typed: Enter, or leaving the field, takes it over. A number out of range
  /// becomes the nearest one within it; what is not a number becomes the last value again.
  public static Spinner<Integer> of(String name, int min, int max, int value) {
    var factory = new SpinnerValueFactory.IntegerSpinnerValueFactory(min, max, value);
    factory.setConverter(new Typed(factory));
    Spinner<Integer> spinner = new Spinner<>(factory);
    spinner.setEditable(true);
    spinner.setAccessibleText(name);
    spinner.getEditor().setAccessibleText(name);
    spinner.getEditor().setPrefColumnCount(3);
    spinner.setMinWidth(Region.USE_PREF_SIZE);
    spinner.getStyleClass().add(Spinner.STYLE_CLASS_ARROWS_ON_RIGHT_HORIZONTAL);
    spinner
        .getEditor()
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                take(spinner);
              }
            });
    return spinner;
  }

  /// Takes over what was typed, and shows what became of it.
  private static void take(Spinner<Integer> spinner) {
    spinner.commitValue();
    spinner.getEditor().setText(Integer.toString(spinner.getValue()));
  }

  private static final class Typed extends StringConverter<Integer> {
    private final SpinnerValueFactory.IntegerSpinnerValueFactory factory;

    Typed(SpinnerValueFactory.IntegerSpinnerValueFactory factory) {
      this.factory = factory;
    }

    @Override
    public String toString(Integer value) {
      return value == null ? "" : value.toString();
    }

    @Override
    public Integer fromString(String text) {
      try {
        long typed = Long.parseLong(text.strip());
        return Math.clamp(typed, factory.getMin(), factory.getMax());
      } catch (NumberFormatException e) {
        return factory.getValue();
      }
    }
  }
}
