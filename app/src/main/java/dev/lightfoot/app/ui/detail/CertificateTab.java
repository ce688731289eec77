package dev.lightfoot.app.ui.detail;

import dev.lightfoot.app.ui.chart.BarCell;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.GivingWay;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.words.Numbers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Dimension2D;
import javafx.scene.control.TableColumn;
import javafx.scene.text.TextAlignment;

/// The certificates as the server sent them, their validity drawn against the time of measuring.
public final class CertificateTab {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final DetailTab<CertificateRow> tab = new DetailTab<>("certificates");
  private final BarCell.Head head;
  private ValidityAxis axis = ValidityAxis.EMPTY;

  CertificateTab(Look look) {
    var columns = tab.table().getColumns();
    columns.add(Columns.text(Words.text("certificate.place"), look.em(8), CertificateTab::place));
    TableColumn<CertificateRow, String> subject =
        Columns.mono(
            Words.text("certificate.subject"), look.em(17), row -> name(row.facts().subject()));
    TableColumn<CertificateRow, String> issuer =
        Columns.text(
            Words.text("certificate.issuer"), look.em(15), row -> name(row.facts().issuer()));
    columns.addAll(List.of(subject, issuer));
    columns.add(Columns.text(Words.text("certificate.key"), look.em(8), row -> row.facts().key()));
    columns.add(
        Columns.number(
            Words.text("certificate.bytes"),
            look.em(6),
            row -> Numbers.count(row.facts().bytes())));
    columns.add(
        Columns.mono(
            Words.text("certificate.until"),
            look.em(8.5),
            row -> DAY.format(row.facts().notAfter())));
    head = BarCell.head(look, this::drawHead);
    TableColumn<CertificateRow, String> bars = BarCell.column(look, head, this::drawRow, _ -> "");
    columns.add(bars);
    GivingWay.let(
        tab.table(), bars, look.em(20), Map.of(subject, look.em(17), issuer, look.em(15)));
  }

  DetailTab<CertificateRow> tab() {
    return tab;
  }

  void show(Hops shown) {
    List<CertificateRow> rows = rows(shown);
    axis = ValidityAxis.of(rows);
    boolean agreed = shown.last().flatMap(Exchange::tls).isPresent();
    tab.show(rows, shown.known(), !agreed && shown.passed(Phase.TLS));
    tab.table().refresh();
    head.redraw();
  }

  private static List<CertificateRow> rows(Hops shown) {
    List<CertificateFacts> chain =
        shown.last().flatMap(hop -> hop.tls()).map(TlsFacts::chain).orElse(List.of());
    List<CertificateRow> rows = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      rows.add(new CertificateRow(i + 1, chain.size(), chain.get(i), shown.measured()));
    }
    return rows;
  }

  /// All certificates as PEM, in the order sent.
  public static Optional<String> pem(Hops shown) {
    List<CertificateRow> rows = rows(shown);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(row.facts().der().pem()));
    return Optional.of(text.toString());
  }

  private static String place(CertificateRow row) {
    boolean root = row.facts().subject().equals(row.facts().issuer());
    String key = row.place() == 1 ? "leaf" : root ? "root" : "intermediate";
    return row.place() + " " + Words.text("certificate." + key);
  }

  /// The common name of a distinguished name; all of it where there is none.
  public static String name(String distinguished) {
    for (String part : distinguished.split("(?<!\\\\),", -1)) {
      if (part.strip().regionMatches(true, 0, "CN=", 0, 3)) {
        return part.strip();
      }
    }
    return distinguished;
  }

  private void drawHead(Brush brush, Dimension2D size) {
    String now = Words.text("certificate.now", DAY.format(axis.measured()));
    double margin = 0.4 * brush.em();
    ValidityAxis.Room room = axis.measuredLabel(size.getWidth(), brush.width(now) + 2 * margin);
    double middle = size.getHeight() / 2;
    for (ValidityAxis.Tick tick : axis.labelled(size.getWidth(), room, brush::width, margin)) {
      double x = axis.x(tick.at(), size.getWidth()) + ValidityAxis.INSET;
      brush.text(Brush.Face.CAPTION, "text-2", tick.label(), x, middle, TextAlignment.LEFT);
    }
    brush.fill("text", room.from(), 2, room.to() - room.from(), size.getHeight() - 4);
    double center = (room.from() + room.to()) / 2;
    brush.text(Brush.Face.CAPTION, "surface", now, center, middle, TextAlignment.CENTER);
  }

  private void drawRow(Brush brush, Dimension2D size, CertificateRow row) {
    double width = size.getWidth();
    double height = size.getHeight();
    for (ValidityAxis.Tick tick : axis.ticks()) {
      double x = Math.rint(axis.x(tick.at(), width)) + 0.5;
      brush.line("border", 1, x, 0, x, height);
    }
    double from = Math.max(0, axis.x(row.facts().notBefore(), width));
    double to = Math.min(width, axis.x(row.facts().notAfter(), width));
    boolean bad = row.expired() || row.early();
    brush.bar(
        bad ? Ink.INVALID : Ink.VALID, from, height * 0.14, Math.max(2, to - from), height * 0.72);
    double now = Math.rint(axis.x(row.measured(), width));
    brush.fill("surface", now - 3, 0, 6, height);
    brush.fill("text", now - 1, 0, 2, height);
    if (bad) {
      brush.text(
          Brush.Face.STRONG,
          "danger",
          "✕ " + validity(row),
          now + 8,
          height / 2,
          TextAlignment.LEFT);
    } else {
      // Where its date has no room, the column beside has it.
      String words = "✓ " + validity(row);
      OptionalDouble x = ValidityAxis.words(from, to, now, width, brush.width(words));
      String shown = x.isPresent() ? words : "✓";
      brush.text(
          Brush.Face.CAPTION, "text", shown, x.orElse(now + 8), height / 2, TextAlignment.LEFT);
    }
  }

  private static String validity(CertificateRow row) {
    if (row.expired()) {
      return Words.count(
          "certificate.expired", Duration.between(row.facts().notAfter(), row.measured()).toDays());
    }
    return row.early()
        ? Words.text("certificate.early", DAY.format(row.facts().notBefore()))
        : Words.text("certificate.valid", DAY.format(row.facts().notAfter()));
  }
}
