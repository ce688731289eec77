package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Spinners;
import dev.lightfoot.app.ui.probe.request.RequestChoice;
import dev.lightfoot.app.ui.probe.request.RequestStrip;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.ProbePlan;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// The bar at the top: address, runs, Run or Cancel, Save; below it the progress and, where the
/// address cannot be used, why.
public final class AddressBar extends VBox {
  /// In em: so wide, the hints of keys stand on one line with the buttons.
  private static final double ROOMY = 70;

  /// In em: narrower, the buttons stand on one line only with shorter words.
  private static final double NARROW = 54;

  private static final double LEAST_FIELD = 20;

  private final String prefix;
  private final ProbeViewModel model;
  private final Measuring measuring;
  private final TextField field;
  private final Button run = new Button();
  private final Button save;
  private final Button request;
  private boolean hinted = true;
  private final Label error = Labels.wrapped("", "field-error");

  AddressBar(ProbeViewModel model, Runnable save, Runnable request) {
    this("", model, model, save, request);
  }

  /// A bar for another screen, with the same address.
  ///
  /// @param prefix what its parts are called there
  /// @param measuring what Run and Cancel mean there
  /// @param request asks what else the runs send
  public AddressBar(
      String prefix, ProbeViewModel model, Measuring measuring, Runnable save, Runnable request) {
    this.prefix = prefix;
    this.model = model;
    this.measuring = measuring;
    this.field = new AddressField(model.request()::paste);
    this.request = Buttons.of(Words.text("bar.request"), request);
    this.save = Buttons.of(Words.text("bar.save"), save);
    BreakingRow bar = new BreakingRow(12, VPos.CENTER).growing(field, this::leastField).apart();
    bar.getStyleClass().add("top-bar");
    Label runs = Labels.of(Words.text("bar.runs"), "quiet");
    runs.setMinWidth(USE_PREF_SIZE);
    Spinner<Integer> spinner = spinner();
    runs.setLabelFor(spinner);
    bar.getChildren().addAll(field, this.request, runs, spinner, modes(), run, this.save);
    RequestStrip strip =
        new RequestStrip(
            prefix,
            model.form().choiceProperty(),
            request,
            () -> model.form().take(RequestChoice.PLAIN));
    getChildren().addAll(bar, progress(), errorBar(), strip);
    bar.widthProperty().subscribe(width -> fit(width.doubleValue(), runs));
    buildField();
    buildButtons();
  }

  /// With a button that hands on what was measured, where there is something.
  public AddressBar exporting(Runnable export) {
    Button button = Buttons.of(Words.text("bar.export"), export);
    button.setId(prefix + "export");
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(Bindings.not(measuring.savable()));
    BreakingRow bar = (BreakingRow) getChildren().getFirst();
    bar.getChildren().add(button);
    return this;
  }

  /// With the address of what is shown below, where another one stands in the field.
  ///
  /// @param shown null where nothing is shown, or what is of no address
  public AddressBar above(ObservableValue<@Nullable Snapshot> shown) {
    getChildren().add(new ElsewhereStrip(prefix + "elsewhere", model.form(), shown));
    return this;
  }

  /// The field with the address.
  public TextField field() {
    return field;
  }

  private double leastField() {
    return field.getFont().getSize() * LEAST_FIELD;
  }

  /// Where room is scarce, words that are also said elsewhere go first.
  private void fit(double width, Label runs) {
    double letters = field.getFont().getSize();
    boolean wide = width == 0 || width > letters * ROOMY;
    boolean narrow = width > 0 && width < letters * NARROW;
    runs.setVisible(wide);
    runs.setManaged(wide);
    hinted = wide;
    dress(measuring.running());
    save.setText(Words.text(narrow ? "bar.save.short" : "bar.save"));
    Buttons.hint(save, wide ? Words.text("key.save") : "");
    if (narrow) {
      save.setAccessibleText(Words.text("bar.save"));
    }
    Buttons.hint(request, wide ? Words.text("key.request") : "");
  }

  private void buildField() {
    field.setId(prefix + "address");
    field.getStyleClass().add("address");
    field.setPromptText(Words.text("bar.prompt"));
    field.setAccessibleText(Words.text("bar.address"));
    field.textProperty().bindBidirectional(model.form().addressProperty());
    field.setOnAction(_ -> measuring.run());
    model.form().addressErrorProperty().subscribe(this::showError);
    // What is put there by the program is followed by the caret, like what is typed.
    model.readingProperty().subscribe(_ -> field.end());
  }

  private void showError(String text) {
    error.setText(text);
    field.getStyleClass().remove("wrong");
    if (!text.isEmpty()) {
      field.getStyleClass().add("wrong");
      if (getParent() != null && getParent().isVisible()) {
        field.requestFocus();
      }
      error.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  private Region errorBar() {
    error.setId(prefix + "address-error");
    HBox bar = new HBox(error);
    bar.getStyleClass().add("field-error-bar");
    bar.visibleProperty().bind(error.textProperty().isNotEmpty());
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private Region progress() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(measuring.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Words.text("bar.progress"));
    bar.setFocusTraversable(false);
    measuring.stageProperty().subscribe(stage -> bar.setVisible(stage == Stage.RUNNING));
    // Lies over the bar's lower edge, so that nothing moves when it appears.
    StackPane holder = new StackPane(bar);
    holder.setMinHeight(0);
    holder.setPrefHeight(0);
    holder.setMaxHeight(0);
    bar.setManaged(true);
    bar.setTranslateY(-2);
    return holder;
  }

  private Spinner<Integer> spinner() {
    Spinner<Integer> spinner =
        Spinners.of(
            Words.text("bar.runs-name"), 1, ProbePlan.MAX_RUNS, model.form().runsProperty().get());
    spinner.setId(prefix + "runs");
    var factory = spinner.getValueFactory();
    factory.valueProperty().subscribe(value -> model.form().runsProperty().set(value));
    model.form().runsProperty().subscribe(value -> factory.setValue(value.intValue()));
    return spinner;
  }

  private SegmentedButton modes() {
    SegmentedButton buttons = new SegmentedButton();
    for (RunMode mode : RunMode.values()) {
      String key = mode.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(Words.text("mode." + key));
      button.setId(prefix + "mode-" + key);
      button.setAccessibleText(Words.text("mode." + key + ".name"));
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            model.form().modeProperty().set(mode);
            button.setSelected(true);
          });
      model.form().modeProperty().subscribe(chosen -> button.setSelected(chosen == mode));
      buttons.getButtons().add(button);
    }
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }

  private void buildButtons() {
    run.setId(prefix + "run");
    run.setMinWidth(USE_PREF_SIZE);
    run.setOnAction(_ -> runOrCancel());
    measuring.stageProperty().subscribe(stage -> dress(stage == Stage.RUNNING));
    save.setId(prefix + "save");
    save.setMinWidth(USE_PREF_SIZE);
    Buttons.hint(save, Words.text("key.save"));
    save.disableProperty().bind(Bindings.not(measuring.savable()));
    request.setId(prefix + "request");
    request.setMinWidth(USE_PREF_SIZE);
  }

  private void runOrCancel() {
    if (!measuring.cancel()) {
      measuring.run();
    }
  }

  private void dress(boolean running) {
    run.setText(Words.text(running ? "bar.cancel" : "bar.run"));
    Buttons.hint(run, hinted ? Words.text(running ? "key.cancel" : "key.run") : "");
    run.getStyleClass().removeAll("primary", "stop");
    run.getStyleClass().add(running ? "stop" : "primary");
  }
}
