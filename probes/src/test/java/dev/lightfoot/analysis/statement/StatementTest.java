package dev.lightfoot.analysis.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
  private static Statement of(String text) {
    return Statement.of(text, "postgresql");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "SELECT * FROM a WHERE id = 17 => SELECT * FROM a WHERE id = ?",
        "SELECT * FROM a WHERE id = $1 => SELECT * FROM a WHERE id = ?",
        "SELECT * FROM a WHERE id = %s => SELECT * FROM a WHERE id = ?",
        "SELECT * FROM a WHERE id = %(id)s => SELECT * FROM a WHERE id = ?",
        "SELECT * FROM a WHERE id = :id => SELECT * FROM a WHERE id = ?",
        "SELECT * FROM a WHERE id = @p0 => SELECT * FROM a WHERE id = ?",
        "SELECT * FROM a WHERE id = ?1 => SELECT * FROM a WHERE id = ?",
        "SELECT  *   FROM a WHERE /* x */ id = -1.5e-3; => SELECT * FROM a WHERE id = ?",
        "SELECT 1 /*traceparent='00-1-2-01'*/ => SELECT ?",
        "SELECT a FROM b WHERE c = 'it''s' AND d = E'\\'' AND e = 0xFF => SELECT a FROM b WHERE c ="
            + " ? AND d = ? AND e = ?",
        "SELECT a FROM b WHERE c IN (1, 2,3) => SELECT a FROM b WHERE c IN (?)",
        "SELECT a FROM b WHERE c IN ($1,$2) AND d IN (?) => SELECT a FROM b WHERE c IN (?) AND d IN"
            + " (?)",
        "SELECT a FROM b WHERE (c, d) IN ((1, 2), (3, 4)) => SELECT a FROM b WHERE (c, d) IN (?)",
        "SELECT a FROM b WHERE c IN ('x'::text, NULL) => SELECT a FROM b WHERE c IN (?)",
        "SELECT a FROM b WHERE c IN (d, e) => SELECT a FROM b WHERE c IN (d, e)",
        "SELECT a FROM b WHERE c IN (SELECT 1) => SELECT a FROM b WHERE c IN (SELECT ?)",
        "SELECT a FROM b WHERE c = ANY(ARRAY[1, 2]) => SELECT a FROM b WHERE c = ANY(ARRAY[?])",
        "SELECT f(1, 2) FROM b => SELECT f(?, ?) FROM b",
        "INSERT INTO a (x, y) VALUES (1, 'b') => INSERT INTO a (x, y) VALUES (?)",
        "INSERT INTO a (x, y) VALUES (1, now()), (2, DEFAULT), (3, lower('c')) RETURNING id =>"
            + " INSERT INTO a (x, y) VALUES (?) RETURNING id",
        "INSERT INTO a VALUES (?) ON DUPLICATE KEY UPDATE x = VALUES(x) => INSERT INTO a VALUES (?)"
            + " ON DUPLICATE KEY UPDATE x = VALUES(x)",
        "SELECT a::int, b[1:2] FROM t WHERE c::text = '1'::text => SELECT a::int, b[?:?] FROM t"
            + " WHERE c::text = ?::text",
        "SELECT a FROM t WHERE b ? 'k' AND c ?| array['x'] => SELECT a FROM t WHERE b ? ? AND c ?|"
            + " array[?]",
        "SELECT @@version, \"t1\".\"c2\" FROM \"t1\" => SELECT @@version, \"t1\".\"c2\" FROM"
            + " \"t1\"",
        "SELECT a1, t2.b3 FROM t2 LIMIT 10 OFFSET 20 => SELECT a1, t2.b3 FROM t2 LIMIT ? OFFSET ?",
        "SELECT a - 1, a -1 FROM t WHERE b = -1 => SELECT a - ?, a -? FROM t WHERE b = ?",
        "SELECT $fn$a 'b' c$fn$ => SELECT ?",
        "SAVEPOINT \"s140_x1\" => SAVEPOINT ?",
        "RELEASE SAVEPOINT \"s140_x1\" => RELEASE SAVEPOINT ?",
        "ROLLBACK TO SAVEPOINT s1 => ROLLBACK TO SAVEPOINT ?",
        "FETCH FORWARD 100 FROM \"_django_curs_1\" => FETCH FORWARD ? FROM ?",
        "DECLARE \"c1\" NO SCROLL CURSOR WITH HOLD FOR SELECT x FROM y => SELECT x FROM y",
      })
  void theTemplateIsTheStatementWithoutItsValues(String text, String template) {
    assertThat(of(text).template()).isEqualTo(template);
  }

  @Test
  void commentsAndWhiteSpaceAreNotPartOfIt() {
    assertThat(of("SELECT  *\n\tFROM a -- all\n WHERE b\r\n;").template())
        .isEqualTo("SELECT * FROM a WHERE b");
  }

  @Test
  void stringsOfMysqlStandInDoubleQuotationMarks() {
    String text = "SELECT `a1` FROM b # all\nWHERE c = \"x\\\"y\" AND d = 'it\\'s'";

    assertThat(Statement.of(text, "mysql").template())
        .isEqualTo("SELECT `a1` FROM b WHERE c = ? AND d = ?");
    assertThat(Statement.of(text, "")).isEqualTo(Statement.of(text, "mysql"));
  }

  @Test
  void namesOfSqlServerStandInBrackets() {
    assertThat(Statement.of("SELECT [t1].[a] FROM [t1] WHERE [b] = N'x'", "").template())
        .isEqualTo("SELECT [t1].[a] FROM [t1] WHERE [b] = ?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "SELECT a FROM b WHERE c = 1 => KNOWN",
        "SELECT a FROM b WHERE c = '?' => KNOWN",
        "SELECT a FROM b WHERE c = $1 => HIDDEN",
        "SELECT a FROM b WHERE c = ? LIMIT 21 => HIDDEN",
        "SELECT a FROM b WHERE c ? 'x' => KNOWN",
        "SELECT a::int FROM b => NONE",
        "SELECT @@version => NONE",
      })
  void placeholdersHideValues(String text, ValuesSeen values) {
    assertThat(of(text).values()).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "SELECT a FROM b => READ",
        "(SELECT a FROM b) UNION SELECT 1 => READ",
        "WITH x AS (SELECT 1) SELECT * FROM x => READ",
        "WITH x AS (DELETE FROM b RETURNING a) SELECT * FROM x => WRITE",
        "WITH x AS (SELECT 1) INSERT INTO b SELECT * FROM x => WRITE",
        "INSERT INTO b VALUES (1) => WRITE",
        "REPLACE INTO b VALUES (1) => WRITE",
        "update b set a = 1 => WRITE",
        "BEGIN => BEGIN",
        "START TRANSACTION READ ONLY => BEGIN",
        "COMMIT => END",
        "ROLLBACK => END",
        "ROLLBACK TO SAVEPOINT x => SAVEPOINT",
        "RELEASE SAVEPOINT x => SAVEPOINT",
        "SET TIME ZONE 'UTC' => SESSION",
        "SHOW server_version => SESSION",
        "SELECT 1 => PING",
        "SELECT 1 FROM DUAL => PING",
        "SELECT $1 => PING",
        "PING => PING",
        "SELECT version() => READ",
        "FETCH FORWARD 10 FROM c => FETCH",
        "EXPLAIN SELECT a FROM b => SESSION",
        "CREATE TABLE b (a int) => DEFINE",
        "CALL p(1) => OTHER",
        "MATCH (n:A {id: $id}) RETURN n => READ",
      })
  void theVerbIsTheFirstWordThatSaysWhatIsDone(String text, Verb verb) {
    assertThat(of(text).verb()).isEqualTo(verb);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "SELECT a FROM \"public\".\"b1\" x JOIN c ON c.id = x.c LEFT JOIN [d] ON 1=1 =>"
            + " public.b1,c,d",
        "SELECT a FROM b, c WHERE d IN (SELECT e FROM f) => b,c,f",
        "INSERT INTO b (x) VALUES (1) => b",
        "UPDATE ONLY b SET x = 1 WHERE y = EXTRACT(DAY FROM z) => b",
        "DELETE FROM b WHERE x IS DISTINCT FROM y => b",
        "SELECT a FROM b WHERE c = 1 FOR UPDATE => b",
        "WITH x AS (SELECT a FROM b), y AS (SELECT 1) SELECT a FROM x, y, z => b,z",
        "INSERT INTO b VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2 => b",
        "SELECT a FROM generate_series(1, 2) => ",
        "SELECT substring(a FROM 2) => ",
      })
  void tablesAreNamedAfterFromIntoUpdateAndJoin(String text, String tables) {
    assertThat(String.join(",", of(text).tables())).isEqualTo(tables == null ? "" : tables);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM a WHERE b = 1",
        "SELECT count(DISTINCT c) AS n FROM a",
        "select max(x), min(x) from a",
        "SELECT COUNT(*) FROM (SELECT x FROM a GROUP BY x) s",
      })
  void oneNumberForAllRowsIsAnAggregate(String text) {
    assertThat(of(text).selection().isAggregate()).isTrue();
    assertThat(of(text).selection().isExistence()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT x, COUNT(*) FROM a GROUP BY x",
        "SELECT COUNT(*) FROM a GROUP BY x",
        "SELECT x FROM a",
        "SELECT count FROM a",
        "SELECT 1 AS one, x FROM a LIMIT 1",
      })
  void severalRowsOrColumnsAreNone(String text) {
    Statement.Selection selection = of(text).selection();

    assertThat(selection.isExistence()).isFalse();
    assertThat(selection.isAggregate() && text.indexOf("count FROM") < 0).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 AS one FROM a WHERE b = 2 LIMIT 1",
        "SELECT (1) AS \"a\" FROM \"b\" WHERE c = $1 LIMIT 1",
        "SELECT ? AS \"a\" FROM \"b\" WHERE c = ? LIMIT ?",
        "SELECT TOP 1 1 FROM a",
        "SELECT EXISTS(SELECT 1 FROM a)",
      })
  void aConstantWithALimitAsksWhetherThereIsAny(String text) {
    assertThat(of(text).selection().isExistence()).isTrue();
    assertThat(of(text).verb()).isEqualTo(Verb.READ);
  }

  @Test
  void aPageBeginsAtALaterRow() {
    Statement.Selection page =
        of("SELECT a FROM b WHERE c = 3 ORDER BY a LIMIT 10 OFFSET 20").selection();
    Statement.Selection mysql = of("SELECT a FROM b WHERE c = 3 LIMIT 20, 10").selection();
    Statement.Selection first = of("SELECT a FROM b WHERE c = 3 LIMIT 10").selection();
    Statement.Selection server =
        of("SELECT a FROM b WHERE c = 3 ORDER BY a OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY")
            .selection();

    assertThat(List.of(page.isPaged(), mysql.isPaged(), first.isPaged(), server.isPaged()))
        .containsExactly(true, true, false, true);
    assertThat(List.of(page.limit(), mysql.limit(), first.limit(), server.limit()))
        .containsOnly(OptionalLong.of(10));
    assertThat(page.source()).isEqualTo("FROM b WHERE c = ?");
    assertThat(page.exactSource()).isEqualTo("FROM b WHERE c = 3");
    assertThat(first.source()).isEqualTo(page.source());
  }

  @Test
  void whatCountsAndWhatFetchesHaveTheSameSource() {
    assertThat(of("SELECT COUNT(*) AS \"__count\" FROM b WHERE c = 3").selection().exactSource())
        .isEqualTo(of("SELECT a, b FROM b WHERE c = 3 ORDER BY a").selection().exactSource());
  }

  @Test
  void someFunctionsAnswerDifferentlyEachTime() {
    assertThat(of("SELECT nextval('s')").isVolatile()).isTrue();
    assertThat(of("SELECT a FROM b ORDER BY random()").isVolatile()).isTrue();
    assertThat(of("SELECT a FROM b WHERE c = 'now()'").isVolatile()).isFalse();
  }

  @Test
  void rowsAndStatementsOfOneTextTravelTogether() {
    assertThat(of("INSERT INTO a VALUES (1, 2), (3, 4), (5, 6)").rows()).isEqualTo(3);
    assertThat(of("INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);").rows()).isEqualTo(2);
    assertThat(of("SELECT a FROM b;").rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM b WHERE",
        "SELECT a,",
        "SELECT a FROM b WHERE c = 'x",
        "SELECT a FROM b WHERE c IN (1, 2",
        "SELECT a FROM b WHERE c =",
        "SELECT a FROM \"b",
      })
  void aStatementThatEndsInTheMiddleIsNotWhole(String text) {
    assertThat(of(text).isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT *",
        "COMMIT",
        "SELECT a FROM b",
        "SHOW x",
        "SELECT a[1]",
        "DELETE FROM b;"
      })
  void othersAre(String text) {
    assertThat(of(text).isWhole()).isTrue();
  }

  @Test
  void veryLongOnesAreToldApartByWhatFollows() {
    String one = "SELECT a FROM b WHERE c IN (" + "1, ".repeat(5_000) + "1)";
    String other = "SELECT a FROM b WHERE c IN (" + "1, ".repeat(5_000) + "2)";

    assertThat(of(one).template()).isEqualTo(of(other).template());
    assertThat(of(one).exact()).isNotEqualTo(of(other).exact()).hasSizeLessThan(4_100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ";",
        "'",
        "\"",
        "`",
        "[",
        "(((",
        ")))",
        "/*",
        "--",
        "$",
        "$$",
        "%(",
        ":",
        "@",
        "?",
        "-",
        ".",
        "\\",
        "E'",
        "VALUES (",
        "1e",
        "0x",
        "\u0000",
        "\ud83d\ude00",
        "FROM",
        "SELECT"
      })
  void whateverItIsItIsRead(String text) {
    assertThat(Statement.of(text, "mysql").template()).isNotNull();
    assertThat(of(text).template()).isNotNull();
  }

  @Test
  void manyStatementsAreReadInAShortTime() {
    String text =
        "SELECT \"shop_product\".\"id\", \"shop_product\".\"name\","
            + " \"shop_product\".\"supplier_id\" FROM \"shop_product\" WHERE"
            + " \"shop_product\".\"id\" = ";
    long start = cpuNanos();
    int length = 0;
    for (int i = 0; i < 200_000; i++) {
      length += of(text + i + " LIMIT 21").template().length();
    }
    long nanos = cpuNanos() - start;

    assertThat(length).isPositive();
    assertThat(nanos).as("%s ms", nanos / 1_000_000).isLessThan(1_500_000_000L);
  }

  /// Of this thread alone: others may be busy.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
