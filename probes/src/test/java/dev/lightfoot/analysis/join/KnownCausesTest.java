package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.bill.BillLine;
import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Causes whose trips are known, as an application and its database log them: every trip counts
/// once, and of those at once one is waited for.
final class KnownCausesTest {
  private static final int TRIP = 3_000;

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);
  private final List<Span> spans = new ArrayList<>();
  private int at = 130_000;

  @BeforeEach
  void aRequest() {
    spans.add(logs.nginx(0));
    spans.add(
        Span.of("a1", "GET /nplus1/", Layer.APP, SpanKind.SERVER, logs.at(116_200, 180_000, 0, 1))
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "shop"))
            .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE)));
  }

  @Test
  void queriesInThreadsAreATripEachOfWhichTheLastIsWaitedFor() {
    for (int i = 0; i < 5; i++) {
      int length = TRIP + 100 * i;
      call("SELECT " + i, length);
      logged("SELECT " + i, at + length / 2, "1200" + i);
    }
    assertThat(billed(Layer.DATABASE).all().trips()).isEqualTo(5);
    assertThat(billed(Layer.DATABASE).critical().trips()).isEqualTo(1);
    assertThat(billed(Layer.DATABASE).critical().totalNanos())
        .isEqualTo((TRIP + 400) * ShopLogs.MICRO);
  }

  @Test
  void aSavepointIsATripAndSoIsItsRelease() {
    oneAfterTheOther("BEGIN");
    for (int i = 0; i < 5; i++) {
      oneAfterTheOther("SAVEPOINT \"s14_x" + i + "\"");
      oneAfterTheOther("SELECT name FROM product WHERE id = " + i);
      oneAfterTheOther("RELEASE SAVEPOINT \"s14_x" + i + "\"");
    }
    oneAfterTheOther("COMMIT");
    assertThat(billed(Layer.DATABASE).critical().trips()).isEqualTo(17);
    assertThat(billed(Layer.DATABASE).all().trips()).isEqualTo(17);
  }

  @Test
  void aBulkInsertIsOneTripForEachOfItsBatches() {
    String rows = "INSERT INTO supplier (name) VALUES " + "('x'), ".repeat(19) + "('x')";
    for (int i = 0; i < 5; i++) {
      oneAfterTheOther(rows);
    }
    assertThat(billed(Layer.DATABASE).all().trips()).isEqualTo(5);
  }

  @Test
  void anMgetIsOneTripHoweverManyKeysItAsksFor() {
    Attributes mget =
        Attributes.of(AttributeNames.DB_SYSTEM, "redis", AttributeNames.DB_OPERATION, "MGET");
    spans.add(
        Span.of("m", "MGET", Layer.CACHE, SpanKind.CLIENT, logs.at(at, TRIP, 0, 1))
            .with(mget.with(AttributeNames.DB_QUERY, "MGET a b c d e f g h i j"))
            .inTrace(ShopLogs.TRACE, Optional.of("a1")));
    assertThat(billed(Layer.CACHE).all().trips()).isEqualTo(1);
    assertThat(billed(Layer.CACHE).critical().totalNanos()).isEqualTo(TRIP * ShopLogs.MICRO);
  }

  private void oneAfterTheOther(String statement) {
    call(statement, TRIP);
    logged(statement, at + TRIP / 2, "11977");
    at += TRIP + 500;
  }

  private void call(String statement, int length) {
    SpanTime time = logs.at(at, length, 0, 1);
    spans.add(
        Span.of("c" + spans.size(), "query", Layer.DATABASE, SpanKind.CLIENT, time)
            .with(Attributes.of(AttributeNames.DB_QUERY, statement))
            .inTrace(ShopLogs.TRACE, Optional.of("a1")));
  }

  private void logged(String statement, int micros, String session) {
    SpanTime time = logs.at(micros, 100, 0, 100_000);
    spans.add(
        Span.of("e" + spans.size(), statement, Layer.DATABASE, SpanKind.SERVER, time)
            .with(
                Attributes.of(
                    AttributeNames.FORMAT, "postgresql",
                    AttributeNames.DB_QUERY, statement,
                    AttributeNames.PROCESS_ID, session)));
  }

  private BillLine billed(Layer layer) {
    Run joined = Join.of(List.of(run), spans).runs().getFirst();
    return RunBill.of(joined, List.of(joined)).lines().stream()
        .filter(line -> line.layer() == layer)
        .findFirst()
        .orElseThrow();
  }
}
