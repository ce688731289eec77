package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.page.PageEngine;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/// What the next page is loaded by, and for which device; and where both ends are.
final class PageChoices {
  private PageChoices() {}

  /// @param places asks where both ends of what is shown were
  static BreakingRow of(PageForm form, Button places) {
    BreakingRow row =
        new BreakingRow(
            8,
            VPos.CENTER,
            choice(
                "page.engine",
                List.of(PageEngine.BUILTIN, PageEngine.CHROME),
                form.engineProperty()),
            choice("page.device", List.of(Device.values()), form.deviceProperty()),
            places);
    row.getStyleClass().add("small-tools");
    return row;
  }

  private static <E extends Enum<E>> SegmentedButton choice(
      String key, List<E> values, ObjectProperty<E> chosen) {
    SegmentedButton buttons = new SegmentedButton();
    for (E each : values) {
      String name = each.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(Words.text(key + "." + name));
      button.setId((key + "-" + name).replace('.', '-'));
      button.setAccessibleText(Words.text(key + "." + name + ".name"));
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            chosen.set(each);
            button.setSelected(true);
          });
      chosen.subscribe(value -> button.setSelected(value == each));
      buttons.getButtons().add(button);
    }
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(SegmentedButton.USE_PREF_SIZE);
    return buttons;
  }
}
