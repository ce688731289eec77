package dev.lightfoot.app.ui.finding;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.SideLayout;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The findings screen: how much the best change saves, the findings beside the details of the
/// selected one, and below them what was checked.
public final class FindingsView implements ScreenView {
  private final StackPane notices = new StackPane();
  private final FindingsViewModel model;
  private final Node address;
  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "verdict-note");
  private final FindingTools tools;
  private final TableView<FindingRow> table;
  private final CheckedTabs checked;
  private final FindingDetails details;
  private final FindingButtons buttons;
  private final SideLayout content;
  private final Region empty;
  private final Button sample;
  private final Label nothing = Labels.wrapped("", "quiet");
  private final Button clear;
  private final Region page;

  /// What this screen cannot do itself.
  public interface Ways {
    /// Asks for files and opens them.
    void openFile();

    /// Opens the finished example.
    void openSample();

    /// Says that a text is on the clipboard.
    void copied();

    /// What a kept snapshot is called.
    String snapshotName(String id);
  }

  /// @param bar the bar with the address
  /// @param address the field in it
  public FindingsView(
      FindingsViewModel model, Look look, Sheets sheets, Region bar, Node address, Ways ways) {
    this.model = model;
    this.address = address;
    sentence.setId("findings-sentence");
    caption.setId("findings-caption");
    clear =
        Buttons.small(
            Words.text("findings.clear"), () -> model.filterProperty().set(FindingFilter.ALL));
    clear.setId("findings-clear");
    tools = new FindingTools(model, look);
    table = new FindingsTable(look, model, nothing()).table();
    checked = new CheckedTabs(model, look, ways);
    buttons = new FindingButtons(model, sheets, ways::copied);
    details = new FindingDetails(model, look, buttons);
    Tables.onOpen(table, _ -> buttons.open());
    sample = Buttons.of(Words.text("findings.empty.sample"), ways::openSample);
    empty = empty(ways);
    content = new SideLayout(look.emProperty(), left(look), details);
    VBox words = new VBox(4, sentence, caption);
    StackPane front = new StackPane(empty, content);
    VBox.setVgrow(front, Priority.ALWAYS);
    VBox body = new VBox(words, front);
    body.getStyleClass().add("content");
    page = new VBox(bar, progress(), notices, ScrollPages.of(body));
    follow();
  }

  private VBox left(Look look) {
    VBox panel = new VBox(table);
    VBox.setVgrow(table, Priority.ALWAYS);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 0.15em 0.57em 0.4em 0.57em;");
    panel.minHeightProperty().bind(look.em(12));
    VBox.setVgrow(panel, Priority.ALWAYS);
    return new VBox(9, tools, panel, checked);
  }

  private Node nothing() {
    VBox box = new VBox(10, nothing, clear);
    box.setAlignment(Pos.CENTER);
    box.setStyle("-fx-padding: 1em;");
    return box;
  }

  private Region empty(Ways ways) {
    sample.getStyleClass().add("primary");
    sample.setId("findings-sample");
    Button open = Buttons.of(Words.text("findings.empty.open"), ways::openFile);
    open.setId("findings-open");
    Buttons.hint(open, Words.text("key.open"));
    VBox box =
        new VBox(
            14,
            Labels.wrapped(Words.text("findings.empty.title"), "hero"),
            Labels.wrapped(Words.text("findings.empty"), "lead"),
            new BreakingRow(8, VPos.CENTER, sample, open));
    box.setStyle("-fx-padding: 1.7em;");
    box.getStyleClass().add("panel");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_LEFT);
    return box;
  }

  private Region progress() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Words.text("findings.progress"));
    bar.setFocusTraversable(false);
    bar.visibleProperty().bind(model.slowProperty());
    model.slowProperty().subscribe(slow -> bar.setProgress(slow ? -1 : 0));
    StackPane holder = new StackPane(bar);
    holder.setMinHeight(0);
    holder.setPrefHeight(0);
    holder.setMaxHeight(0);
    bar.setTranslateY(-2);
    return holder;
  }

  private void follow() {
    model.readingProperty().subscribe(_ -> show());
    model.slowProperty().subscribe(_ -> show());
    model.examining().sourceProperty().subscribe(_ -> show());
    model.listed().subscribe(this::show);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                model.select(row);
              }
            });
    model.selectedProperty().subscribe(this::select);
    model.listed().subscribe(() -> select(model.selectedProperty().get()));
  }

  private void select(@Nullable FindingRow row) {
    int at = row == null ? -1 : table.getItems().indexOf(row);
    if (at < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != at) {
      table.getSelectionModel().clearAndSelect(at);
      table.scrollTo(at);
    }
  }

  private void show() {
    FindingsReading reading = model.readingProperty().get();
    content.setVisible(reading != null);
    content.setManaged(reading != null);
    empty.setVisible(reading == null);
    tools.count();
    if (reading == null) {
      boolean looking = model.slowProperty().get();
      sentence.setText(
          Words.text(looking ? "findings.sentence.looking" : "findings.sentence.none"));
      caption.setText(Words.text("findings.caption.none"));
      return;
    }
    sentence.setText(FindingsSentences.answer(reading, model.unacknowledged()));
    caption.setText(FindingsSentences.caption(reading));
    sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    boolean filtered = !model.filterProperty().get().isAll() && !model.unacknowledged().isEmpty();
    nothing.setText(
        Words.text(
            filtered
                ? "findings.no-match"
                : reading.rows().isEmpty() ? "findings.nothing" : "findings.all-known"));
    clear.setVisible(filtered);
    clear.setManaged(filtered);
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
    return model.readingProperty().get() == null ? sample : table;
  }

  @Override
  public Node address() {
    return address;
  }

  @Override
  public Node filter() {
    return model.readingProperty().get() == null ? start() : tools.field();
  }

  @Override
  public List<Node> regions() {
    return List.of(address, tools.field(), table, details.start(), checked.tabs());
  }
}
