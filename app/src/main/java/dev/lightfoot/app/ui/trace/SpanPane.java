package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Swatch;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.TraceWaterfall;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything that is known of the selected span, without its secrets.
final class SpanPane extends VBox {
  private final TraceViewModel model;
  private final DateTimeFormatter when;
  private final Swatch swatch;
  private final Label name = Labels.wrapped("", "card-title");
  private final Label status = Labels.wrapped("", "danger-text");
  private final Label odd = Labels.wrapped("", "quiet");
  private final GridPane facts = new GridPane();
  private final TableView<Fact> attributes;
  private final TableView<Fact> events;
  private final TableView<Fact> links;
  private final TabPane tabs = new TabPane();

  /// A name and a value.
  private record Fact(String name, String value) {}

  SpanPane(TraceViewModel model, Look look, ZoneId zone) {
    this.model = model;
    this.when = DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSSSSS", Locale.ENGLISH).withZone(zone);
    this.swatch = new Swatch(look, Ink.DISTANCE);
    this.attributes = table("attribute", look);
    this.events = table("event", look);
    this.links = table("link", look);
    getStyleClass().addAll("panel", "side-panel");
    name.setId("span-name");
    status.setId("span-status");
    HBox title = new HBox(8, swatch, name);
    title.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox.setMargin(swatch, new javafx.geometry.Insets(3, 0, 0, 0));
    facts.setHgap(12);
    facts.setVgap(3);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(Words.text("span.details"));
    tabs.setId("span-details");
    tabs.getTabs()
        .addAll(tab("attributes", attributes), tab("events", events), tab("links", links));
    VBox.setVgrow(tabs, Priority.ALWAYS);
    tabs.minHeightProperty().bind(look.em(10));
    Button zoom = Buttons.small(Words.text("span.zoom"), this::zoom);
    zoom.setId("span-zoom");
    VBox top = new VBox(8, title, status, odd, facts, zoom);
    top.setStyle("-fx-padding: 1em 1.1em 0.4em 1.1em;");
    getChildren().addAll(top, tabs);
    model.selectedProperty().subscribe(_ -> show());
    model.readingProperty().subscribe(_ -> show());
    show();
  }

  Node start() {
    return tabs;
  }

  private static TableView<Fact> table(String key, Look look) {
    TableView<Fact> table =
        Tables.of(Words.text("span." + key + ".table"), Labels.of(Words.text("span.none." + key)));
    table.setId("span-" + key);
    table.setStyle("-fx-padding: 0 0.5em 0 0.5em;");
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(Words.text("span." + key + ".name"), look.em(10), Fact::name),
                Columns.column(
                    Words.text("span." + key + ".value"),
                    look.em(14),
                    Fact::value,
                    (cell, row) -> Columns.explain(cell, row.value()),
                    "mono")));
    Columns.fill(table, table.getColumns().getLast(), look.em(10));
    return table;
  }

  private static Tab tab(String key, TableView<Fact> table) {
    Tab tab = new Tab();
    tab.setId("span-tab-" + key);
    tab.setContent(table);
    Label count = Labels.of("", "tab-count");
    HBox head = new HBox(8, Labels.of(Words.text("span." + key), "tab-name"), count);
    head.setMouseTransparent(true);
    tab.setGraphic(head);
    table
        .itemsProperty()
        .subscribe(items -> count.setText(Integer.toString(items == null ? 0 : items.size())));
    return tab;
  }

  private void zoom() {
    TraceWaterfall rows = model.waterfallProperty().get();
    int span = model.selectedProperty().get();
    if (rows != null && span >= 0) {
      TraceWaterfall.Bar bar = rows.bar(span);
      long margin = bar.durationNanos() / 20;
      model.look(bar.startNanos() - margin, bar.endNanos() + margin);
    }
  }

  private void show() {
    TraceReading reading = model.readingProperty().get();
    int span = model.selectedProperty().get();
    boolean any = reading != null && span >= 0 && span < reading.tree().size();
    getChildren().forEach(child -> child.setVisible(any));
    if (reading == null || !any) {
      return;
    }
    SpanWords words = reading.words();
    Span clean = Redactor.redact(reading.tree().span(span));
    swatch.show(Ink.of(clean.layer()));
    name.setText(clean.name());
    show(status, failure(words.status(span), clean.status().message()));
    show(odd, words.oddity(span));
    facts(reading, span, clean);
    attributes.setItems(items(attributes(clean)));
    events.setItems(items(events(reading, clean)));
    links.setItems(items(links(clean.links())));
  }

  private static String failure(String status, String message) {
    return status.isEmpty() || message.isEmpty() ? status : status + ": " + message;
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  private void facts(TraceReading reading, int span, Span clean) {
    SpanWords words = reading.words();
    List<Fact> rows = new ArrayList<>();
    rows.add(new Fact("wall", words.duration(span) + " ms" + step(clean)));
    rows.add(new Fact("self", words.self(span) + " ms"));
    if (clean.time().known() != dev.lightfoot.model.span.SpanTime.Known.DURATION) {
      rows.add(new Fact("start", words.start(span) + " ms"));
      rows.add(new Fact("at", when.format(instant(clean.time().atUnixNanos()))));
    }
    rows.add(new Fact("layer", words.layer(span)));
    rows.add(new Fact("kind", clean.kind().label()));
    rows.add(new Fact("service", words.service(span)));
    int parent = reading.tree().parent(span);
    rows.add(new Fact("parent", parent == SpanTree.NONE ? "" : words.name(parent)));
    rows.add(new Fact("id", clean.spanId()));
    facts.getChildren().clear();
    int at = 0;
    for (Fact row : rows) {
      if (!row.value().isBlank()) {
        Label value = Labels.wrapped(row.value(), "mono", "caption-size");
        GridPane.setHgrow(value, Priority.ALWAYS);
        Label key = Labels.of(Words.text("span.fact." + row.name()), "caption");
        key.setMinWidth(USE_PREF_SIZE);
        facts.addRow(at++, key, value);
      }
    }
  }

  private static String step(Span span) {
    long resolution = span.time().resolutionNanos();
    return resolution > 1_000
        ? " " + Words.text("span.step", SpanWords.millis(resolution, resolution))
        : "";
  }

  private static List<Fact> attributes(Span span) {
    List<Fact> rows = new ArrayList<>();
    span.attributes().toMap().forEach((key, value) -> rows.add(new Fact(key, value)));
    return rows;
  }

  private static List<Fact> events(TraceReading reading, Span span) {
    List<Fact> rows = new ArrayList<>();
    for (SpanEvent event : span.events()) {
      long after = event.atUnixNanos() - reading.waterfall().originUnixNanos();
      StringBuilder text = new StringBuilder(event.name());
      event
          .attributes()
          .toMap()
          .forEach((key, value) -> text.append("  ").append(key).append('=').append(value));
      rows.add(new Fact(Numbers.millis(after), text.toString()));
    }
    return rows;
  }

  private static List<Fact> links(List<SpanLink> links) {
    return links.stream().map(link -> new Fact(link.traceId(), link.spanId())).toList();
  }

  private static javafx.collections.ObservableList<Fact> items(List<Fact> rows) {
    return javafx.collections.FXCollections.observableArrayList(rows);
  }

  private static Instant instant(long unixNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(unixNanos, 1_000_000_000L), Math.floorMod(unixNanos, 1_000_000_000L));
  }
}
