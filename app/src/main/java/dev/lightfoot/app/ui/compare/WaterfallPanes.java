package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.chart.compare.OverlayChart;
import dev.lightfoot.app.ui.chart.page.PageChart;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.app.ui.chart.page.PagePicture;
import dev.lightfoot.app.ui.chart.page.PageSentences;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// A run of each side, so that what moved is seen without reading numbers: the waterfalls of a page
/// one above the other on one axis, or both over each other.
final class WaterfallPanes extends VBox {
  private final WaterfallSight sight;
  private final Map<Which, PageChart> charts = new EnumMap<>(Which.class);
  private final Map<Which, Label> heads = new EnumMap<>(Which.class);
  private final Label both = Labels.wrapped("", "caption");
  private final OverlayChart overlay;
  private final SegmentedButton choice = new SegmentedButton();

  /// @param table leads to the requests as a table
  /// @param copy copies them
  WaterfallPanes(WaterfallSight sight, Look look, Runnable table, Runnable copy) {
    super(2);
    this.sight = sight;
    this.overlay =
        new OverlayChart(look, new OverlayCommands(sight, table, copy), OverlaySentences::spoken);
    getChildren().add(choice());
    for (Which which : Which.values()) {
      String id = which.name().toLowerCase(Locale.ROOT);
      PageChart chart =
          new PageChart(
              look,
              "compare-waterfall-" + id,
              "compare.waterfall." + id,
              new PaneCommands(sight, which, table, copy));
      Label head = caption(Labels.wrapped("", "caption"));
      charts.put(which, chart);
      heads.put(which, head);
      add(head, chart);
      sight.linesProperty(which).subscribe(_ -> show(which));
      sight.selectedProperty(which).subscribe(_ -> show(which));
      sight.barProperty(which).subscribe(_ -> show(which));
    }
    add(caption(both), overlay);
    sight
        .windowProperty()
        .subscribe(
            _ -> {
              show(Which.A);
              show(Which.B);
            });
    sight.overlayProperty().subscribe(next -> next.ifPresent(overlay::show));
    sight.overlaidProperty().subscribe(this::arrange);
    sight.linesProperty(Which.A).subscribe(_ -> arrange());
  }

  private static Label caption(Label label) {
    label.setStyle("-fx-padding: 0.3em 0.9em 0 0.9em;");
    return label;
  }

  private void add(Label head, Node chart) {
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(head, chart);
  }

  private HBox choice() {
    for (boolean overlaid : new boolean[] {false, true}) {
      ToggleButton button =
          new ToggleButton(
              Words.text(overlaid ? "compare.waterfalls.over" : "compare.waterfalls.apart"));
      button.setId(overlaid ? "compare-overlaid" : "compare-apart");
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            sight.overlaidProperty().set(overlaid);
            arrange();
          });
      choice.getButtons().add(button);
    }
    choice.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(choice);
    row.setStyle("-fx-padding: 0.5em 0.9em 0.2em 0.9em;");
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  /// Shows what is chosen; of probes there is only the overlay.
  private void arrange() {
    boolean pages = sight.linesProperty(Which.A).get() != null;
    boolean overlaid = !pages || sight.overlaidProperty().get();
    getChildren().getFirst().setVisible(pages);
    choice.getButtons().get(0).setSelected(!overlaid);
    choice.getButtons().get(1).setSelected(overlaid);
    visible(both, overlaid);
    visible(overlay, overlaid);
    for (Which which : Which.values()) {
      visible(head(which), !overlaid);
      visible(Objects.requireNonNull(charts.get(which)), !overlaid);
    }
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /// What each side is called, and where it has the event that times are measured from.
  void name(String a, String b, String overlaid) {
    head(Which.A).setText(a);
    head(Which.B).setText(b);
    both.setText(overlaid);
  }

  private Label head(Which which) {
    return Objects.requireNonNull(heads.get(which));
  }

  private void show(Which which) {
    PageLines lines = sight.linesProperty(which).get();
    PageChart chart = charts.get(which);
    if (lines != null && chart != null) {
      int selected = sight.selectedProperty(which).get();
      chart.show(
          new PagePicture(
              lines,
              sight.window(which),
              selected < lines.size() ? selected : -1,
              sight.barProperty(which).get(),
              true,
              false,
              false,
              new PageSentences(lines.view().waterfall())));
    }
  }
}
