package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.compare.OrderChart;
import dev.lightfoot.app.ui.chart.compare.StripChart;
import dev.lightfoot.app.ui.chart.compare.StripPicture;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.PairLayout;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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

/// The compare screen: better or worse, by how much, how sure, and because of what.
public final class CompareScreen implements ScreenView {
  private static final double GAP = 9;

  private final StackPane notices = new StackPane();
  private final CompareViewModel model;
  private final CompareSentences said = new CompareSentences();
  private final CompareBar bar;
  private final Label cautions = Labels.wrapped("", "caution");
  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "verdict-note");
  private final Label note = Labels.wrapped("", "caption");
  private final Label orderTitle = Labels.wrapped("", "caption");
  private final VBox callout;
  private final StripChart strips;
  private final PartRows parts;
  private final OrderChart order;
  private final CompareTabs tabs;
  private final VBox content;
  private final CompareStart empty;
  private final Region root;

  /// What this screen cannot do itself.
  public interface Ways {
    /// Asks for files and opens them.
    void openFile();

    /// Asks where a report is to be; empty where the person changed their mind.
    Optional<Path> reportFile(String proposed);

    /// Says that something is on the clipboard.
    void copied();
  }

  /// @param zone the zone of the times shown
  public CompareScreen(CompareViewModel model, Look look, Sheets sheets, ZoneId zone, Ways ways) {
    this.model = model;
    bar = new CompareBar(model, look, zone, bar(sheets, look, zone, ways));
    tabs = new CompareTabs(model, look, zone, tabs(sheets, look, zone, ways));
    strips = new StripChart(look, commands());
    parts = new PartRows(look, said::part);
    order = new OrderChart(look, CompareSentences::spoken);
    sentence.setId("compare-sentence");
    caption.setId("compare-caption");
    cautions.setId("compare-cautions");
    cautions.managedProperty().bind(cautions.visibleProperty());
    cautions.visibleProperty().bind(cautions.textProperty().isNotEmpty());
    note.setId("compare-note");
    callout = callout();
    content = new VBox(GAP, panel(), new PairLayout(look.emProperty(), left(), tabs));
    VBox.setVgrow(content.getChildren().getLast(), Priority.ALWAYS);
    empty = new CompareStart(model, which -> choose(sheets, look, zone, which), ways::openFile);
    StackPane front = new StackPane(empty, content);
    VBox.setVgrow(front, Priority.ALWAYS);
    VBox words = new VBox(4, cautions, sentence, caption);
    BreakingRow top = new BreakingRow(24, VPos.TOP, words, callout);
    top.growing(words, () -> look.em() * 26);
    VBox body = new VBox(top, front);
    body.getStyleClass().add("content");
    root = new VBox(bar, notices, ScrollPages.of(body));
    model.readingProperty().subscribe(this::show);
    model.selectedProperty().subscribe(_ -> showStrips());
    model.sideProperty(Which.A).subscribe(_ -> show(model.readingProperty().get()));
    model.sideProperty(Which.B).subscribe(_ -> show(model.readingProperty().get()));
    model.savable().subscribe(_ -> show(model.readingProperty().get()));
  }

  private CompareBar.Ways bar(Sheets sheets, Look look, ZoneId zone, Ways ways) {
    return new CompareBar.Ways() {
      @Override
      public void choose(Which which) {
        CompareScreen.this.choose(sheets, look, zone, which);
      }

      @Override
      public void request() {
        CompareReading reading = model.readingProperty().get();
        if (reading != null) {
          RequestSheet.open(sheets, look, reading.comparison(), model::align);
        }
      }

      @Override
      public void export() {
        CompareReading reading = model.readingProperty().get();
        if (reading != null) {
          ReportSheet.open(
              sheets,
              CompareExport.report(reading).chartLabels(),
              (format, chart) ->
                  ways.reportFile(Words.text("compare.export.name") + format.extension())
                      .ifPresent(file -> model.export(file, chart)));
        }
      }
    };
  }

  private CompareTabs.Ways tabs(Sheets sheets, Look look, ZoneId zone, Ways ways) {
    return new CompareTabs.Ways() {
      @Override
      public void copied() {
        ways.copied();
      }

      @Override
      public void add() {
        SnapshotSheet.open(
            sheets, look, zone, Words.text("compare.series.add.title"), model.kept(), model::add);
      }
    };
  }

  private StripChart.Commands commands() {
    return new StripChart.Commands() {
      @Override
      public void select(int row) {
        model.select(row);
      }

      @Override
      public void run() {
        model.run();
      }

      @Override
      public void showTable() {
        tabs.showStrips();
      }

      @Override
      public void copy() {
        tabs.copyStrips();
      }
    };
  }

  private VBox panel() {
    VBox panel = new VBox(strips);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 1px;");
    return panel;
  }

  private VBox left() {
    orderTitle.setId("compare-order-title");
    VBox words = new VBox(8, note, orderTitle);
    words.setStyle("-fx-padding: 0.5em 1em 0 1em;");
    VBox.setVgrow(order, Priority.ALWAYS);
    VBox left = new VBox(parts.table(), words, order);
    left.getStyleClass().add("panel");
    left.setStyle("-fx-padding: 0.2em 1px 0.2em 1px;");
    return left;
  }

  private VBox callout() {
    Label kicker = Labels.of(Words.text("compare.unsaved"), "caption");
    Label title = Labels.wrapped(Words.text("compare.unsaved.title"), "strong");
    Button save = Buttons.small(Words.text("compare.save"), model::save);
    save.setId("compare-save");
    Buttons.hint(save, Words.text("key.save"));
    VBox box = new VBox(kicker, title, save);
    box.getStyleClass().addAll("callout", "lit");
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private void choose(Sheets sheets, Look look, ZoneId zone, Which which) {
    SnapshotSheet.open(
        sheets,
        look,
        zone,
        Words.text("compare.choose.title", which.name()),
        model.kept(),
        chosen -> model.choose(which, chosen));
  }

  private void show(@Nullable CompareReading reading) {
    content.setVisible(reading != null);
    content.setManaged(reading != null);
    empty.show(reading == null);
    callout.setVisible(reading != null && model.savable().get());
    sentence.setText(reading == null ? empty.sentence() : reading.headline().first());
    cautions.setText(reading == null ? "" : said.cautions(reading));
    caption.setText(reading == null ? "" : said.caption(reading));
    if (reading == null) {
      return;
    }
    lead();
    sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    parts.show(reading.bars().orElse(null));
    note.setText(said.explanation(reading));
    orderTitle.setText(said.order(reading));
    order.show(reading.order(), said.order(reading));
    showStrips();
  }

  /// Whoever came before there was something to see is led to it.
  private void lead() {
    Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
    boolean waiting = bar.button(Which.A).equals(focused) || bar.button(Which.B).equals(focused);
    if (root.isVisible() && (waiting || empty.holds(focused))) {
      strips.requestFocus();
    }
  }

  private void showStrips() {
    CompareReading reading = model.readingProperty().get();
    if (reading != null) {
      strips.show(new StripPicture(reading.strips(), model.selectedProperty().get(), said));
    }
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
    return model.readingProperty().get() == null ? bar.button(empty.wanted()) : strips;
  }

  @Override
  public Node address() {
    return bar.button(Which.A);
  }

  @Override
  public Node filter() {
    return model.readingProperty().get() == null ? start() : tabs.filter();
  }

  @Override
  public List<Node> regions() {
    return List.of(bar.button(Which.A), strips, parts.table(), tabs.filter(), tabs.tabs());
  }
}
