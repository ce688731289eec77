package dev.lightfoot.app.ui.detail;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.TransportFacts;
import java.util.ArrayList;
import java.util.List;

/// The table of what each hop's connection shows of its transport: session, kernel, slow start.
final class TransportTab {
  private TransportTab() {}

  /// A fact about the connection of one hop.
  record Row(int hop, TransportFacts.Fact fact) {}

  static DetailTab<Row> of(Look look) {
    DetailTab<Row> tab = new DetailTab<>("transport");
    tab.table()
        .getColumns()
        .addAll(
            List.of(
                Columns.number(
                    Words.text("header.hop"), look.em(4), row -> Integer.toString(row.hop())),
                Columns.text(Words.text("transport.fact"), look.em(10), row -> row.fact().name()),
                Columns.text(
                    Words.text("transport.value"), look.em(60), row -> row.fact().value())));
    DetailTabs.fillLast(tab, look);
    return tab;
  }

  static List<Row> rows(Hops shown) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shown.hops().size(); i++) {
      int hop = i + 1;
      TransportFacts.of(shown.hops().get(i)).forEach(fact -> rows.add(new Row(hop, fact)));
    }
    return rows;
  }
}
