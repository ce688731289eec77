package dev.lightfoot.app.ui.settings;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.probe.AddressFamily;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Rows of the settings, each with its name, its control and what is wrong with it.
final class SettingsRows {
  private final SettingsViewModel model;
  private final Look look;
  private final TextField place = named("place");

  SettingsRows(SettingsViewModel model, Look look) {
    this.model = model;
    this.look = look;
  }

  /// How requests are made.
  List<Node> requests() {
    return List.of(
        written(
            named("timeout"),
            model.timeoutErrorProperty(),
            settings -> seconds(settings.requests()),
            model::chooseTimeout),
        row("settings.ip", families()),
        written(
            named("proxy"),
            model.proxyErrorProperty(),
            settings -> settings.requests().proxy(),
            model::chooseProxy),
        written(
            place,
            model.placeErrorProperty(),
            settings -> settings.requests().whereabouts().from().orElse(""),
            model::choosePlace),
        row("settings.private", redirects()));
  }

  private static String seconds(Settings.Requests requests) {
    return java.math.BigDecimal.valueOf(requests.timeout().toMillis(), 3)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static TextField named(String name) {
    TextField field = new TextField();
    field.setId("settings-" + name);
    return field;
  }

  /// Where it is measured from.
  TextField place() {
    return place;
  }

  private VBox written(
      TextField text,
      ObservableValue<String> error,
      Function<Settings, String> shown,
      Consumer<String> take) {
    VBox row = field(text.getId().replace('-', '.'), text, error, List.of());
    bind(text, shown, take);
    return row;
  }

  private SegmentedButton families() {
    SegmentedButton choice = new SegmentedButton();
    for (AddressFamily family : AddressFamily.values()) {
      choice
          .getButtons()
          .add(
              option(
                  "settings.ip",
                  family.name().toLowerCase(Locale.ROOT),
                  settings -> settings.requests().addressFamily() == family,
                  () -> model.chooseAddressFamily(family)));
    }
    choice.setFocusTraversable(false);
    return choice;
  }

  private SegmentedButton redirects() {
    SegmentedButton choice =
        new SegmentedButton(
            option(
                "settings.private",
                "refuse",
                settings -> !settings.requests().allowPrivate(),
                () -> model.chooseAllowPrivate(false)),
            option(
                "settings.private",
                "follow",
                settings -> settings.requests().allowPrivate(),
                () -> model.chooseAllowPrivate(true)));
    choice.setFocusTraversable(false);
    return choice;
  }

  SegmentedButton reopening() {
    SegmentedButton choice =
        new SegmentedButton(
            option(
                "settings.reopen",
                "open",
                Settings::reopenLogs,
                () -> model.chooseReopenLogs(true)),
            option(
                "settings.reopen",
                "forget",
                settings -> !settings.reopenLogs(),
                () -> model.chooseReopenLogs(false)));
    choice.setFocusTraversable(false);
    return choice;
  }

  private ToggleButton option(
      String key, String value, Predicate<Settings> chosen, Runnable choose) {
    String text = Words.text(key + "." + value);
    ToggleButton button = new ToggleButton(text);
    button.setId(key.replace('.', '-') + "-" + value);
    button.setAccessibleText(Words.text(key) + ": " + text);
    button.setOnAction(
        _ -> {
          choose.run();
          button.setSelected(true);
        });
    model.settingsProperty().subscribe(settings -> button.setSelected(chosen.test(settings)));
    return button;
  }

  HBox row(String key, Node control) {
    Label label = Labels.of(Words.text(key));
    label.prefWidthProperty().bind(look.em(16));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(control);
    HBox row = new HBox(12, label, control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  VBox field(String key, TextField field, ObservableValue<String> error, List<Button> buttons) {
    field.getStyleClass().add("address");
    field.setAccessibleText(Words.text(key));
    field.setPromptText(Words.text(key + ".prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = row(key, field);
    row.getChildren().addAll(buttons);
    Label wrong = Labels.wrapped("", "field-error");
    wrong.textProperty().bind(error);
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    return new VBox(4, row, wrong);
  }

  void bind(TextField field, Function<Settings, String> shown, Consumer<String> take) {
    model.settingsProperty().subscribe(settings -> field.setText(shown.apply(settings)));
    field.setOnAction(_ -> take.accept(field.getText()));
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                take.accept(field.getText());
              }
            });
  }
}
