package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Screen;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The screens at the left edge.
final class Rail extends VBox {
  private final Map<Screen, ToggleButton> entries = new EnumMap<>(Screen.class);

  Rail(ObjectProperty<Screen> screen) {
    getStyleClass().add("rail");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(Words.text("rail.name"));
    ToggleGroup group = new ToggleGroup();
    for (Screen each : Screen.values()) {
      if (each == Screen.SETTINGS) {
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        getChildren().add(spring);
      }
      ToggleButton entry = entry(each, screen);
      entry.setToggleGroup(group);
      entries.put(each, entry);
      getChildren().add(entry);
    }
    screen.subscribe(each -> group.selectToggle(entry(each)));
  }

  /// The entry of that screen.
  ToggleButton entry(Screen screen) {
    ToggleButton entry = entries.get(screen);
    if (entry == null) {
      throw new IllegalArgumentException("no such screen: " + screen);
    }
    return entry;
  }

  private ToggleButton entry(Screen each, ObjectProperty<Screen> screen) {
    String key = each.name().toLowerCase(Locale.ROOT);
    String name = Words.text("screen." + key);
    Node icon = Icon.valueOf(each.name()).node();
    ToggleButton entry = new ToggleButton(name, icon);
    entry.getStyleClass().setAll("rail-entry");
    entry.setId("rail-" + key);
    entry.setAccessibleText(Words.text("rail.entry", name, Integer.toString(entries.size() + 1)));
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setOnAction(
        _ -> {
          screen.set(each);
          entry.setSelected(true);
        });
    return entry;
  }
}
