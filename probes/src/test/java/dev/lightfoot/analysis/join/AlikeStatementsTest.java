package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackLedger;
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

/// Statements that an application and its database record in different words, or in different
/// numbers: each trip counts once.
final class AlikeStatementsTest {
  private static final int TRIP = 4_000;

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);
  private final List<Span> spans = new ArrayList<>();
  private int at = 130_000;

  @BeforeEach
  void aRequest() {
    spans.add(logs.nginx(0));
    SpanTime request = logs.at(116_200, 180_000, 0, 1);
    spans.add(
        Span.of("a1", "GET /nplus1/", Layer.APP, SpanKind.SERVER, request)
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "shop"))
            .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE)));
    spans.add(
        Span.of("a2", "view", Layer.APP, SpanKind.INTERNAL, logs.at(116_300, 179_000, 0, 1))
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "shop"))
            .inTrace(ShopLogs.TRACE, Optional.of("a1")));
  }

  @Test
  void someStatementsWithValuesAndSomeWithoutAreAllPaired() {
    for (int i = 0; i < 5; i++) {
      call("SAVEPOINT \"s14_x" + i + "\"", "SAVEPOINT \"s14_x" + i + "\"");
      call("SELECT name FROM product WHERE id = ?", "SELECT name FROM product WHERE id = " + i);
      call("RELEASE SAVEPOINT \"s14_x" + i + "\"", "RELEASE SAVEPOINT \"s14_x" + i + "\"");
    }
    bare("COMMIT", "COMMIT");
    assertThat(database().trips()).isEqualTo(16);
    assertThat(database().operations()).isEqualTo(16);
    assertThat(billed()).isEqualTo(16);
  }

  @Test
  void whatADriverSendsOfItsOwnWithinACallIsATripOfThatCall() {
    entry("BEGIN", 1_500);
    spans.add(span("c", "SELECT 0", 2 * TRIP - 1_000).span());
    entry("SELECT 0", 1_500 + TRIP);
    at += 2 * TRIP;
    for (int i = 1; i < 5; i++) {
      call("SELECT " + i, "SELECT " + i);
    }
    assertThat(database().trips()).isEqualTo(6);
    assertThat(billed()).isEqualTo(6);
  }

  @Test
  void aCursorOnTheServerIsItsDeclarationAndEachFetch() {
    call(
        "SELECT id FROM product LIMIT ?",
        "DECLARE \"_django_curs_14_sync_1\" NO SCROLL CURSOR WITH HOLD FOR SELECT id FROM product"
            + " LIMIT 500");
    for (int i = 0; i < 6; i++) {
      entry("FETCH FORWARD 100 FROM \"_django_curs_14_sync_1\"", 0);
      at += TRIP;
    }
    entry("CLOSE \"_django_curs_14_sync_1\"", 0);
    assertThat(database().trips()).isEqualTo(8);
    assertThat(billed()).isEqualTo(8);
  }

  @Test
  void executemanyThatIsSentRowByRowIsAsManyTrips() {
    String text = "INSERT INTO supplier (name) VALUES (%s)";
    spans.add(span("c", text, 5 * TRIP).with(AttributeNames.DB_BATCH, "5"));
    for (int i = 0; i < 5; i++) {
      entry("INSERT INTO supplier (name) VALUES ('many " + i + "')", 1_500);
      at += TRIP - 500;
    }
    assertThat(database().trips()).isEqualTo(5);
    assertThat(database().operations()).isEqualTo(5);
    assertThat(billed()).isEqualTo(5);
  }

  @Test
  void aPipelineIsOneTripHoweverManyOfItsOperationsTheServerLogs() {
    call("SELECT 1", "SELECT 1");
    spans.add(span("c", "PIPELINE", TRIP).with(AttributeNames.DB_BATCH, "5"));
    for (int i = 0; i < 5; i++) {
      entry("SELECT name FROM product WHERE id = " + i, 1_500 + 20 * i);
    }
    assertThat(database().trips()).isEqualTo(2);
    assertThat(database().operations()).isEqualTo(6);
  }

  @Test
  void whatOnlyACacheLoggedOfAPipelineIsOneTrip() {
    for (int i = 0; i < 10; i++) {
      command(at + (i < 7 ? 0 : TRIP), i);
    }
    Run joined = joined();
    LayerTotal cache =
        StackBuilder.build(joined, List.of(joined)).layers().stream()
            .filter(total -> total.layer() == Layer.CACHE)
            .findFirst()
            .orElseThrow();
    assertThat(List.of(cache.operations(), cache.trips())).containsExactly(10, 2);
  }

  @Test
  void whatOtherSessionsDidMeanwhileMakesTheTripsAtLeastThoseShown() {
    call("SELECT 1", "SELECT 1");
    for (int i = 0; i < 5; i++) {
      spans.add(entryOf("SELECT 2", at + 1_000, "1200" + i));
    }
    Joined joined = Join.of(List.of(run), spans);
    assertThat(joined.remarks())
        .contains(new JoinRemark.OtherSessions("postgresql", 5, 5, 1, "/nplus1/"));
    assertThat(database().trips()).isEqualTo(1);
    assertThat(database().atLeast()).isTrue();
  }

  @Test
  void aStatementWhoseStampIsOffIsPairedInOrderAndItsClockIsSaidToContradict() {
    rowWithOneOff();
    assertThat(Join.of(List.of(run), spans).remarks())
        .containsExactly(new JoinRemark.ClocksContradict("database", "postgresql"));
    assertThat(billed()).isEqualTo(5);
    assertThat(joined().spans())
        .noneMatch(span -> span.attributes().get(AttributeNames.AT_LEAST).isPresent());
  }

  @Test
  void whereAFurtherOneCouldBeTheCallsNeitherIsCountedAndThatIsSaid() {
    rowWithOneOff();
    at -= 2 * TRIP;
    entry("SELECT 2", -600);
    at += 2 * TRIP;
    assertThat(Join.of(List.of(run), spans).remarks())
        .containsExactly(new JoinRemark.Unpaired("postgresql", 2, 1, "/nplus1/"));
    assertThat(database().trips()).isEqualTo(5);
    assertThat(billed()).isEqualTo(5);
    assertThat(database().atLeast()).isTrue();
  }

  @Test
  void whatADriverSendsOfItsOwnIsNothingThatACallWithoutOtherHalfSays() {
    entry("SELECT 9", 1_500);
    spans.add(span("c", "SELECT 0", 2 * TRIP - 1_000).span());
    entry("SELECT 0", 1_500 + TRIP);
    at += 2 * TRIP;
    for (int i = 1; i < 5; i++) {
      call("SELECT " + i, "SELECT " + i);
    }
    spans.add(span("c", "SELECT 9", TRIP - 1_000).span());
    assertThat(Join.of(List.of(run), spans).remarks())
        .containsExactly(new JoinRemark.Unpaired("postgresql", 1, 1, "/nplus1/"));
    assertThat(database().trips()).isEqualTo(6);
    assertThat(database().atLeast()).isTrue();
  }

  /// Five statements of which the database logged the third a while after it; the first was logged
  /// at once, so that no other offset fits.
  private void rowWithOneOff() {
    for (int i = 0; i < 5; i++) {
      spans.add(span("c", "SELECT " + i, TRIP - 1_000).span());
      entry("SELECT " + i, i == 2 ? TRIP - 400 : i == 0 ? 200 : 1_500);
      at += TRIP;
    }
  }

  private void command(int micros, int number) {
    long start = run.startUnixNanos() + micros * ShopLogs.MICRO + number * 2_000L;
    spans.add(
        Span.of(
                "r" + number,
                "GET",
                Layer.CACHE,
                SpanKind.SERVER,
                SpanTime.instant(start, ShopLogs.MICRO))
            .with(
                Attributes.of(
                    AttributeNames.FORMAT, "redis-monitor",
                    AttributeNames.DB_OPERATION, "GET",
                    AttributeNames.PEER_PORT, "47340"))
            .inTrace(ShopLogs.TRACE, Optional.of("a1")));
  }

  private LayerTotal database() {
    Run joined = joined();
    Stack stack = StackBuilder.build(joined, List.of(joined));
    assertThat(stack.contradictions()).isEmpty();
    return stack.layers().stream()
        .filter(total -> total.layer() == Layer.DATABASE)
        .findFirst()
        .orElseThrow();
  }

  /// Trips to the database in the ledger, whoever recorded them.
  private int billed() {
    Run joined = joined();
    return StackLedger.build(joined, List.of(joined)).lines().stream()
        .filter(line -> line.layer() == Layer.DATABASE)
        .mapToInt(line -> line.trips().orElse(0))
        .sum();
  }

  private Run joined() {
    return Join.of(List.of(run), spans).runs().getFirst();
  }

  /// A statement as the application and as the database records it.
  private void call(String recorded, String logged) {
    spans.add(span("c", recorded, TRIP - 1_000).span());
    entry(logged, 1_500);
    at += TRIP;
  }

  /// One that the application records by its name alone.
  private void bare(String operation, String logged) {
    Draft draft = span("c", "", TRIP - 1_000);
    spans.add(draft.with(AttributeNames.DB_OPERATION, operation));
    entry(logged, 1_500);
    at += TRIP;
  }

  /// What the database logs, so long after now.
  private void entry(String text, int after) {
    spans.add(entryOf(text, at + after, "11977"));
  }

  private Span entryOf(String text, int micros, String session) {
    SpanTime time = logs.at(micros, 100, 0, 100_000);
    return Span.of("e" + spans.size(), text, Layer.DATABASE, SpanKind.SERVER, time)
        .with(
            Attributes.of(
                AttributeNames.FORMAT, "postgresql",
                AttributeNames.DB_QUERY, text,
                AttributeNames.PROCESS_ID, session));
  }

  private Draft span(String prefix, String text, int length) {
    Span span =
        Span.of(
            prefix + spans.size(),
            text,
            Layer.DATABASE,
            SpanKind.CLIENT,
            logs.at(at, length, 0, 1));
    Attributes said =
        text.isEmpty() ? Attributes.NONE : Attributes.of(AttributeNames.DB_QUERY, text);
    return new Draft(span.with(said).inTrace(ShopLogs.TRACE, Optional.of("a2")));
  }

  /// A span that one more is to be said of.
  private record Draft(Span span) {
    Span with(String name, String value) {
      return span.with(span.attributes().with(name, value));
    }
  }
}
