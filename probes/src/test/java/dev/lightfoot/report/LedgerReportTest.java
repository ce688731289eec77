package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.report.words.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LedgerReportTest {

  private static Schema schema() throws IOException {
    try (InputStream in = LedgerJson.class.getResourceAsStream("ledger-v1.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in));
    }
  }

  private static String told(Snapshot... snapshots) {
    return Numbers.plain(LedgerReport.of(List.of(snapshots), OptionalInt.empty()));
  }

  /// Six calls to a cache at once, of which the longest was waited for.
  private static Snapshot joined() {
    Run plain = ShopLogs.run();
    ShopLogs logs = ShopLogs.of(plain);
    Span app = logs.gunicorn(0, 1_000);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), app));
    for (int i = 0; i < 6; i++) {
      spans.add(
          Span.of(
                  "%016x".formatted(700 + i),
                  "GET",
                  Layer.CACHE,
                  SpanKind.CLIENT,
                  logs.at(130_000 + i, 2_000 + 100 * i, 0, 1_000))
              .with(Attributes.of(AttributeNames.FORMAT, "otlp", AttributeNames.DB_SYSTEM, "redis"))
              .inTrace(ShopLogs.TRACE, Optional.of(app.spanId())));
    }
    return Samples.shop().with(Join.of(List.of(plain), spans).runs());
  }

  @Test
  void aPageIsBilledInBothColumns() {
    assertThat(told(PageSamples.shop()))
        .contains("11 round trips cost 268.0 ms")
        .contains("Ledger of what run 3 waits for")
        .contains("Ledger of all that run 3 does");
  }

  @Test
  void ofAProbeWhoseServersCalledAtOnceBothColumnsAreTold() throws IOException {
    Golden.check(
        "report/ledger-beside.txt", LedgerReport.of(List.of(joined()), OptionalInt.empty()));
  }

  @Test
  void thatAProbeWaitedForAllItDidIsSaid() {
    assertThat(told(Samples.shop())).contains("All of it was waited for");
  }

  @Test
  void severalHaveALineEachAndARefusalInWordsWhereTheyAreAsFarAway() {
    assertThat(told(Samples.shop(), Samples.shop(), Samples.shop()))
        .contains("What each waits for")
        .contains("The round-trip times are too much alike (40.1 ms to 40.1 ms)");
    assertThat(told(Samples.shop(), Samples.shop())).contains("2 of the three points");
  }

  /// The same request from elsewhere: everything takes as much longer as its trips do.
  private static Snapshot from(String name, long rttMicros) {
    Exchange here = Samples.coldExchange(0).build();
    long more = (rttMicros - 40_100) * 1_000;
    Connection connection = here.connection().orElseThrow();
    String address = connection.address().orElseThrow();
    Exchange there =
        Samples.coldExchange(0)
            .startNanos(-3 * more)
            .connection(
                Optional.of(
                    new Connection(
                        connection.id(),
                        false,
                        Optional.of(address),
                        Optional.empty(),
                        List.of(
                            new ConnectionAttempt(
                                address,
                                0,
                                rttMicros * 1_000,
                                ConnectionAttempt.CONNECTED,
                                Optional.empty())))))
            .build();
    Run run = Samples.run(dev.lightfoot.model.RunState.COLD, Optional.empty(), there);
    return Samples.shop().with(List.of(run)).named(name);
  }

  @Test
  void theLineThroughMeasurementsFromAfarIsToldWithItsError() throws IOException {
    List<Snapshot> all =
        List.of(from("near", 12_000), from("middle", 40_100), from("far", 150_300));
    Golden.check("report/ledger-fit.txt", LedgerReport.of(all, OptionalInt.empty()));
    assertThat(schema().validate(LedgerJson.of(all, OptionalInt.empty()), InputFormat.JSON))
        .isEmpty();
    JsonNode fit = JsonMapper.shared().readTree(LedgerJson.of(all, OptionalInt.empty())).get("fit");
    assertThat(fit.get("trips").asDouble()).isBetween(2.99, 3.01);
  }

  @Test
  void theDocumentKeepsToItsSchemaAndItsLinesAddUp() throws IOException {
    for (Snapshot each :
        List.of(PageSamples.shop(), joined(), Samples.shop(), Samples.shop().with(List.of()))) {
      String json = LedgerJson.of(List.of(each), OptionalInt.empty());
      assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
      JsonNode ledger = JsonMapper.shared().readTree(json).get("ledgers").get(0);
      if (ledger.has("run")) {
        for (String column : List.of("all", "critical")) {
          long sum = 0;
          for (JsonNode line : ledger.get("lines")) {
            sum += line.get(column).get("totalNanos").asLong();
          }
          assertThat(ledger.get(column).get("totalNanos").asLong()).isEqualTo(sum);
        }
        assertThat(ledger.get("wallNanos")).isEqualTo(ledger.get("critical").get("totalNanos"));
      }
    }
  }
}
