package dev.lightfoot.codec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.model.span.SpanTime.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What belongs together, in logs of every setting.
final class PostgresSessionsTest {
  private static final String AT = "2026-01-01 12:00:00.100 UTC [7] ";
  private static final long MILLI = 1_000_000;

  private static Collected read(String... lines) throws IOException {
    return Collected.of(new PostgresStderrReader(), String.join("\n", lines) + "\n");
  }

  @Test
  void aPreparedStatementThatIsRunTwiceIsTwoStatements() throws IOException {
    Collected all =
        read(
            AT + "LOG:  duration: 1.000 ms  parse S_1: SELECT $1",
            AT + "LOG:  duration: 2.000 ms  bind S_1: SELECT $1",
            AT + "DETAIL:  parameters: $1 = 'secret'",
            AT + "LOG:  duration: 3.000 ms  execute S_1: SELECT $1",
            AT + "DETAIL:  parameters: $1 = 'secret'",
            AT + "LOG:  duration: 4.000 ms  bind S_1: SELECT $1",
            AT + "LOG:  duration: 5.000 ms  execute S_1: SELECT $1",
            AT + "LOG:  duration: 6.000 ms  execute fetch from S_1: SELECT $1");
    assertThat(all.spans.stream().map(span -> span.time().durationNanos() / MILLI))
        .containsExactly(6L, 15L);
    assertThat(all.spans.toString()).doesNotContain("secret");
  }

  @Test
  void partsOfTwoSessionsAreKeptApart() throws IOException {
    Collected all =
        read(
            AT + "LOG:  duration: 1.000 ms  parse <unnamed>: SELECT $1",
            AT.replace("[7]", "[8]") + "LOG:  duration: 2.000 ms  parse <unnamed>: SELECT $1",
            AT + "LOG:  duration: 1.000 ms  execute <unnamed>: SELECT $1",
            AT.replace("[7]", "[8]") + "LOG:  duration: 2.000 ms  execute <unnamed>: SELECT $1");
    assertThat(all.spans.stream().map(span -> span.time().durationNanos() / MILLI))
        .containsExactly(2L, 4L);
  }

  @Test
  void equalStatementsOfOneMillisecondHaveDifferentIds() throws IOException {
    String line = AT + "LOG:  duration: 1.000 ms  statement: SELECT 1";
    Collected all = read(line, line);
    assertThat(all.spans.get(0).spanId()).isNotEqualTo(all.spans.get(1).spanId());
    assertThat(read(line, line).spans).isEqualTo(all.spans);
  }

  @Test
  void textAndDurationInTwoLinesAreOneStatement() throws IOException {
    Collected all =
        read(
            AT + "LOG:  statement: SELECT 1",
            AT.replace("[7]", "[8]") + "LOG:  statement: SELECT 2",
            AT + "LOG:  duration: 1.500 ms",
            AT.replace("[7]", "[8]") + "LOG:  duration: 2.500 ms");
    assertThat(all.spans.stream().map(PostgresSessionsTest::query))
        .containsExactly("SELECT 1", "SELECT 2");
    assertThat(all.spans.stream().map(span -> span.time().durationNanos()))
        .containsExactly(1_500_000L, 2_500_000L);
  }

  @Test
  void durationsOfPartsBelongToTheExecuteThatFollows() throws IOException {
    Collected all =
        read(
            AT + "LOG:  duration: 1.000 ms",
            AT + "LOG:  duration: 2.000 ms",
            AT + "LOG:  execute <unnamed>: SELECT $1",
            AT + "LOG:  duration: 4.000 ms");
    assertThat(all.spans.stream().map(span -> span.time().durationNanos() / MILLI))
        .containsExactly(7L);
  }

  @Test
  void durationsWithoutAnyTextAreToldAllTheSame() throws IOException {
    Collected all =
        read(
            AT + "LOG:  duration: 1.000 ms",
            AT + "LOG:  duration: 2.000 ms",
            AT + "LOG:  duration: 4.000 ms");
    assertThat(all.spans.stream().map(Span::name))
        .containsExactly("statement", "statement", "statement");
  }

  @Test
  void aFailedStatementIsAnErrorSinceItsBeginning() throws IOException {
    Collected all =
        read(
            "2026-01-01 12:00:00.100 UTC [7] LOG:  statement: SELECT 1/0",
            "2026-01-01 12:00:00.150 UTC [7] ERROR:  division by zero",
            "2026-01-01 12:00:00.150 UTC [7] HINT:  do not",
            "2026-01-01 12:00:00.150 UTC [7] STATEMENT:  SELECT 1/0");
    Span only = all.spans.getFirst();
    assertThat(all.spans).hasSize(1);
    assertThat(only.status().isError()).isTrue();
    assertThat(only.status().message()).isEqualTo("division by zero");
    assertThat(only.time().durationNanos()).isEqualTo(50 * MILLI);
  }

  @Test
  void aFailureOfCsvHasItsSqlState() throws IOException {
    String csv =
        "2026-01-01 12:00:00.150 UTC,\"a\",\"shop\",7,\"[local]\",1.7,1,\"SELECT\",2026-01-01"
            + " 12:00:00 UTC,3/1,0,ERROR,22012,\"division by zero\",,,,,,\"SELECT"
            + " 1/0\",,,\"psql\",\"client backend\",,0\n";
    Span only = Collected.of(new PostgresCsvReader(), csv).spans.getFirst();
    assertThat(only.time().known()).isEqualTo(Known.INSTANT);
    assertThat(only.attributes().get(AttributeNames.DB_STATUS)).contains("22012");
    assertThat(only.attributes().get(AttributeNames.PEER_ADDRESS)).contains("[local]");
    String log = "2026-01-01 12:00:00.150 UTC [7] ERROR:  division by zero";
    assertThat(
            read(log, log.replace("ERROR:  division by zero", "STATEMENT:  SELECT 1/0"))
                .spans
                .getFirst()
                .spanId())
        .isEqualTo(only.spanId());
  }

  @Test
  void aPlanBelongsToItsStatementAndThatOfAFunctionIsNotCounted() throws IOException {
    Collected all =
        read(
            AT + "LOG:  duration: 3.000 ms  plan:",
            "\tQuery Text: SELECT secret FROM inner_one",
            "\tSeq Scan on inner_one  (cost=0.00..1.00 rows=3 width=4)",
            AT + "LOG:  duration: 9.000 ms  plan:",
            "\tQuery Text: SELECT f()",
            "\t  FROM t",
            "\tLimit  (cost=0.00..0.04 rows=20 width=4) (actual time=0.1..0.2 rows=2 loops=1)",
            "\t  ->  Seq Scan on t  (cost=0.00..1.81 rows=1000 width=4)",
            "\t        Filter: (id = 'hidden'::text)",
            AT + "LOG:  duration: 10.000 ms  statement: SELECT f()",
            "\t  FROM t");
    Span only = all.spans.getFirst();
    assertThat(all.spans).hasSize(1);
    assertThat(only.time().durationNanos()).isEqualTo(10 * MILLI);
    assertThat(only.attributes().get(AttributeNames.PLAN))
        .contains("Limit (rows=20) > Seq Scan on t (rows=1000)");
    assertThat(only.attributes().number(AttributeNames.ROWS_PLANNED)).hasValue(20);
    assertThat(all.warnings.getFirst()).startsWith("1 plans of statements within functions");
  }

  @Test
  void aPlanInJsonIsReadTheSame() throws IOException {
    Collected all =
        read(
            AT + "LOG:  duration: 9.000 ms  plan:",
            "\t{",
            "\t  \"Query Text\": \"SELECT 1\",",
            "\t  \"Plan\": {\"Node Type\": \"Limit\", \"Plan Rows\": 5, \"Plans\": [",
            "\t    {\"Node Type\": \"Seq Scan\", \"Relation Name\": \"t\", \"Plan Rows\": 9,"
                + " \"Filter\": \"(a = 'hidden')\"}]}",
            "\t}",
            AT + "LOG:  duration: 10.000 ms  execute <unnamed>: SELECT 1");
    assertThat(all.spans.getFirst().attributes().get(AttributeNames.PLAN))
        .contains("Limit (rows=5) > Seq Scan on t (rows=9)");
  }

  @Test
  void plansWithoutLinesOfTheirStatementsAreTheStatements() throws IOException {
    Collected all =
        read(
            "2026-01-01 12:00:00.100 UTC [7] LOG:  duration: 3.000 ms  plan:",
            "\tQuery Text: SELECT 1",
            "\tResult  (cost=0.00..0.01 rows=1 width=4)",
            "2026-01-01 12:00:01.100 UTC [7] LOG:  duration: 4.000 ms  plan:",
            "\tQuery Text: SELECT 2",
            "\tResult  (cost=0.00..0.01 rows=1 width=4)");
    assertThat(all.spans.stream().map(PostgresSessionsTest::query))
        .containsExactly("SELECT 1", "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01 12:00:00.100 UTC [7] ",
        "2026-01-01 13:00:00.100 CET [7]: [3-1] user=a,db=shop,app=x,client=10.0.0.1 ",
        "2026-01-01 15:30:00.100 +03:30 [7] a@shop ",
        "2026-01-01 11:00:00.100 -01:10.0.0.1(5000):a@shop:[7]:",
        "1767268800.100 [7-2] ",
        "[7] 2026-01-01 12:00:00.100 GMT 10.0.0.1(5000) ",
        "2026-01-01 12:00:00.100 UTC 69566a40.7 ",
        "2026-01-01 12:00:00.100 UTC pid=7 app= ",
        "a@shop 2026-01-01 12:00:00.100 UTC 7 ",
        "10.0.0.1(5000) 2026-01-01 12:00:00.100 UTC (7) ",
      })
  void aPrefixOfAnyFormTellsTimeAndProcess(String prefix) throws IOException {
    Collected all = read(prefix + "LOG:  duration: 1.000 ms  statement: SELECT 1");
    assertThat(all.skipped).isEmpty();
    Span only = all.spans.getFirst();
    assertThat(only.time()).isEqualTo(SpanTime.ending(1_767_268_800_100_000_000L, MILLI, MILLI));
    assertThat(only.attributes().number(AttributeNames.PROCESS_ID)).hasValue(7);
  }

  @Test
  void aPrefixOfWholeSecondsIsNoFiner() throws IOException {
    Collected all =
        read("2026-01-01 12:00:00 UTC [7] LOG:  duration: 1.000 ms  statement: SELECT 1");
    assertThat(all.spans.getFirst().time().resolutionNanos()).isEqualTo(1000 * MILLI);
  }

  @ParameterizedTest
  @CsvSource({"CST, America/Chicago", "IST, Asia/Kolkata", "XYZ, Europe/Zurich"})
  void anAmbiguousZoneNeedsToBeSaid(String zone, String said) throws IOException {
    String line =
        "2026-01-01 12:00:00.100 " + zone + " [7] LOG:  duration: 1.000 ms  statement: SELECT 1\n";
    assertThat(Collected.of(new PostgresStderrReader(), line).skipped)
        .containsExactly(
            "line 1: the time zone "
                + zone
                + " is unknown; give the server's (--zone Europe/Berlin)");
    ReadSettings settings = Collected.in(said);
    assertThat(
            Collected.of(
                    new PostgresStderrReader(), line.getBytes(StandardCharsets.UTF_8), settings)
                .spans)
        .hasSize(1);
  }

  private static Optional<String> queryOf(Span span) {
    return span.attributes().get(AttributeNames.DB_QUERY);
  }

  private static String query(Span span) {
    return queryOf(span).orElse("");
  }

  @Test
  void theBeginningOfAnotherLogIsNotTakenForThis() {
    for (String text :
        List.of(
            "2026-01-01 12:00:00 INFO:  hello",
            "127.0.0.1 - - [23/Nov/2026:15:28:04 +0000] \"GET / HTTP/1.1\" 200 5",
            "{\"timestamp\":\"2026-01-01\",\"level\":\"LOG\"}")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(new PostgresStderrReader().recognises(bytes)).isLessThan(80);
      assertThat(new PostgresCsvReader().recognises(bytes)).isZero();
      assertThat(new PostgresJsonReader().recognises(bytes)).isZero();
    }
  }
}
