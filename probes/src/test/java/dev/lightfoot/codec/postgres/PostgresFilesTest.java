package dev.lightfoot.codec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real logs; what they must give was counted with other tools.
final class PostgresFilesTest {
  private static final List<LogReader> READERS =
      List.of(new PostgresStderrReader(), new PostgresCsvReader(), new PostgresJsonReader());
  private static final long MILLI = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "0, own/postgresql.log, 58, 0",
    "1, own/postgresql.csv, 58, 0",
    "2, own/postgresql.json, 58, 0",
    "1, own/postgresql-sqlcommenter.csv, 10, 0",
    "2, own/postgresql-sqlcommenter.json, 20, 0",
    "1, server/pg11_csvlog_parse_bind.csv, 1, 0",
    "1, server/pg13_csvlog.csv, 3, 0",
  })
  void everyStatementOfEveryFileIsRead(int reader, String file, int spans, int skipped)
      throws IOException {
    Collected all = Collected.ofShared(READERS.get(reader), file, ReadSettings.NONE);
    assertThat(all.spans).hasSize(spans);
    assertThat(all.skipped).hasSize(skipped);
  }

  @ParameterizedTest
  @CsvSource({
    "own/postgresql.log, 0",
    "own/postgresql.csv, 1",
    "own/postgresql.json, 2",
    "own/postgresql-sqlcommenter.csv, 1",
    "own/postgresql-sqlcommenter.json, 2",
    "server/pg11_csvlog_parse_bind.csv, 1",
    "server/pg13_csvlog.csv, 1",
  })
  void aFileIsRecognisedByItsOwnReaderBest(String file, int own) throws IOException {
    byte[] beginning = Files.readAllBytes(Collected.shared(file));
    for (int other = 0; other < READERS.size(); other++) {
      if (other != own) {
        assertThat(READERS.get(other).recognises(beginning))
            .isLessThan(READERS.get(own).recognises(beginning));
      }
    }
  }

  @Test
  void theThreeFormatsOfTheSameTimeGiveTheSameSpans() throws IOException {
    Set<String> log = ids(0, "own/postgresql.log");
    assertThat(log).hasSize(58);
    assertThat(ids(1, "own/postgresql.csv")).isEqualTo(log);
    assertThat(ids(2, "own/postgresql.json")).isEqualTo(log);
  }

  private static Set<String> ids(int reader, String file) throws IOException {
    return Collected.ofShared(READERS.get(reader), file, ReadSettings.NONE).spans.stream()
        .map(Span::spanId)
        .collect(Collectors.toSet());
  }

  @Test
  void aSimpleStatementEndsAtItsStamp() throws IOException {
    Span first =
        Collected.ofShared(READERS.get(1), "own/postgresql.csv", ReadSettings.NONE)
            .spans
            .getFirst();
    assertThat(first)
        .isEqualTo(
            Span.of(
                    first.spanId(),
                    "SELECT shop_supplier",
                    Layer.DATABASE,
                    SpanKind.SERVER,
                    SpanTime.ending(nanos("2026-11-23T15:28:04.544Z"), 95_000, MILLI))
                .with(
                    Attributes.of(
                        AttributeNames.FORMAT, "postgresql-csv",
                        AttributeNames.DB_SYSTEM, "postgresql",
                        AttributeNames.DB_QUERY,
                            "SELECT \"shop_supplier\".\"id\", \"shop_supplier\".\"name\" FROM"
                                + " \"shop_supplier\" WHERE \"shop_supplier\".\"id\" = 94 LIMIT 21",
                        AttributeNames.DB_OPERATION, "SELECT",
                        AttributeNames.DB_COLLECTION, "shop_supplier",
                        AttributeNames.DB_NAMESPACE, "shop",
                        AttributeNames.DB_APPLICATION, "shop-web",
                        AttributeNames.PEER_ADDRESS, "10.77.3.1",
                        AttributeNames.PEER_PORT, "40438",
                        AttributeNames.CLOCK, "postgresql",
                        AttributeNames.PROCESS_ID, "25516")));
  }

  @Test
  void theTextLogTellsTheClientOfAConnectionItSawBegin() throws IOException {
    Collected all = Collected.ofShared(READERS.get(0), "own/postgresql.log", ReadSettings.NONE);
    Span set =
        all.spans.stream().filter(span -> span.name().equals("SET")).findFirst().orElseThrow();
    assertThat(set.attributes().get(AttributeNames.PEER_ADDRESS)).contains("10.77.3.1");
    assertThat(set.attributes().get(AttributeNames.PEER_PORT)).contains("53946");
    assertThat(set.attributes().get(AttributeNames.DB_APPLICATION)).contains("shop-web");
    assertThat(all.spans.stream().filter(span -> span.name().equals("COMMIT"))).hasSize(4);
    assertThat(all.warnings)
        .containsExactly(
            "Entries without a timed operation were left out: 1 × connection authorized, 1 ×"
                + " connection received.");
  }

  @Test
  void parseBindAndExecuteAreOneStatementInTheTraceOfItsComment() throws IOException {
    Span first =
        Collected.ofShared(READERS.get(1), "own/postgresql-sqlcommenter.csv", ReadSettings.NONE)
            .spans
            .getFirst();
    assertThat(first.time())
        .isEqualTo(SpanTime.ending(nanos("2026-11-23T15:35:38.541Z"), 127_000, MILLI));
    assertThat(first.traceId()).contains("d92645a678797fa3be5c8f850d3b9513");
    assertThat(first.parentSpanId()).contains("b95bc6f7c416a8cf");
    assertThat(first.attributes().get(AttributeNames.DB_QUERY))
        .contains("SELECT name FROM shop_supplier WHERE id = $1");
    assertThat(first.attributes().number("lightfoot.db.parse.nanos")).hasValue(58_000);
    assertThat(first.attributes().number("lightfoot.db.bind.nanos")).hasValue(49_000);
    assertThat(first.attributes().number("lightfoot.db.execute.nanos")).hasValue(20_000);
    assertThat(first.attributes().toString()).doesNotContain("'66'");
  }

  @Test
  void whatLiesBetweenThePartsIsTheClientsAndStandsBeside() throws IOException {
    Span only =
        Collected.ofShared(READERS.get(1), "server/pg11_csvlog_parse_bind.csv", ReadSettings.NONE)
            .spans
            .getFirst();
    assertThat(only.time())
        .isEqualTo(SpanTime.ending(nanos("2021-01-04T00:51:56.843Z"), 12_321_000, MILLI));
    assertThat(only.attributes().number(AttributeNames.EXTENT)).hasValue(13_775_000);
  }

  @Test
  void statementsWithoutADurationAreInstants() throws IOException {
    Collected all = Collected.ofShared(READERS.get(1), "server/pg13_csvlog.csv", ReadSettings.NONE);
    assertThat(all.spans.stream().map(span -> span.time().known()))
        .containsExactly(SpanTime.Known.INSTANT, SpanTime.Known.INSTANT, SpanTime.Known.INTERVAL);
    assertThat(all.spans.get(1).attributes().get(AttributeNames.DB_QUERY).orElseThrow())
        .endsWith("='log_min'\nLIMIT 1000".substring(1));
    assertThat(all.warnings.getFirst()).startsWith("2 statements have no duration");
  }

  @Test
  void everySpanIsOfTheDatabaseAndWithoutError() throws IOException {
    Collected all = Collected.ofShared(READERS.get(2), "own/postgresql.json", ReadSettings.NONE);
    assertThat(all.spans).allMatch(span -> span.status().equals(SpanStatus.UNSET));
    assertThat(all.spans.stream().mapToLong(span -> span.time().durationNanos()).max())
        .hasValue(300_765_000);
    assertThat(all.spans).allMatch(span -> span.traceId().equals(Optional.empty()));
  }

  private static long nanos(String text) {
    Instant instant = Instant.parse(text);
    return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
  }
}
