package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.chart.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Layer;
import dev.lightfoot.report.Numbers;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.span.TraceSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The traces of one route.
final class TracesTable {
  private static final long NANOS = 1_000_000_000;

  private final TableView<TraceSummary> table;
  private final DateTimeFormatter when;

  TracesTable(Look look, ZoneId zone) {
    when = DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS", Locale.ENGLISH).withZone(zone);
    table =
        Tables.of(
            Words.text("logs.traces.name"),
            Labels.wrapped(Words.text("logs.traces.none"), "quiet"));
    table.setId("traces");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.fixedCellSizeProperty().bind(look.em(1.9));
    TableColumn<TraceSummary, String> name =
        Columns.text(Words.text("logs.trace"), look.em(20), row -> Redactor.redactName(row.name()));
    table.getColumns().add(name);
    table
        .getColumns()
        .add(Columns.text(Words.text("logs.when"), look.em(12), row -> when.format(at(row))));
    number(look, "status", 5, row -> row.status().isPresent() ? "" + row.status().getAsInt() : "");
    number(look, "wall", 7, row -> Numbers.millis(row.durationNanos()));
    number(look, "spans", 6, row -> Numbers.count(row.spans()));
    number(look, "errors", 5, row -> Numbers.count(row.errors()));
    number(look, "trips-db", 5.6, row -> trips(row, Layer.DATABASE));
    number(look, "trips-cache", 4.6, row -> trips(row, Layer.CACHE));
    number(look, "trips-external", 5.6, row -> trips(row, Layer.EXTERNAL));
    table.getColumns().add(Columns.mono(Words.text("logs.id"), look.em(20), TraceSummary::id));
    Columns.fill(table, name, look.em(12));
  }

  TableView<TraceSummary> table() {
    return table;
  }

  private void number(Look look, String key, double width, Function<TraceSummary, String> value) {
    table.getColumns().add(Columns.number(Words.text("logs." + key), look.em(width), value));
  }

  private static String trips(TraceSummary row, Layer layer) {
    long trips = row.trips().getOrDefault(layer, 0L);
    return trips == 0 ? Numbers.NOT_APPLICABLE : Numbers.count(trips);
  }

  private static Instant at(TraceSummary row) {
    return Instant.ofEpochSecond(
        Math.floorDiv(row.atUnixNanos(), NANOS), Math.floorMod(row.atUnixNanos(), NANOS));
  }
}
