package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Screen;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screens at the left edge.
final class Rail extends VBox {
  private static final int MOST = 99;

  /// How far the badge reaches into the icon, in pixels.
  private static final double CORNER = 7;

  /// Where its middle is, from the upper edge of the icon.
  private static final double MIDDLE = 6;

  private static final double ICON = 22;

  /// Height of an entry beside its icon, in its own letters.
  private static final double ROOMY = 3.2;

  private final Map<Screen, ToggleButton> entries = new EnumMap<>(Screen.class);

  /// @param urgent how many findings are to be looked at first
  Rail(ObjectProperty<Screen> screen, ReadOnlyIntegerProperty urgent) {
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
    addBadge(entry(Screen.FINDINGS), urgent);
    heightProperty().subscribe(this::fit);
    entry(Screen.PROBE).fontProperty().subscribe(this::fit);
  }

  /// A number on the icon; none where there is nothing to look at.
  private static void addBadge(ToggleButton entry, ReadOnlyIntegerProperty urgent) {
    String spoken = entry.getAccessibleText();
    Label badge = Labels.of("", "badge");
    badge.setId("rail-badge");
    badge.setManaged(false);
    badge.setMouseTransparent(true);
    StackPane icon = new StackPane(entry.getGraphic(), badge);
    icon.setMouseTransparent(true);
    entry.setGraphic(icon);
    urgent.subscribe(
        count -> {
          badge.setText(count.intValue() > MOST ? MOST + "+" : count.toString());
          badge.setVisible(count.intValue() > 0);
          badge.applyCss();
          badge.autosize();
          entry.setAccessibleText(
              count.intValue() == 0
                  ? spoken
                  : spoken + ", " + Words.count("rail.urgent", count.longValue()));
        });
    // On the icon's upper right corner, whatever its own size is.
    icon.widthProperty().subscribe(width -> badge.setLayoutX(width.doubleValue() - CORNER));
    badge.heightProperty().subscribe(height -> badge.setLayoutY(MIDDLE - height.doubleValue() / 2));
    badge.fontProperty().subscribe(_ -> badge.autosize());
  }

  /// Where the window is low for its letters, the entries move together.
  private void fit() {
    double letters = entry(Screen.PROBE).getFont().getSize();
    double roomy = entries.size() * (ICON + ROOMY * letters) + 2 * letters;
    getStyleClass().remove("dense");
    if (getHeight() > 0 && getHeight() < roomy) {
      getStyleClass().add("dense");
    }
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
