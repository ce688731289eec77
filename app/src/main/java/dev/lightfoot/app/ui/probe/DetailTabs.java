package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Connection;
import dev.lightfoot.model.ConnectionAttempt;
import dev.lightfoot.model.DnsAnswer;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.control.TableView;

/// The tables of single facts: what resolvers said, which addresses were tried, header lines, and
/// where redirects led.
final class DetailTabs {
  private DetailTabs() {}

  /// One answer, or a question without one.
  record DnsRow(DnsQuery query, Optional<DnsAnswer> answer, boolean first) {}

  /// One header line.
  record HeaderRow(int hop, boolean request, Header header) {}

  /// One redirect.
  record RedirectRow(int number, Exchange from, Exchange to) {}

  static DetailTab<DnsRow> dns(Look look) {
    DetailTab<DnsRow> tab = new DetailTab<>("dns", DetailTabs::dnsRows);
    tab.table()
        .getColumns()
        .addAll(
            List.of(
                Columns.mono(Words.text("dns.question"), look.em(16), row -> row.query().name()),
                Columns.mono(Words.text("dns.type"), look.em(5), DetailTabs::type),
                Columns.mono(Words.text("dns.answer"), look.em(16), DetailTabs::answer),
                Columns.number(
                    Words.text("dns.ttl"),
                    look.em(5.5),
                    row ->
                        row.answer()
                            .map(answer -> Numbers.count(answer.ttlSeconds()))
                            .orElse(Numbers.NOT_APPLICABLE)),
                Columns.number(
                    Words.text("dns.time"),
                    look.em(6),
                    row -> Numbers.millis(row.query().durationNanos())),
                Columns.text(Words.text("dns.dnssec"), look.em(8.5), DetailTabs::dnssec),
                Columns.number(Words.text("dns.trips"), look.em(4), DetailTabs::trips),
                Columns.mono(Words.text("dns.server"), look.em(13), row -> row.query().server()),
                Columns.text(Words.text("dns.note"), look.em(22), DetailTabs::note)));
    fillLast(tab, look);
    return tab;
  }

  /// The last column takes the room that is left.
  static void fillLast(DetailTab<?> tab, Look look) {
    fill(tab.table(), look);
  }

  private static <R> void fill(TableView<R> table, Look look) {
    Columns.fill(table, table.getColumns().getLast(), look.em(8));
  }

  private static List<DnsRow> dnsRows(Reading reading) {
    List<DnsRow> rows = new ArrayList<>();
    for (Exchange hop : reading.hops()) {
      for (DnsQuery query : hop.dns()) {
        if (query.answers().isEmpty()) {
          rows.add(new DnsRow(query, Optional.empty(), true));
        }
        for (int i = 0; i < query.answers().size(); i++) {
          rows.add(new DnsRow(query, Optional.of(query.answers().get(i)), i == 0));
        }
      }
    }
    return rows;
  }

  private static String type(DnsRow row) {
    return row.answer().map(DnsAnswer::type).or(() -> row.query().type()).orElse("");
  }

  private static String answer(DnsRow row) {
    return row.answer()
        .map(DnsAnswer::data)
        .orElseGet(
            () ->
                row.query()
                    .rcode()
                    .map(code -> code.equals("NOERROR") ? Words.text("dns.no-data") : code)
                    .orElse(Words.text("dns.no-answer")));
  }

  private static String dnssec(DnsRow row) {
    return Words.text(row.query().authenticated() ? "dns.secure" : "dns.insecure");
  }

  private static String trips(DnsRow row) {
    OptionalInt trips = row.query().trips();
    return trips.isEmpty() ? Numbers.UNKNOWN : Integer.toString(row.first() ? trips.getAsInt() : 0);
  }

  private static String note(DnsRow row) {
    List<String> notes = new ArrayList<>();
    if (!row.query().transport().equals("udp")) {
      notes.add(Words.text("dns.over", row.query().transport().toUpperCase(java.util.Locale.ROOT)));
    }
    if (row.query().truncated()) {
      notes.add(Words.text("dns.truncated"));
    }
    row.query().note().ifPresent(notes::add);
    return String.join("; ", notes);
  }

  static DetailTab<ConnectionAttempt> attempts(Look look) {
    DetailTab<ConnectionAttempt> tab = new DetailTab<>("attempts", DetailTabs::attemptRows);
    tab.table()
        .getColumns()
        .addAll(
            List.of(
                Columns.mono(
                    Words.text("attempt.address"), look.em(24), ConnectionAttempt::address),
                Columns.number(
                    Words.text("attempt.start"),
                    look.em(8),
                    row -> Numbers.millis(row.startNanos())),
                Columns.number(
                    Words.text("attempt.took"),
                    look.em(8),
                    row -> Numbers.millis(row.durationNanos())),
                Columns.text(
                    Words.text("attempt.outcome"),
                    look.em(12),
                    row -> known("attempt.", row.outcome())),
                Columns.text(
                    Words.text("attempt.error"), look.em(24), row -> row.errorType().orElse(""))));
    fillLast(tab, look);
    return tab;
  }

  private static List<ConnectionAttempt> attemptRows(Reading reading) {
    return reading.hops().stream()
        .flatMap(hop -> hop.connection().stream())
        .map(Connection::attempts)
        .flatMap(List::stream)
        .toList();
  }

  static DetailTab<HeaderRow> headers(Look look) {
    DetailTab<HeaderRow> tab = new DetailTab<>("headers", DetailTabs::headerRows);
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

  private static List<HeaderRow> headerRows(Reading reading) {
    List<HeaderRow> rows = new ArrayList<>();
    for (int i = 0; i < reading.hops().size(); i++) {
      Exchange hop = reading.hops().get(i);
      int number = i + 1;
      hop.request().headers().forEach(line -> rows.add(new HeaderRow(number, true, line)));
      hop.response().stream()
          .flatMap(response -> response.headers().stream())
          .forEach(line -> rows.add(new HeaderRow(number, false, line)));
    }
    return rows;
  }

  static DetailTab<RedirectRow> redirects(Look look) {
    DetailTab<RedirectRow> tab = new DetailTab<>("redirects", DetailTabs::redirectRows);
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

  private static List<RedirectRow> redirectRows(Reading reading) {
    List<RedirectRow> rows = new ArrayList<>();
    for (int i = 1; i < reading.hops().size(); i++) {
      rows.add(new RedirectRow(i, reading.hops().get(i - 1), reading.hops().get(i)));
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
  static String known(String prefix, String word) {
    return Words.has(prefix + word) ? Words.text(prefix + word) : word;
  }
}
