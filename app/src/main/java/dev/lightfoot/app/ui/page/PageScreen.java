package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.chart.page.PageChart;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.app.ui.chart.page.PageMinimap;
import dev.lightfoot.app.ui.chart.page.PagePicture;
import dev.lightfoot.app.ui.chart.page.PageSentences;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page screen: which chain the page waits for, the waterfall of its requests with the whole as
/// a strip, the same as a table, and the details of the one that is selected.
public final class PageScreen implements ScreenView {
  private static final double GAP = 9;

  private final StackPane notices = new StackPane();
  private final PageViewModel model;
  private final Workspace workspace;
  private final Node address;
  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "verdict-note");
  private final LargestSaving largest;
  private final Button places;
  private final PageTools tools;
  private final PageMinimap minimap;
  private final PageChart chart;
  private final PageDetails details;
  private final VBox content;
  private final Region empty;
  private final StackPane nothing;
  private final Region root;
  private @Nullable PageReading drawn;

  /// What this screen cannot do itself.
  public interface Ways {
    /// Asks for files and opens them.
    void openFile();

    /// Opens the finished example.
    void openSample();

    /// Asks where both ends of a measurement were.
    ///
    /// @param placed hears where its server stands and where it was measured from
    void askPlaces(Snapshot snapshot, BiConsumer<Optional<String>, Optional<String>> placed);

    /// Says that something is on the clipboard.
    void copied();
  }

  /// @param bar the bar with the address
  /// @param address the field in it
  /// @param largest what saves most of what is shown
  public PageScreen(
      PageViewModel model,
      Workspace workspace,
      Look look,
      Region bar,
      Node address,
      LargestSaving largest,
      Ways ways) {
    this.model = model;
    this.largest = largest;
    this.workspace = workspace;
    this.address = address;
    PageSight sight = model.sight();
    details = new PageDetails(model, look, ways::copied);
    tools = new PageTools(sight, look);
    minimap = new PageMinimap(look, sight.windowProperty()::set);
    chart = new PageChart(look, new PageChartCommands(sight, workspace, leads()));
    sentence.setId("page-sentence");
    caption.setId("page-caption");
    nothing = nothing(sight);
    content = new VBox(GAP, tools, panel(), details);
    empty = PageStart.of(ways);
    StackPane front = new StackPane(empty, content);
    VBox.setVgrow(front, Priority.ALWAYS);
    places = Buttons.small(Words.text("places.ask"), () -> askPlaces(ways));
    places.setId("page-places");
    BreakingRow answer =
        new BreakingRow(24, VPos.TOP, sentence, PageChoices.of(model.form(), places));
    answer.growing(sentence, () -> look.em() * 26);
    VBox body = new VBox(new VBox(4, answer, caption, largest), front);
    body.getStyleClass().add("content");
    root = new VBox(bar, notices, ScrollPages.of(body));
    follow(sight);
  }

  private void follow(PageSight sight) {
    model.readingProperty().subscribe(this::showReading);
    model.stageProperty().subscribe(_ -> showReading(model.readingProperty().get()));
    sight.linesProperty().subscribe(_ -> showLines());
    sight.windowProperty().subscribe(_ -> showPicture());
    sight.selectedProperty().subscribe(_ -> showSelected());
    sight.barProperty().subscribe(_ -> showPicture());
    sight.criticalProperty().subscribe(_ -> showPicture());
    sight.foundByProperty().subscribe(_ -> showPicture());
  }

  private PageChartCommands.Ways leads() {
    return new PageChartCommands.Ways() {
      @Override
      public void details() {
        details.showDetails();
      }

      @Override
      public void table() {
        details.showTable();
      }

      @Override
      public void copy() {
        details.copyTable();
      }
    };
  }

  private VBox panel() {
    StackPane front = new StackPane(chart, nothing);
    VBox.setVgrow(front, Priority.ALWAYS);
    VBox panel = new VBox(minimap, front);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 1px;");
    VBox.setVgrow(panel, Priority.ALWAYS);
    return panel;
  }

  /// Lies over the chart where the filter finds nothing.
  private static StackPane nothing(PageSight sight) {
    Label text = Labels.wrapped(Words.text("page.filter.nothing"), "lead");
    Button clear =
        Buttons.of(Words.text("page.filter.clear"), () -> sight.views().filterProperty().set(""));
    clear.setId("page-filter-clear");
    VBox box = new VBox(14, text, clear);
    box.setAlignment(Pos.CENTER);
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane over = new StackPane(box);
    over.setPickOnBounds(false);
    over.setVisible(false);
    return over;
  }

  private void askPlaces(Ways ways) {
    PageReading reading = model.readingProperty().get();
    if (reading != null && !model.running()) {
      ways.askPlaces(reading.snapshot(), model::place);
    }
  }

  private void showReading(@Nullable PageReading reading) {
    content.setVisible(reading != null);
    content.setManaged(reading != null);
    empty.setVisible(reading == null && !model.running());
    largest.of(reading == null ? "" : reading.snapshot().id());
    boolean whole = reading != null && !model.running() && !reading.snapshot().id().isEmpty();
    places.setVisible(whole);
    places.setManaged(whole);
    tools.lit(reading != null && reading.waterfall().isLit());
    sentence.setText(reading == null ? nothingYet() : reading.headline().first());
    caption.setText(reading == null ? "" : reading.note());
    if (!model.running()) {
      sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  private String nothingYet() {
    return Words.text(model.running() ? "page.sentence.running" : "page.sentence.none");
  }

  private void showLines() {
    PageLines lines = model.sight().linesProperty().get();
    boolean none = lines != null && lines.view().shown() == 0 && !all(lines);
    nothing.setVisible(none);
    chart.setVisible(!none);
    if (lines != null) {
      PageReading reading = model.readingProperty().get();
      if (reading != null && other(reading)) {
        chart.rewind();
      }
      drawn = reading;
      minimap.show(lines.view(), model.sight().windowProperty().get());
    }
    showPicture();
  }

  /// Whether another page is shown than was drawn last.
  private boolean other(PageReading reading) {
    PageReading before = drawn;
    return before == null
        || !before.snapshot().target().equals(reading.snapshot().target())
        || before.drawn() != reading.drawn();
  }

  private static boolean all(PageLines lines) {
    return lines.view().choice().filter().isAll();
  }

  private void showSelected() {
    PageReading reading = model.readingProperty().get();
    OptionalInt row = model.sight().selectedRow();
    if (reading != null && row.isPresent() && root.isVisible() && chart.isFocused()) {
      PageSentences said = new PageSentences(reading.waterfall());
      workspace.say(said.selected(reading.waterfall().row(row.getAsInt())));
    }
    showPicture();
  }

  private void showPicture() {
    PageSight sight = model.sight();
    PageLines lines = sight.linesProperty().get();
    PageReading reading = model.readingProperty().get();
    if (lines == null || reading == null) {
      return;
    }
    minimap.show(sight.windowProperty().get());
    chart.show(
        new PagePicture(
            lines,
            sight.windowProperty().get(),
            sight.selectedLine(),
            sight.barProperty().get(),
            sight.criticalProperty().get(),
            sight.foundByProperty().get(),
            reading.live(),
            new PageSentences(lines.view().waterfall())));
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
    return model.readingProperty().get() == null ? address : chart;
  }

  @Override
  public Node address() {
    return address;
  }

  @Override
  public Node filter() {
    return model.readingProperty().get() == null ? address : tools.field();
  }

  @Override
  public List<Node> regions() {
    return List.of(address, tools.field(), chart, details.table().table(), details.tabs());
  }
}
