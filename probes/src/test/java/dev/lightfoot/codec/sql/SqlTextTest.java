package dev.lightfoot.codec.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT \"a\".\"id\" FROM \"shop_supplier\" WHERE x = 'FROM y'|SELECT shop_supplier",
        "insert into public.\"order\" (a) values (1)|INSERT public.order",
        "UPDATE `users` SET a = 1|UPDATE users",
        "DELETE FROM ONLY t|DELETE t",
        "BEGIN|BEGIN",
        "SET TIME ZONE 'UTC'|SET",
        "SELECT pg_sleep(0.3)|SELECT",
        "SELECT (1) AS \"a\" FROM \"django_session\" LIMIT 1|SELECT django_session",
        "WITH x AS (SELECT 1 FROM inner_one) INSERT INTO t SELECT * FROM x|INSERT t",
        "SELECT * FROM (SELECT * FROM deep) d|SELECT deep",
        "CREATE TABLE IF NOT EXISTS t (a int)|CREATE t",
        "-- FROM nothing|statement",
        "'|statement",
        "SELECT $$FROM x$$, $1 FROM [dbo].[t]|SELECT dbo.t",
        "SELECT 1e5, \"unclosed|SELECT",
      })
  void aStatementIsNamedByVerbAndTable(String sql, String name) {
    assertThat(SqlText.of(sql).summary()).isEqualTo(name);
  }

  @Test
  void theCommentOfAnApplicationIsTakenOffAndRead() {
    assertThat(
            SqlComment.split(
                "SELECT 1;"
                    + " /*action='%2Fparam%2A',controller='it\\'s',route='%5Epolls/',traceparent='00-a-b-01'*/;"))
        .isEqualTo(
            new SqlComment(
                "SELECT 1",
                Map.of(
                    "action", "/param*",
                    "controller", "it's",
                    "route", "^polls/",
                    "traceparent", "00-a-b-01")));
  }

  @Test
  void theCommentOfRailsIsReadBeforeAndAfter() {
    SqlComment wanted = new SqlComment("SELECT 1", Map.of("application", "Shop", "action", "show"));
    assertThat(SqlComment.split("SELECT 1 /*application:Shop,action:show*/")).isEqualTo(wanted);
    assertThat(SqlComment.split("/*application:Shop,action:show*/ SELECT 1")).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT 1 /* a hint */",
        "SELECT /*+ INDEX(a) */ 1",
        "SELECT 1 /*a='b*/",
        "SELECT 1 /*a='b'c='d'*/",
        "SELECT 1 /**/",
        "/* only a comment */"
      })
  void anotherCommentStays(String sql) {
    assertThat(SqlComment.split(sql)).isEqualTo(new SqlComment(sql, Map.of()));
  }
}
