package dev.lightfoot.codec.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the servers of twenty years write before a statement.
final class MysqlServersTest {
  private static final LogReader READER = new MysqlSlowReader();
  private static final long SECOND = 1_000_000_000;
  private static final String ENTRY =
      """
      # User@Host: shop[shop] @ web1 [192.0.2.10]  Id:    12
      # Query_time: 20.000000  Lock_time: 0.000100 Rows_sent: 0  Rows_examined: 0
      SET timestamp=1795168830;
      SELECT 1;
      """;

  private static Collected read(String text) {
    return Collected.of(READER, text);
  }

  private static String query(Span span) {
    return span.attributes().get(AttributeNames.DB_QUERY).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "8.0.14, true",
    "8.0.36-28, true",
    "8.1.0, true",
    "9.4.0, true",
    "8.0.13, false",
    "5.7.44-log, false",
    "5.5.30, false",
    "10.6.16-MariaDB-log, false",
    "12.0.2-MariaDB, false",
  })
  void theServersVersionSaysWhatItsTimestampMeans(String version, boolean start) {
    String head = "/usr/sbin/mysqld, Version: " + version + " (Source). started with:\n";
    Collected all = read(head + ENTRY);
    assertThat(all.spans.getFirst().time())
        .isEqualTo(
            start
                ? SpanTime.of(1_795_168_830 * SECOND, 20 * SECOND, SECOND)
                : SpanTime.ending(1_795_168_830 * SECOND, 20 * SECOND, SECOND));
    assertThat(all.warnings).isEmpty();
  }

  @Test
  void aServerThatIsStartedAnewAfterAnUpgradeCountsFromThen() {
    Collected all =
        read(
            "mysqld, Version: 5.7.44 (x). started with:\n"
                + ENTRY
                + "mysqld, Version: 8.0.36 (x). started with:\n"
                + ENTRY);
    assertThat(all.spans)
        .extracting(Span::time)
        .containsExactly(
            SpanTime.ending(1_795_168_830 * SECOND, 20 * SECOND, SECOND),
            SpanTime.of(1_795_168_830 * SECOND, 20 * SECOND, SECOND));
  }

  @Test
  void withoutAVersionTheAssumptionIsSaid() {
    Collected all = read(ENTRY);
    assertThat(all.spans.getFirst().time())
        .isEqualTo(SpanTime.ending(1_795_168_830 * SECOND, 20 * SECOND, SECOND));
    assertThat(all.warnings)
        .singleElement()
        .asString()
        .startsWith("1 statements have no time but SET timestamp, which was taken for their end");
  }

  @Test
  void mariaDbIsKnownByItsEntriesToo() {
    Collected all =
        read(
            ENTRY.replace(
                "# Query_time", "# Thread_id: 44  Schema: shop  QC_hit: No\n# Query_time"));
    assertThat(all.warnings).isEmpty();
    assertThat(all.spans.getFirst().attributes().get(AttributeNames.DB_NAMESPACE)).contains("shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET insert_id=4711,timestamp=1795168830;",
        "SET last_insert_id=4711,insert_id=9,timestamp=1795168830;",
        "SET last_insert_id=4711,timestamp=1795168830;",
        "SET timestamp=1795168830;",
      })
  void whatIsSetBeforeAStatementIsNoStatement(String set) {
    Collected all = read(ENTRY.replace("SET timestamp=1795168830;", set));
    assertThat(all.spans).extracting(MysqlServersTest::query).containsExactly("SELECT 1");
    assertThat(all.spans.getFirst().time().atUnixNanos()).isEqualTo(1_795_168_810 * SECOND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET timestamp=5;|SET timestamp=5",
        "SET autocommit=0,timestamp=5;|SET autocommit=0,timestamp=5",
        "use shop;|use shop",
      })
  void theSameAsAStatementIsOne(String statement, String shown) {
    Collected all = read(ENTRY.replace("SELECT 1;", statement));
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans).extracting(MysqlServersTest::query).containsExactly(shown);
    assertThat(all.spans.getFirst().time().atUnixNanos()).isEqualTo(1_795_168_810 * SECOND);
  }

  @Test
  void shortHeadsWithoutAUserAreRead() {
    String text =
        """
        # Query_time: 3  Lock_time: 0  Rows_sent: 117  Rows_examined: 234
        use wsdb;
        SELECT a FROM t;
        # Query_time: 1  Lock_time: 0  Rows_sent: 1  Rows_examined: 2
        SELECT b FROM u;
        """;
    assertThat(READER.recognises(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(95);
    Collected all = read(text);
    assertThat(all.spans).extracting(Span::name).containsExactly("SELECT t", "SELECT u");
    assertThat(all.spans)
        .extracting(span -> span.time().durationNanos())
        .containsExactly(3 * SECOND, SECOND);
  }

  @Test
  void aCommentInAStatementIsNoHead() {
    Collected all =
        read(ENTRY.replace("SELECT 1", "SELECT\n# Query_time: 1.0  Lock_time: 0.1\n1 FROM t"));
    assertThat(all.spans).extracting(Span::name).containsExactly("SELECT t");
  }

  @Test
  void headsOfWindowsAndMariaDbAreNotPartOfAStatement() {
    String head =
        "C:\\mysql\\bin\\mysqld.exe, Version: 5.7.44-log (x). started with:\r\n"
            + "TCP Port: 3306, Named Pipe: MySQL\r\n"
            + "Time\t\t    Id Command\tArgument\r\n";
    Collected all =
        read(head + (ENTRY + ENTRY).replace("\n", "\r\n") + head + ENTRY.replace("\n", "\r\n"));
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans).extracting(MysqlServersTest::query).containsOnly("SELECT 1").hasSize(3);
  }

  @Test
  void anAdministratorsCommandHasItsTime() {
    Collected all = read(ENTRY.replace("SELECT 1;", "# administrator command: Ping;"));
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans.getFirst().time().durationNanos()).isEqualTo(20 * SECOND);
    assertThat(query(all.spans.getFirst())).isEqualTo("administrator command: Ping");
  }
}
