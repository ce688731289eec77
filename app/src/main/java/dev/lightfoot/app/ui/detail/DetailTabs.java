package dev.lightfoot.app.ui.detail;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableView;

/// The tables of single facts: header lines, and where redirects led.
public final class DetailTabs {
  private DetailTabs() {}

  /// One header line.
  record HeaderRow(int hop, boolean request, Header header) {}

  /// One redirect.
  record RedirectRow(int number, Exchange from, Exchange to) {}

  /// The last column takes the room that is left.
  public static void fillLast(DetailTab<?> tab, Look look) {
    fill(tab.table(), look);
  }

  private static <R> void fill(TableView<R> table, Look look) {
    Columns.fill(table, table.getColumns().getLast(), look.em(8));
  }

  static DetailTab<HeaderRow> headers(Look look) {
    DetailTab<HeaderRow> tab = new DetailTab<>("headers");
    tab.table()
        .getColumns()
        .addAll(
            List.of(
                Columns.text(
                    Words.text("header.direction"),
                    look.em(8),
                    row -> Words.text(row.request() ? "header.request" : "header.response")),
                Columns.number(
                    Words.text("header.hop"), look.em(4), row -> Integer.toString(row.hop())),
                Columns.mono(Words.text("header.field"), look.em(17), row -> row.header().name()),
                Columns.mono(Words.text("header.value"), look.em(52), row -> row.header().value()),
                Columns.number(
                    Words.text("header.bytes"), look.em(6), row -> bytes(row.header()))));
    Columns.fill(tab.table(), tab.table().getColumns().get(3), look.em(16));
    return tab;
  }

  private static String bytes(Header header) {
    int length = header.name().length() + header.value().length();
    return header.value().contains("[redacted]") ? Numbers.NOT_APPLICABLE : Numbers.count(length);
  }

  static List<HeaderRow> headerRows(Hops shown) {
    List<HeaderRow> rows = new ArrayList<>();
    for (int i = 0; i < shown.hops().size(); i++) {
      Exchange hop = shown.hops().get(i);
      int number = i + 1;
      hop.request().headers().forEach(line -> rows.add(new HeaderRow(number, true, line)));
      hop.response().stream()
          .flatMap(response -> response.headers().stream())
          .forEach(line -> rows.add(new HeaderRow(number, false, line)));
    }
    return rows;
  }

  static DetailTab<RedirectRow> redirects(Look look) {
    DetailTab<RedirectRow> tab = new DetailTab<>("redirects");
    tab.table()
        .getColumns()
        .addAll(
            List.of(
                Columns.number(Words.text("redirect.number"), look.em(3), row -> row.number() + ""),
                Columns.number(
                    Words.text("redirect.status"),
                    look.em(5),
                    row ->
                        row.from().status().isEmpty() ? "" : row.from().status().getAsInt() + ""),
                Columns.mono(Words.text("redirect.from"), look.em(28), row -> row.from().url()),
                Columns.mono(Words.text("redirect.to"), look.em(28), row -> row.to().url()),
                Columns.number(
                    Words.text("redirect.took"),
                    look.em(7),
                    row -> Numbers.millis(row.from().durationNanos())),
                Columns.text(Words.text("redirect.connection"), look.em(14), DetailTabs::kept)));
    fillLast(tab, look);
    return tab;
  }

  static List<RedirectRow> redirectRows(Hops shown) {
    List<RedirectRow> rows = new ArrayList<>();
    for (int i = 1; i < shown.hops().size(); i++) {
      rows.add(new RedirectRow(i, shown.hops().get(i - 1), shown.hops().get(i)));
    }
    return rows;
  }

  private static String kept(RedirectRow row) {
    return Stream.of(row.to())
        .flatMap(hop -> hop.connection().stream())
        .map(c -> Words.text(c.reused() ? "redirect.reused" : "redirect.new"))
        .findFirst()
        .orElse("");
  }

  /// The bundle's word for a word of the snapshot format; that word itself where it is newer.
  public static String known(String prefix, String word) {
    return Words.has(prefix + word) ? Words.text(prefix + word) : word;
  }
}
