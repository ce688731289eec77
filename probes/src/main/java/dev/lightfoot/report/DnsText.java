package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.dns.DnsAnswer;
import dev.lightfoot.report.layout.AskedQuestion;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// What resolvers were asked and answered, as text.
final class DnsText {
  private final TextPage page;

  DnsText(TextPage page) {
    this.page = page;
  }

  void queries(String title, List<DnsQuery> queries) {
    List<DnsQuery> inOrder =
        queries.stream().sorted(Comparator.comparingLong(DnsQuery::startNanos)).toList();
    page.table(title, table(inOrder));
    for (DnsQuery query : inOrder) {
      query.note().ifPresent(note -> page.item("-", about(query, note)));
      query
          .setUp()
          .ifPresent(
              made ->
                  page.item(
                      "-", say("text.setUp", query.server(), ResolverConnectionText.of(made))));
      query.setUp().ifPresent(made -> bootstrap(made.queries()));
      if (query.isSlow()) {
        page.item(
            "!",
            say(
                "text.slow",
                query.server(),
                Numbers.duration(query.durationNanos()),
                query.name()));
      }
    }
  }

  /// The questions for the resolver's own name.
  private void bootstrap(List<DnsQuery> queries) {
    table(queries).lines().forEach(line -> page.item(" ", line));
    queries.forEach(query -> query.note().ifPresent(note -> page.item("-", about(query, note))));
  }

  /// Too long for the table, which cuts what does not fit.
  private static String about(DnsQuery query, String note) {
    return query.name() + query.type().map(type -> " " + type).orElse("") + ": " + note;
  }

  /// Facts about hosts.
  void hosts(List<HostFacts> hosts) {
    if (hosts.isEmpty()) {
      return;
    }
    page.title(say("text.hosts"));
    for (HostFacts facts : hosts) {
      for (HostLine line : HostLine.of(facts)) {
        String detail = line.detail().isEmpty() ? "" : " (" + line.detail() + ")";
        page.item("-", line.host() + " · " + line.kind() + ": " + line.value() + detail);
      }
    }
  }

  private static TextTable table(List<DnsQuery> queries) {
    TextTable table = new TextTable("lllrrlrl");
    for (AskedQuestion asked : AskedQuestion.inOrder(queries)) {
      if (table.isEmpty()) {
        table.row(
            say("column.question"),
            say("column.type"),
            say("column.answer"),
            say("column.ttl"),
            say("column.time"),
            say("column.dnssec"),
            say("column.trips"),
            say("column.note"));
      }
      rows(table, asked);
    }
    return table;
  }

  private static void rows(TextTable table, AskedQuestion asked) {
    DnsQuery query = asked.query();
    String rcode = query.rcode().orElse(say("text.noAnswer"));
    List<DnsAnswer> answers = query.answers();
    String first =
        answers.isEmpty()
            ? rcode.equals("NOERROR") ? say("text.noData") : rcode
            : answers.getFirst().data();
    table.row(
        query.name(),
        query.type().orElse(Numbers.NOT_APPLICABLE),
        first,
        answers.isEmpty() ? Numbers.NOT_APPLICABLE : ttl(answers.getFirst()),
        Numbers.millis(query.durationNanos()),
        query.rcode().isEmpty()
            ? Numbers.NOT_APPLICABLE
            : say(query.authenticated() ? "text.secure" : "text.insecure"),
        number(asked.trips()),
        note(asked));
    answers.stream()
        .skip(1)
        .forEach(
            answer -> table.row("", answer.type(), answer.data(), ttl(answer), "", "", "", ""));
  }

  private static String note(AskedQuestion asked) {
    DnsQuery query = asked.query();
    String via = query.transport() + " " + query.server();
    String cut = query.truncated() ? say("text.truncated") : "";
    String together = asked.together().map(why -> "; " + why).orElse("");
    return via + cut + together;
  }

  private static String ttl(DnsAnswer answer) {
    return Numbers.count(answer.ttlSeconds());
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : Numbers.UNKNOWN;
  }
}
