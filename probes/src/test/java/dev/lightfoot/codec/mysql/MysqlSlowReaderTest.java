package dev.lightfoot.codec.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.model.span.SpanTime.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MysqlSlowReaderTest {
  private static final LogReader READER = new MysqlSlowReader();
  private static final String FILE = "server/mysql_slow_lnav.log";
  private static final long SECOND = 1_000_000_000;
  private static final String OLD =
      """
      /usr/sbin/mysqld, Version: 5.5.30 (Source distribution). started with:
      Tcp port: 3306  Unix socket: /tmp/mysql.sock
      Time                 Id Command    Argument
      # Time: 170213  6:00:33
      # User@Host: shop[shop] @ web1 [10.0.0.5]
      # Thread_id: 7  Schema: shop  QC_hit: No
      # Query_time: 2.000000  Lock_time: 0.500000  Rows_sent: 1  Rows_examined: 2
      use `shop`;
      SET timestamp=1486965631;
      SELECT *
      # a comment
      FROM t WHERE a = 1;
      # User@Host: shop[shop] @ web1 []
      # Query_time: 1.000000  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0  Last_errno: 1317
      SET timestamp=1486965632;
      UPDATE t SET a = 1;
      # User@Host: shop[shop] @ web1 []
      # Query_time: 0.000001  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0
      # administrator command: Quit;
      """;

  @Test
  void everyStatementOfTheFileIsRead() throws IOException {
    Collected all = Collected.ofShared(READER, FILE, ReadSettings.NONE);
    assertThat(all.spans).hasSize(6);
    assertThat(all.skipped).isEmpty();
    assertThat(READER.recognises(Files.readAllBytes(Collected.shared(FILE)))).isEqualTo(95);
    Span first = all.spans.getFirst();
    assertThat(first)
        .isEqualTo(
            Span.of(
                    first.spanId(),
                    "SELECT oc_appconfig",
                    Layer.DATABASE,
                    SpanKind.SERVER,
                    SpanTime.ending(1_611_704_757_678_222_000L, 11_853_000, 1_000))
                .with(
                    Attributes.of(
                        AttributeNames.FORMAT,
                        "mysql-slow",
                        AttributeNames.DB_SYSTEM,
                        "mysql",
                        AttributeNames.DB_QUERY,
                        "SELECT * FROM `oc_appconfig`",
                        AttributeNames.DB_OPERATION,
                        "SELECT",
                        AttributeNames.DB_COLLECTION,
                        "oc_appconfig",
                        AttributeNames.DB_NAMESPACE,
                        "owncloud",
                        AttributeNames.PEER_ADDRESS,
                        "localhost",
                        "lightfoot.db.connection.id",
                        "2",
                        AttributeNames.DB_ROWS,
                        "268",
                        "lightfoot.db.rows.examined",
                        "268",
                        "lightfoot.db.rows.affected",
                        "0",
                        AttributeNames.CLOCK,
                        "mysql",
                        "lightfoot.db.lock.nanos",
                        "11542000")));
  }

  @Test
  void olderServersTellTheSecondInWhichAStatementEnded() throws IOException {
    Collected all = Collected.of(READER, OLD);
    assertThat(all.skipped).isEmpty();
    assertThat(all.spans.stream().map(Span::name))
        .containsExactly("SELECT t", "UPDATE t", "ADMINISTRATOR");
    assertThat(all.spans.getFirst().time())
        .isEqualTo(SpanTime.ending(1_486_965_631 * SECOND, 2 * SECOND, SECOND));
    assertThat(all.spans.get(1).attributes().get(AttributeNames.DB_NAMESPACE)).contains("shop");
    assertThat(all.spans.get(1).status().message()).isEqualTo("error 1317");
    assertThat(all.spans.get(2).time().known()).isEqualTo(Known.DURATION);
    assertThat(all.warnings).hasSize(1);
  }

  @Test
  void theSaidZonePlacesWhatHasNoTimestamp() throws IOException {
    Collected all =
        Collected.of(READER, OLD.getBytes(StandardCharsets.UTF_8), Collected.in("Europe/Zurich"));
    assertThat(all.spans.get(2).time())
        .isEqualTo(SpanTime.ending(1_486_962_033 * SECOND, 1_000, SECOND));
  }

  @Test
  void damagedFilesCostTheirDamagedEntries() throws IOException {
    String text = Files.readString(Collected.shared(FILE));
    assertThat(Collected.of(READER, text.replace("\n", "\r\n")).spans)
        .isEqualTo(Collected.of(READER, text).spans);
    Collected huge =
        Collected.of(
            READER, text.replaceFirst("SELECT \\*", "SELECT '" + "x".repeat(1 << 20) + "'"));
    assertThat(huge.spans).hasSize(5);
    assertThat(huge.skipped)
        .containsExactly(
            "line 8: The line is longer than 64 KiB.", "line 2: a line of it is missing");
    assertThat(
            Collected.of(READER, text.replaceFirst("SELECT \\*", "SELECT\n".repeat(100_000)))
                .skipped)
        .containsExactly("line 2: the statement is longer than 256 KiB");
    assertThat(Collected.of(READER, text.replaceFirst("Query_time: 0", "Query_time: x")).skipped)
        .containsExactly("line 2: it has no Query_time");
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    assertThat(READER.recognises(noise)).isZero();
    assertThat(Collected.of(READER, noise, ReadSettings.NONE).spans).isEmpty();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length += 13) {
      Collected cut = Collected.of(READER, Arrays.copyOf(bytes, length), ReadSettings.NONE);
      assertThat(cut.skipped.size()).isLessThanOrEqualTo(1);
    }
  }
}
