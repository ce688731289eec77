package dev.lightfoot.codec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands before PostgreSQL's lines, and within them, beside what a default server writes.
final class PostgresHeadsTest {
  private static final String STATEMENT = "LOG:  duration: 1.000 ms  statement: SELECT 1";
  private static final String AT = "2026-01-01 12:00:00.100 UTC [7] ";
  private static final long MILLI = 1_000_000;
  private static final long NOON = 1_767_268_800_100_000_000L;

  private static Collected read(String... lines) {
    return Collected.of(new PostgresStderrReader(), String.join("\n", lines) + "\n");
  }

  private static Span only(Collected all) {
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans).hasSize(1);
    return all.spans.getFirst();
  }

  private static List<Long> millis(Collected all) {
    return all.spans.stream().map(span -> span.time().durationNanos() / MILLI).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jan  1 12:00:00 db1 postgres[7]: [5-1] ",
        "Jan 20 12:00:00 db1 postgres[7]: [5-1] ",
        "<134>Jan  1 12:00:00 db1 postgres[7]: [5-1] ",
        "<134>1 2026-01-01T12:00:00.2+00:00 db1 postgres 7 - - [5-1] ",
        "<134>1 2026-01-01T12:00:00.2+00:00 db1 postgres 7 - [a@1 b=\"]\\\"\"][c@1 d=\"e\"] ",
        "2026-01-01T12:00:00.213000+00:00 db1 postgres[7]: [5-1] ",
        "2026-01-01T12:00:00.413000+00:00 app[postgres.7]: [DATABASE] [7-1] ",
        "2026-01-01T12:00:00.413Z ",
        "",
      })
  void theHeadOfACollectorIsNoPartOfThePrefix(String head) {
    String line = head + "2026-01-01 12:00:00.100 UTC [7] a@shop " + STATEMENT;
    Span span = only(read(line));
    assertThat(span.time()).isEqualTo(SpanTime.ending(NOON, MILLI, MILLI));
    assertThat(span.attributes().number(AttributeNames.PROCESS_ID)).hasValue(7);
    assertThat(span.attributes().get(AttributeNames.DB_NAMESPACE)).contains("shop");
    assertThat(new PostgresStderrReader().recognises(line.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(92);
  }

  @Test
  void theHeadsProcessAndTimeCountWhereThePrefixHasNone() {
    Span span = only(read("<134>1 2026-01-01T12:00:00.100Z db1 postgres 7 - - [5-1] " + STATEMENT));
    assertThat(span.time().atUnixNanos()).isEqualTo(NOON - MILLI);
    assertThat(span.attributes().number(AttributeNames.PROCESS_ID)).hasValue(7);
    assertThat(read("Jan 20 12:00:00 db1 postgres[7]: [5-1] " + STATEMENT).skipped)
        .containsExactly("line 1: its log_line_prefix has no timestamp (add %m)");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T12:00:00.9Z, 2026-01-01 06:00:00.100 CST",
    "2026-01-01T12:00:01.0Z, 2026-01-01 17:45:00.100 NPT",
    "2026-01-01T13:00:00.2+01:00, 2026-01-01 02:00:00.100 XST",
  })
  void anAmbiguousZoneIsTheOneInWhichTheHeadAgrees(String head, String local) {
    assertThat(only(read(head + ' ' + local + " [7] " + STATEMENT)).time().atUnixNanos())
        .isEqualTo(NOON - MILLI);
  }

  @Test
  void linesOfTwoBackendsStandBetweenEachOther() {
    String first = "Jan 20 12:00:00 db1 postgres[7]: ";
    String second = "Jan 20 12:00:00 db1 postgres[8]: ";
    String at = "2026-01-01 12:00:00.100 UTC ";
    Collected all =
        read(
            first + "[5-1] " + at + "LOG:  duration: 1.000 ms  statement: SELECT a",
            second + "[9-1] " + at + "LOG:  duration: 2.000 ms  statement: SELECT b",
            first + "[5-2] #011  FROM t",
            second + "[9-2] #011  FROM u",
            second + "[9-3]  WHERE c = 1",
            first + "[6-1] " + at + "ERROR:  division by zero",
            second + "[10-1] " + at + "LOG:  checkpoint starting: time",
            first + "[6-2] " + at + "STATEMENT:  SELECT 1/0");
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans)
        .extracting(span -> span.attributes().get(AttributeNames.DB_QUERY).orElse(""))
        .containsExactlyInAnyOrder(
            "SELECT a\n  FROM t", "SELECT b\n  FROM u WHERE c = 1", "SELECT 1/0");
  }

  @Test
  void partsOfTwoBackendsAreKeptApartByTheHeadAlone() {
    String line = "Jan 20 12:00:00 db1 postgres[%d]: [5-1] 2026-01-01 12:00:00.100 UTC LOG:  ";
    Collected all =
        read(
            line.formatted(7) + "duration: 1.000 ms  parse <unnamed>: SELECT $1",
            line.formatted(8) + "duration: 2.000 ms  parse <unnamed>: SELECT $1",
            line.formatted(7) + "duration: 1.000 ms  execute <unnamed>: SELECT $1",
            line.formatted(8) + "duration: 2.000 ms  execute <unnamed>: SELECT $1");
    assertThat(millis(all)).containsExactly(2L, 4L);
  }

  @Test
  void withoutAProcessNothingIsTakenTogetherThatMayBeTwo() {
    String at = "2026-01-01 12:00:00.100 UTC LOG:  ";
    Collected all =
        read(
            at + "duration: 1.000 ms  parse <unnamed>: SELECT a FROM t",
            at + "duration: 2.000 ms  parse <unnamed>: SELECT b FROM u",
            at + "duration: 3.000 ms  execute <unnamed>: SELECT a FROM t",
            at + "duration: 4.000 ms  execute <unnamed>: SELECT b FROM u",
            at + "statement: SELECT 1",
            at + "duration: 8.000 ms");
    assertThat(millis(all)).containsExactlyInAnyOrder(4L, 6L, 0L, 8L);
    assertThat(all.warnings).anyMatch(each -> each.contains("add %p"));
  }

  @Test
  void thePortOfTheClientTellsBackendsApart() {
    String at = "2026-01-01 12:00:00.100 UTC 10.0.0.1(%d) LOG:  ";
    Collected all =
        read(
            at.formatted(1) + "statement: SELECT 1",
            at.formatted(2) + "statement: SELECT 2",
            at.formatted(1) + "duration: 1.000 ms",
            at.formatted(2) + "duration: 2.000 ms");
    assertThat(millis(all)).containsExactly(1L, 2L);
    assertThat(all.warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01 12:00:00.100 UTC a@shop/worker 3 [7] ",
        "2026-01-01 12:00:00.100 UTC [7] a@shop/worker 3 ",
        "2026-01-01 12:00:00.100 UTC 7 a@shop/worker 3 ",
        "2026-01-01 12:00:00.100 UTC a@shop/worker 3 7 ",
        "2026-01-01 12:00:00.100 UTC app=worker 3,db=shop,pid=7 ",
        "2026-01-01 12:00:00.100 UTC app=worker 3 db=shop 7 ",
        "2026-01-01 12:00:00.100 UTC [9-1] pid=\"7\" application_name=\"worker 3\""
            + " database=\"shop\" ",
        "sql_error_code = 42601 time_ms = \"2026-01-01 12:00:00.100 UTC\" pid=\"7\""
            + " database=\"shop\" ",
      })
  void numbersInNamesAreNoProcess(String prefix) {
    Span span = only(read(prefix + STATEMENT));
    assertThat(span.attributes().number(AttributeNames.PROCESS_ID)).hasValue(7);
    assertThat(span.attributes().get(AttributeNames.DB_NAMESPACE)).contains("shop");
  }

  @Test
  void herokusNamesAreRead() {
    Span span =
        only(
            read(
                "2026-01-01T12:00:00.413000+00:00 app[postgres.7]: [DATABASE] [7-1] "
                    + " sql_error_code = 00000 time_ms = \"2026-01-01 12:00:00.100 UTC\" pid=\"7\""
                    + " proc_start_time=\"2026-01-01 09:16:18 UTC\" vtid=\"6/0\" log_line=\"3\""
                    + " database=\"dshop\" connection_source=\"192.0.2.7(46436)\" user=\"ushop\""
                    + " application_name=\"web 1\" "
                    + STATEMENT));
    assertThat(span.time().atUnixNanos()).isEqualTo(NOON - MILLI);
    assertThat(span.attributes().get(AttributeNames.DB_NAMESPACE)).contains("dshop");
    assertThat(span.attributes().get(AttributeNames.DB_APPLICATION)).contains("web 1");
    assertThat(span.attributes().get(AttributeNames.PEER_ADDRESS)).contains("192.0.2.7");
    assertThat(span.attributes().get(AttributeNames.PEER_PORT)).contains("46436");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"client=192.0.2.7", "host=DESKTOP-K1", "user=myuser", "app=A1", "db=SHOP"})
  void aPrefixMayEndWithoutABlank(String end) {
    Span span = only(read(AT + end + STATEMENT));
    assertThat(span.time()).isEqualTo(SpanTime.ending(NOON, MILLI, MILLI));
  }

  @Test
  void aWordThatOnlyEndsAsASeverityMakesNoLogOfPostgres() {
    byte[] text = "2026-01-01 12:00:00 BACKLOG:  5 entries".getBytes(StandardCharsets.UTF_8);
    assertThat(new PostgresStderrReader().recognises(text)).isZero();
  }

  @Test
  void verboseMessagesHaveTheirSqlState() {
    Collected all =
        read(
            AT + "LOG:  00000: duration: 1.000 ms  statement: SELECT 1",
            AT + "LOCATION:  exec_simple_query, postgres.c:1333",
            AT + "ERROR:  42P01: relation \"x\" does not exist at character 15",
            AT + "LOCATION:  parserOpenTable, parse_relation.c:1384",
            AT + "STATEMENT:  SELECT * FROM x");
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans).hasSize(2);
    assertThat(all.spans.getFirst().time().durationNanos()).isEqualTo(MILLI);
    Span failed = all.spans.getLast();
    assertThat(failed.attributes().get(AttributeNames.DB_STATUS)).contains("42P01");
    assertThat(failed.status().message()).startsWith("relation \"x\"");
  }

  @Test
  void messagesInAnotherLanguageAreCountedAndSaid() {
    Collected all =
        read(
            AT + "LOG:  Dauer: 12.345 ms  Anweisung: SELECT 1",
            AT + "LOG:  продолжительность: 0.481 мс",
            AT + "LOG:  durée : 1.500 ms, instruction : SELECT 2",
            AT + "FEHLER:  Relation »x« existiert nicht",
            AT + "ANWEISUNG:  SELECT * FROM x",
            AT + "СООБЩЕНИЕ:  продолжительность: 0.481 мс");
    assertThat(all.spans).isEmpty();
    assertThat(all.skipped).isEmpty();
    assertThat(all.warnings)
        .containsExactly(
            "6 messages are not in English and were not read: set lc_messages = 'C' in"
                + " postgresql.conf, and new ones will be.");
  }
}
