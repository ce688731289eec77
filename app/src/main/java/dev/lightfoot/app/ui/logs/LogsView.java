package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.FilterField;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.log.FoundTraces.Listed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// The logs screen: routes by what they cost, the traces of one of them, and what became of each
/// file.
public final class LogsView implements ScreenView {
  private final StackPane notices = new StackPane();
  private final LogsViewModel model;
  private final Runnable addFiles;
  private final TextField filter = FilterField.of("logs-filter", "", "");
  private final Button add;
  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "verdict-note");
  private final Button back;
  private final Button listen;
  private final TableView<LogsRow> routes;
  private final ReadOnlyBooleanProperty bars;
  private final TableView<Listed> traces;
  private final FilesPane files;
  private final ReceiverPane receiver;
  private final VBox page;

  /// @param addFiles asks for files and reads them
  /// @param receiver stands beside the files
  public LogsView(
      LogsViewModel model,
      Look look,
      Sheets sheets,
      ZoneId zone,
      Runnable addFiles,
      ReceiverPane receiver) {
    this.receiver = receiver;
    this.model = model;
    this.addFiles = addFiles;
    add = Buttons.of(Words.text("logs.add"), this::addOrCancel);
    back = Buttons.small(Words.text("logs.back"), model::leave);
    back.setId("logs-back");
    back.managedProperty().bind(back.visibleProperty());
    listen = Buttons.small(Words.text("receiver.start"), this::listen);
    listen.setId("logs-start-receiver");
    listen.visibleProperty().bind(model.asksForReceiver());
    listen.managedProperty().bind(listen.visibleProperty());
    RoutesTable table = new RoutesTable(look, empty());
    routes = table.table();
    bars = table.barsProperty();
    traces = new TracesTable(look, zone).table();
    files = new FilesPane(model, look, () -> UnitSheet.open(model, sheets, look));
    sentence.setId("logs-sentence");
    caption.setId("logs-caption");
    table.show(model.routes());
    Tables.sorted(traces, model.traces());
    keepSelected(routes, (one, other) -> one.isOf(other));
    keepSelected(traces, (one, other) -> one.summary().id().equals(other.summary().id()));
    Tables.onOpen(routes, model::choose);
    Tables.onOpen(traces, model::open);
    Tables.onOpen(
        filter,
        routes,
        row -> {
          model.choose(row);
          traces.requestFocus();
        });
    traces.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.BACK_SPACE) {
            model.leave();
            event.consume();
          }
        });
    page = new VBox(bar(look), progress(), notices, ScrollPages.of(body(look)));
    VBox.setVgrow(page.getChildren().getLast(), Priority.ALWAYS);
    model.sentenceProperty().subscribe(_ -> showWords());
    model.readingProperty().subscribe(_ -> showWords());
    model.chosenProperty().subscribe(_ -> showWords());
    model.partialProperty().subscribe(_ -> showWords());
    model.kindProperty().subscribe(table::dress);
    model.kindProperty().subscribe(this::nameFilter);
    model.kindProperty().subscribe(_ -> showWords());
    routes.comparatorProperty().subscribe(_ -> showWords());
    bars.subscribe(_ -> showWords());
  }

  private BreakingRow bar(Look look) {
    filter.textProperty().bindBidirectional(model.filterProperty());
    add.setId("logs-add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    BreakingRow bar = new BreakingRow(12, VPos.CENTER, filter, kinds(), add);
    bar.growing(filter, () -> look.em() * 12).apart().getStyleClass().add("top-bar");
    return bar;
  }

  private SegmentedButton kinds() {
    SegmentedButton buttons = new SegmentedButton();
    for (LogsRow.Kind each : LogsRow.Kind.values()) {
      String key = each.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(Words.text("logs.kind." + key));
      button.setId("logs-kind-" + key);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            model.kindProperty().set(each);
            button.setSelected(true);
          });
      model.kindProperty().subscribe(chosen -> button.setSelected(chosen == each));
      buttons.getButtons().add(button);
    }
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    return buttons;
  }

  private Region progress() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Words.text("logs.progress"));
    bar.setFocusTraversable(false);
    bar.visibleProperty().bind(model.readingProperty());
    StackPane holder = new StackPane(bar);
    holder.setMinHeight(0);
    holder.setPrefHeight(0);
    holder.setMaxHeight(0);
    bar.setTranslateY(-2);
    return holder;
  }

  private VBox body(Look look) {
    VBox words = new VBox(4, sentence, caption);
    BreakingRow top =
        new BreakingRow(24, VPos.TOP, words, listen, back).growing(words, () -> look.em() * 24);
    StackPane panel = new StackPane(routes, traces);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 0.15em 0.57em 0.4em 0.57em;");
    VBox.setVgrow(panel, Priority.ALWAYS);
    panel.minHeightProperty().bind(look.em(11));
    BreakingRow below = new BreakingRow(10, VPos.BOTTOM, receiver, files);
    for (Region each : List.of(receiver, files)) {
      below.growing(each, () -> look.em() * 29);
      each.prefHeightProperty().bind(look.em(18));
      each.minHeightProperty().bind(look.em(14));
    }
    VBox body = new VBox(top, panel, below);
    body.getStyleClass().add("content");
    return body;
  }

  private Node empty() {
    Label text = Labels.wrapped(Words.text("logs.empty"), "quiet");
    Button clear = Buttons.small(Words.text("logs.clear"), () -> model.filterProperty().set(""));
    VBox box = new VBox(10, text, clear);
    box.setAlignment(Pos.CENTER);
    model
        .filterProperty()
        .subscribe(
            wanted -> {
              boolean filtering = !wanted.isBlank();
              text.setText(
                  Words.text(
                      filtering
                          ? "logs.no-match"
                          : model.readings().isEmpty() ? "logs.empty" : "logs.empty.none"));
              clear.setVisible(filtering);
              clear.setManaged(filtering);
            });
    return box;
  }

  /// What was selected is selected again when the rows were made anew.
  private <R> void keepSelected(TableView<R> table, BiPredicate<R, R> same) {
    AtomicReference<@Nullable R> chosen = new AtomicReference<>();
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (!model.refreshingProperty().get()) {
                chosen.set(row);
              }
            });
    model
        .refreshingProperty()
        .subscribe(
            refreshing -> {
              R wanted = chosen.get();
              if (!refreshing && wanted != null) {
                selectAgain(table, same, wanted);
              }
            });
  }

  private static <R> void selectAgain(TableView<R> table, BiPredicate<R, R> same, R wanted) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (same.test(table.getItems().get(i), wanted)) {
        table.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private void nameFilter(LogsRow.Kind kind) {
    filter.setPromptText(Words.text("logs.filter." + kind.name().toLowerCase(Locale.ROOT)));
    filter.setAccessibleText(filter.getPromptText());
  }

  private void listen() {
    receiver.start().requestFocus(); // this button goes when it has done what it is for
    receiver.turnOn();
  }

  private void addOrCancel() {
    if (!model.cancel()) {
      addFiles.run();
    }
  }

  private void showWords() {
    boolean reading = model.readingProperty().get();
    add.setText(Words.text(reading ? "logs.cancel" : "logs.add"));
    Buttons.hint(add, Words.text(reading ? "key.cancel" : "key.open"));
    add.getStyleClass().removeAll("primary", "stop");
    add.getStyleClass().add(reading ? "stop" : "primary");
    LogsRow chosen = model.chosenProperty().get();
    boolean inside = chosen != null;
    boolean hadFocus = routes.isFocused() || traces.isFocused();
    routes.setVisible(!inside);
    traces.setVisible(inside);
    back.setVisible(inside);
    if (hadFocus) {
      (inside ? traces : routes).requestFocus();
    }
    sentence.setText(
        chosen == null
            ? model.sentenceProperty().get()
            : Words.text("logs.sentence.route", chosen.key().name()));
    caption.setText(caption(inside));
  }

  private String caption(boolean inside) {
    if (inside) {
      boolean partial = model.partialProperty().get();
      return Words.text(partial ? "logs.caption.traces.kept" : "logs.caption.traces");
    }
    return model.allRoutes() == 0 ? Words.text("logs.caption.none") : routesCaption();
  }

  /// In which order the rows are, what their bars mean where there is room for them, and what can
  /// be done with them.
  private String routesCaption() {
    String kind = model.kindProperty().get() == LogsRow.Kind.ROUTES ? "routes" : "calls";
    List<String> parts = new ArrayList<>();
    if (routes.getComparator() == null) {
      parts.add(Words.text("logs.caption.order." + kind));
    }
    if (bars.get()) {
      parts.add(Words.text("logs.caption.bars"));
    }
    parts.add(Words.text("logs.caption.enter." + kind));
    return String.join(" · ", parts);
  }

  @Override
  public Region root() {
    return page;
  }

  @Override
  public Pane notices() {
    return notices;
  }

  @Override
  public Node start() {
    return model.allRoutes() == 0 ? add : routes.isVisible() ? routes : traces;
  }

  @Override
  public Node filter() {
    return filter;
  }

  @Override
  public List<Node> regions() {
    return List.of(filter, routes, traces, receiver.start(), files.start());
  }
}
