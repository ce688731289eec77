package dev.lightfoot.app.ui.detail;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.GivingWay;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.report.ProxyText;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TableColumn;

/// The table of the addresses tried, and of the proxy where there is one: the addresses are then
/// the proxy's, and the tunnel through it follows.
final class AttemptsTab {
  private AttemptsTab() {}

  /// One line of the table, as it is shown.
  record Row(String address, String over, String start, String took, String outcome, String note) {}

  static DetailTab<Row> of(Look look) {
    DetailTab<Row> tab = new DetailTab<>("attempts");
    TableColumn<Row, String> address =
        Columns.mono(Words.text("attempt.address"), look.em(24), Row::address);
    TableColumn<Row, String> outcome =
        Columns.text(Words.text("attempt.outcome"), look.em(12), Row::outcome);
    TableColumn<Row, String> note =
        Columns.text(Words.text("attempt.error"), look.em(24), Row::note);
    tab.table()
        .getColumns()
        .addAll(
            List.of(
                address,
                Columns.text(Words.text("attempt.transport"), look.em(7), Row::over),
                Columns.number(Words.text("attempt.start"), look.em(8), Row::start),
                Columns.number(Words.text("attempt.took"), look.em(8), Row::took),
                outcome,
                note));
    GivingWay.let(
        tab.table(), note, look.em(10), Map.of(address, look.em(24), outcome, look.em(12)));
    return tab;
  }

  static List<Row> rows(Hops shown) {
    List<Row> rows = new ArrayList<>();
    for (Exchange hop : shown.hops()) {
      String proxy = hop.proxy().isPresent() ? Words.text("attempt.ofProxy") : "";
      hop.connection().stream()
          .map(Connection::attempts)
          .flatMap(List::stream)
          .forEach(attempt -> rows.add(attempt(attempt, proxy)));
      hop.proxy().ifPresent(each -> rows.add(tunnel(each, hop)));
    }
    return rows;
  }

  private static Row attempt(ConnectionAttempt attempt, String proxy) {
    return new Row(
        attempt.address(),
        attempt.transport().toUpperCase(Locale.ROOT),
        Numbers.millis(attempt.startNanos()),
        Numbers.millis(attempt.durationNanos()),
        DetailTabs.known("attempt.", attempt.outcome()),
        attempt.errorType().orElse(proxy));
  }

  private static Row tunnel(ProxyHop proxy, Exchange hop) {
    String note = ProxyText.of(proxy, hop);
    String name = Words.text(proxy.tunnel() ? "attempt.tunnel" : "attempt.forward");
    return switch (hop.phases().byPhase().get(Phase.PROXY)) {
      case PhaseTiming.Measured took ->
          row(name, took.startNanos(), took.durationNanos(), proxy, note);
      case PhaseTiming.Failed failed ->
          row(name, failed.startNanos(), failed.durationNanos(), proxy, failed.message());
      case null, default ->
          new Row(name, "", Numbers.NOT_APPLICABLE, Numbers.NOT_APPLICABLE, "", note);
    };
  }

  private static Row row(
      String name, long startNanos, long durationNanos, ProxyHop proxy, String note) {
    String status =
        proxy.status().isPresent()
            ? Integer.toString(proxy.status().getAsInt())
            : Words.text("attempt.failed");
    return new Row(
        name, "", Numbers.millis(startNanos), Numbers.millis(durationNanos), status, note);
  }
}
