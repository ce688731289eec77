package dev.lightfoot.app.ui.settings;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Spinners;
import dev.lightfoot.app.ui.place.PlaceNamesBegun;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.setting.RememberedLogs;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.Theme;
import dev.lightfoot.probe.ProbePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// The settings: few, and each does something.
public final class SettingsView implements ScreenView {
  private final StackPane notices = new StackPane();
  private final SettingsViewModel model;
  private final SegmentedButton themes = new SegmentedButton();
  private final TextField resolver = new TextField();
  private final TextField authorities = new TextField();
  private final VBox root;

  /// What leads out of the settings.
  ///
  /// @param pickFile asks for a file
  /// @param help shows the keys
  /// @param tour begins the tour, or goes on with it
  /// @param about shows version and licences
  public record Ways(
      Supplier<Optional<Path>> pickFile, Runnable help, Runnable tour, Runnable about) {}

  public SettingsView(SettingsViewModel model, Look look, Ways ways) {
    this.model = model;
    SettingsRows rows = new SettingsRows(model, look);
    buildThemes();
    VBox page =
        new VBox(
            Labels.of(Words.text("screen.settings"), "screen-title"),
            group(
                "settings.look",
                rows.row("settings.theme", themes),
                rows.row("settings.font", font())),
            group(
                "settings.measuring",
                rows.row("settings.runs", runs()),
                rows.field("settings.resolver", resolver, model.resolverErrorProperty(), List.of()),
                rows.field(
                    "settings.ca",
                    authorities,
                    model.authoritiesErrorProperty(),
                    List.of(
                        Buttons.of(Words.text("settings.ca.choose"), () -> pick(ways.pickFile())))),
                Labels.wrapped(Words.text("settings.applies"), "caption")),
            group("settings.requests", rows.requests().toArray(Node[]::new)),
            reading(rows),
            places(rows),
            buttons(ways));
    page.getStyleClass().add("content");
    page.maxWidthProperty().bind(look.em(64));
    rows.bind(resolver, Settings::resolver, model::chooseResolver);
    rows.bind(
        authorities,
        settings -> settings.certificateAuthorities().map(Path::toString).orElse(""),
        model::chooseAuthorities);
    root = new VBox(notices, ScrollPages.of(page));
    PlaceNamesBegun.under(rows.place()).attach(root);
  }

  private void buildThemes() {
    for (Theme theme : Theme.values()) {
      String key = theme.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(Words.text("theme." + key));
      button.setId("theme-" + key);
      button.setAccessibleText(Words.text("settings.theme") + ": " + Words.text("theme." + key));
      button.setOnAction(
          _ -> {
            model.chooseTheme(theme);
            button.setSelected(true);
          });
      model.settingsProperty().subscribe(s -> button.setSelected(s.theme() == theme));
      themes.getButtons().add(button);
    }
    themes.setFocusTraversable(false);
  }

  private Spinner<Integer> font() {
    Spinner<Integer> spinner =
        spinner("settings.font", Settings.MIN_FONT, Settings.MAX_FONT, model::chooseFontSize);
    model.settingsProperty().subscribe(s -> spinner.getValueFactory().setValue(s.fontSize()));
    return spinner;
  }

  private Spinner<Integer> runs() {
    Spinner<Integer> spinner = spinner("settings.runs", 1, ProbePlan.MAX_RUNS, model::chooseRuns);
    model.settingsProperty().subscribe(s -> spinner.getValueFactory().setValue(s.runs()));
    return spinner;
  }

  private static Spinner<Integer> spinner(String key, int min, int max, IntConsumer choose) {
    Spinner<Integer> spinner = Spinners.of(Words.text(key), min, max, min);
    spinner.setId(key.replace('.', '-'));
    spinner.getValueFactory().valueProperty().addListener((_, _, value) -> choose.accept(value));
    return spinner;
  }

  private void pick(Supplier<Optional<Path>> pickFile) {
    pickFile.get().ifPresent(path -> model.chooseAuthorities(path.toString()));
  }

  private static VBox group(String key, Node... rows) {
    VBox group = new VBox(Labels.of(Words.text(key), "panel-title"));
    group.getStyleClass().addAll("panel", "settings-group");
    group.getChildren().addAll(rows);
    return group;
  }

  private VBox reading(SettingsRows rows) {
    return group(
        "settings.reading",
        rows.row("settings.reopen", rows.reopening()),
        Labels.wrapped(
            Words.text(
                "settings.reopen.about",
                Integer.toString(RememberedLogs.LIMIT),
                model.rememberedLogs().toString()),
            "caption"));
  }

  private VBox places(SettingsRows rows) {
    return group(
        "settings.places",
        rows.row("settings.data", path(model.dataFolder())),
        rows.row("settings.log", path(model.logFile())));
  }

  private static TextField path(Path path) {
    TextField field = new TextField(path.toString());
    field.setEditable(false);
    field.getStyleClass().add("address");
    field.setAccessibleText(path.toString());
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private static HBox buttons(Ways ways) {
    Button help = Buttons.of(Words.text("settings.help"), ways.help());
    Buttons.hint(help, "F1");
    Button about = Buttons.of(Words.text("settings.about"), ways.about());
    about.setId("about");
    Button tour = Buttons.of(Words.text("settings.tour"), ways.tour());
    tour.setId("settings-tour");
    return new HBox(8, help, tour, about);
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public Pane notices() {
    return notices;
  }

  @Override
  public Node start() {
    return themes.getButtons().getFirst();
  }

  @Override
  public List<Node> regions() {
    return List.of(themes.getButtons().getFirst(), resolver);
  }
}
