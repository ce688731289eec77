package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.log.FoundTraces.Listed;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
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

  private final TableView<Listed> table;
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
    TableColumn<Listed, String> name =
        Columns.text(
            Words.text("logs.trace"),
            look.em(20),
            row -> Redactor.redactName(row.summary().name()));
    table.getColumns().add(name);
    table
        .getColumns()
        .add(
            Columns.text(
                Words.text("logs.when"), look.em(12), row -> when.format(at(row.summary()))));
    number(look, "status", 5, row -> status(row.summary()));
    number(look, "wall", 7, row -> Numbers.millis(row.summary().durationNanos()));
    number(look, "spans", 6, row -> Numbers.count(row.summary().spans()));
    number(look, "errors", 5, row -> Numbers.count(row.summary().errors()));
    number(look, "trips-db", 6.6, row -> trips(row, Layer.DATABASE));
    number(look, "trips-cache", 6.2, row -> trips(row, Layer.CACHE));
    number(look, "trips-external", 5.6, row -> trips(row, Layer.EXTERNAL));
    table
        .getColumns()
        .add(Columns.mono(Words.text("logs.id"), look.em(20), row -> row.summary().id()));
    Columns.fill(table, name, look.em(12));
  }

  TableView<Listed> table() {
    return table;
  }

  private void number(Look look, String key, double width, Function<Listed, String> value) {
    table.getColumns().add(Columns.number(Words.text("logs." + key), look.em(width), value));
  }

  private static String status(TraceSummary row) {
    return row.status().isPresent() ? "" + row.status().getAsInt() : "";
  }

  /// Round trips, with the operations that they carried where those are more.
  private static String trips(Listed row, Layer layer) {
    RoundTrips all = row.trips().get(layer);
    if (all == null) {
      return Numbers.NOT_APPLICABLE;
    }
    String trips = Numbers.count(all.trips());
    return all.operations() == all.trips()
        ? trips
        : Words.text("logs.carried", trips, Numbers.count(all.operations()));
  }

  private static Instant at(TraceSummary row) {
    return Instant.ofEpochSecond(
        Math.floorDiv(row.atUnixNanos(), NANOS), Math.floorMod(row.atUnixNanos(), NANOS));
  }
}
