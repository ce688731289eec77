package dev.lightfoot.app.ui.detail;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.GivingWay;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.dns.DnsAnswer;
import dev.lightfoot.report.HostLine;
import dev.lightfoot.report.ResolverConnectionText;
import dev.lightfoot.report.layout.AskedQuestion;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.control.TableColumn;

/// The table of what resolvers were asked and said: every try, the connections they needed, then
/// what DNS says of the hosts beside their addresses.
final class DnsTab {
  private DnsTab() {}

  /// One line of the table, as it is shown.
  record Row(
      String question,
      String type,
      String answer,
      String ttl,
      String time,
      String dnssec,
      String trips,
      String server,
      String note) {}

  static DetailTab<Row> of(Look look) {
    DetailTab<Row> tab = new DetailTab<>("dns");
    TableColumn<Row, String> question =
        Columns.mono(Words.text("dns.question"), look.em(16), Row::question);
    TableColumn<Row, String> answer =
        Columns.mono(Words.text("dns.answer"), look.em(19), Row::answer);
    TableColumn<Row, String> server =
        Columns.mono(Words.text("dns.server"), look.em(13), Row::server);
    TableColumn<Row, String> note = Columns.text(Words.text("dns.note"), look.em(22), Row::note);
    tab.table()
        .getColumns()
        .addAll(
            List.of(
                question,
                Columns.mono(Words.text("dns.type"), look.em(6), Row::type),
                answer,
                Columns.number(Words.text("dns.ttl"), look.em(5.5), Row::ttl),
                Columns.number(Words.text("dns.time"), look.em(6), Row::time),
                Columns.text(Words.text("dns.dnssec"), look.em(6), Row::dnssec),
                Columns.number(Words.text("dns.trips"), look.em(4), Row::trips),
                server,
                note));
    GivingWay.let(
        tab.table(),
        note,
        look.em(18),
        Map.of(question, look.em(16), answer, look.em(19), server, look.em(13)));
    return tab;
  }

  static List<Row> rows(Hops shown) {
    List<Row> rows = new ArrayList<>();
    for (Exchange hop : shown.hops()) {
      AskedQuestion.inOrder(hop.dns()).forEach(asked -> add(asked, rows));
    }
    for (HostFacts facts : shown.hosts()) {
      HostLine.of(facts).forEach(line -> rows.add(row(line)));
    }
    return rows;
  }

  private static void add(AskedQuestion asked, List<Row> rows) {
    DnsQuery query = asked.query();
    query
        .setUp()
        .ifPresent(made -> AskedQuestion.inOrder(made.queries()).forEach(each -> add(each, rows)));
    rows.add(
        new Row(
            query.name(),
            query.type().orElse(""),
            query.answers().isEmpty() ? empty(query) : query.answers().getFirst().data(),
            query.answers().isEmpty() ? Numbers.NOT_APPLICABLE : ttl(query.answers().getFirst()),
            Numbers.millis(query.durationNanos()),
            dnssec(query),
            trips(asked.trips()),
            query.server(),
            note(asked)));
    query.answers().stream()
        .skip(1)
        .forEach(
            answer ->
                rows.add(
                    new Row("", answer.type(), answer.data(), ttl(answer), "", "", "", "", "")));
  }

  private static Row row(HostLine line) {
    return new Row(
        line.host(),
        line.kind(),
        line.value(),
        "",
        "",
        "",
        "",
        Words.text("dns.facts"),
        line.detail());
  }

  private static String empty(DnsQuery query) {
    return query
        .rcode()
        .map(code -> code.equals("NOERROR") ? Words.text("dns.no-data") : code)
        .orElse(Words.text("dns.no-answer"));
  }

  private static String ttl(DnsAnswer answer) {
    return Numbers.count(answer.ttlSeconds());
  }

  private static String dnssec(DnsQuery query) {
    return query.rcode().isEmpty()
        ? Numbers.NOT_APPLICABLE
        : Words.text(query.authenticated() ? "dns.secure" : "dns.insecure");
  }

  private static String trips(OptionalInt trips) {
    return trips.isEmpty() ? Numbers.UNKNOWN : Integer.toString(trips.getAsInt());
  }

  private static String note(AskedQuestion asked) {
    DnsQuery query = asked.query();
    List<String> notes = new ArrayList<>();
    if (!query.transport().equals("udp")) {
      notes.add(Words.text("dns.over", query.transport().toUpperCase(Locale.ROOT)));
    }
    query.setUp().map(ResolverConnectionText::of).ifPresent(notes::add);
    if (query.truncated()) {
      notes.add(Words.text("dns.truncated"));
    }
    if (query.isSlow()) {
      notes.add(Words.text("dns.slow"));
    }
    asked.together().ifPresent(notes::add);
    query.note().ifPresent(notes::add);
    return String.join("; ", notes);
  }
}
