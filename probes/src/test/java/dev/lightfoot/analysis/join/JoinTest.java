package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackRemark;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.report.words.RowNames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JoinTest {
  private static final long SECOND = 1_000_000_000;

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);

  @Test
  void theTraceIdFindsProxyAndApplicationAndTheProxyHoldsTheApplication() {
    Joined joined = Join.of(List.of(run), List.of(logs.gunicorn(0, 1_000), logs.nginx(0)));
    List<Span> spans = joined.runs().getFirst().spans();
    assertThat(spans).hasSize(2);
    Span nginx = only(spans, Layer.PROXY);
    Span gunicorn = only(spans, Layer.APP);
    assertThat(nginx.parentSpanId()).contains(ShopLogs.PROBE);
    assertThat(gunicorn.parentSpanId()).contains(nginx.spanId());
    assertThat(gunicorn.attributes().get(AttributeNames.JOINED)).contains("trace-id");
    assertThat(joined.runs().getFirst().exchanges().getFirst().serverSpans())
        .containsExactlyInAnyOrder(nginx.spanId(), gunicorn.spanId());
    assertThat(joined.notJoined()).isZero();
  }

  @Test
  void theBoundOfOneRequestIsWhatCausalityLeaves() {
    Joined joined = Join.of(List.of(run), List.of(logs.nginx(0)));
    // sent at 95.3, answered at 317.5; nginx says 115 or 116 for 181 ms by a clock of whole
    // milliseconds (1 ms), may log up to 1 ms after the answer, and drifts by 100 ppm of 95.3 ms
    Span nginx = joined.runs().getFirst().spans().getFirst();
    long start = nginx.time().atUnixNanos() - run.startUnixNanos();
    assertThat(joined.runs().getFirst().alignments())
        .containsExactly(
            new Alignment(
                "nginx",
                start + 181_000_000 - 317_500_000 - 2_009_530,
                start - 95_300_000 + 2_009_530,
                1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "90000000000, 90000000000, 90000000000",
    "2000000, -2000000, 0",
    "0, 90000000000, -90000000000",
    "-3600000000000, 0, 2000000"
  })
  void statementsAreFoundAndEveryBoundHoldsTheTruthHoweverTheClocksAreSet(
      long proxy, long application, long database) {
    List<Span> spans =
        new ArrayList<>(List.of(logs.nginx(proxy), logs.gunicorn(application, SECOND)));
    spans.addAll(logs.django(application));
    spans.addAll(logs.postgresql(database));
    long begin = run.startUnixNanos();
    Run joined = Join.of(List.of(run), spans, new Written(begin, begin + SECOND)).runs().getFirst();
    assertThat(joined.spans()).hasSize(2 + 51 + 51);
    assertThat(own(joined.spans())).hasSize(51).allMatch(span -> span.parentSpanId().isPresent());
    assertThat(bound(joined, "nginx")).satisfies(bound -> holds(bound, proxy));
    assertThat(bound(joined, "gunicorn")).satisfies(bound -> holds(bound, application));
    assertThat(bound(joined, "postgresql")).satisfies(bound -> holds(bound, database));
    Stack stack = StackBuilder.build(joined, List.of(joined));
    assertThat(stack.contradictions()).isEmpty();
    assertThat(total(stack, Layer.DATABASE).trips()).isEqualTo(51);
    assertThat(stack.explainedShare()).isGreaterThan(0.95);
  }

  @Test
  void theDatabasesOwnTimeIsTakenFromTheCallsAndTheRestIsTheNetworks() {
    Run joined = joinedAll();
    Stack stack = StackBuilder.build(joined, List.of(joined));
    LayerTotal database = total(stack, Layer.DATABASE);
    assertThat(database.sumNanos()).isEqualTo((2_900 + 50 * 2_330) * ShopLogs.MICRO);
    assertThat(database.ownNanos()).hasValue(51 * 100 * ShopLogs.MICRO);
    assertThat(database.networkNanos()).hasValue((2_900 + 50 * 2_330 - 51 * 100) * ShopLogs.MICRO);
    assertThat(stack.rows())
        .extracting(row -> RowNames.of(row.label()))
        .containsExactly(
            "Client wait",
            "nginx",
            "gunicorn",
            "SELECT shop_product",
            "PostgreSQL’s own log",
            "SELECT shop_supplier",
            "PostgreSQL’s own log");
    StackRow suppliers = stack.rows().get(5);
    assertThat(suppliers.count()).isEqualTo(50);
    assertThat(suppliers.bars()).hasSize(50);
    assertThat(suppliers.rttNanos()).hasValue(2_230 * ShopLogs.MICRO);
    assertThat(suppliers.sources()).containsExactly("django", "postgresql");
  }

  @Test
  void theCriticalPathAndTheRowsAgree() {
    Run joined = joinedAll();
    Stack stack = StackBuilder.build(joined, List.of(joined));
    long critical = stack.layers().stream().mapToLong(LayerTotal::criticalNanos).sum();
    assertThat(critical).isEqualTo(only(joined.spans(), Layer.PROXY).time().durationNanos());
    assertThat(total(stack, Layer.DATABASE).criticalNanos())
        .isEqualTo((2_900 + 50 * 2_330) * ShopLogs.MICRO);
  }

  @Test
  void whatTwoLogsOfOneRecorderTellCountsOnce() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, SECOND)));
    spans.addAll(logs.django(0));
    for (Span span : logs.django(0)) {
      Attributes text = span.attributes().with(AttributeNames.FORMAT, "django-text");
      spans.add(
          Span.of(
                  "b" + span.spanId().substring(1),
                  "SELECT",
                  Layer.DATABASE,
                  span.kind(),
                  span.time())
              .with(text));
    }
    Joined joined = Join.of(List.of(run), spans);
    assertThat(joined.runs().getFirst().spans()).hasSize(2 + 51);
  }

  @Test
  void entriesOfTheDatabaseAloneAreJoinedByTime() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.postgresql(0));
    Run joined = Join.of(List.of(run), spans).runs().getFirst();
    Stack stack = StackBuilder.build(joined, List.of(joined));
    assertThat(total(stack, Layer.DATABASE).trips()).isEqualTo(51);
    assertThat(total(stack, Layer.DATABASE).networkNanos()).isEmpty();
    assertThat(stack.notes()).contains(StackRemark.Plain.JOINED_BY_TIME);
  }

  @Test
  void whatOnlyTheDatabaseLoggedIsJoinedThoughTheServerStampsWholeSeconds() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000_000_000)));
    spans.addAll(logs.django(0));
    List<Span> entries = logs.postgresql(0);
    spans.addAll(entries);
    SpanTime time = logs.at(294_900, 100, 0, ShopLogs.MICRO);
    spans.add(
        Span.of("commit", "COMMIT", Layer.DATABASE, SpanKind.SERVER, time)
            .with(entries.getFirst().attributes().with(AttributeNames.DB_QUERY, "COMMIT")));
    Joined joined = Join.of(List.of(run), spans);
    assertThat(joined.remarks()).isEmpty();
    assertThat(joined.runs().getFirst().spans()).anyMatch(span -> span.spanId().equals("commit"));
  }

  @Test
  void nothingFoundIsSaid() {
    Joined joined = Join.of(List.of(run), List.of());
    Stack stack = StackBuilder.build(joined.runs().getFirst(), joined.runs());
    assertThat(stack.joined()).isFalse();
    assertThat(stack.notes())
        .containsExactly(new StackRemark.NothingFound(run.exchanges().getFirst().url()));
  }

  @Test
  void aSpanCoarserThanItsRequestIsPutAroundWhatItWaitedFor() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, SECOND)));
    spans.addAll(logs.django(0));
    Run joined = Join.of(List.of(run), spans).runs().getFirst();
    Stack stack = StackBuilder.build(joined, List.of(joined));
    StackRow nginx = stack.rows().get(1);
    StackRow app = stack.rows().get(2);
    assertThat(app.startNanos().orElseThrow())
        .isBetween(nginx.startNanos().orElseThrow(), nginx.startNanos().orElseThrow() + 1_100_000);
    assertThat(app.whiskerNanos()).isLessThan(25_000_000);
  }

  private Run joinedAll() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    return Join.of(List.of(run), spans).runs().getFirst();
  }

  private static void holds(Alignment bound, long truth) {
    assertThat(truth).isBetween(bound.lowNanos(), bound.highNanos());
  }

  private static Alignment bound(Run run, String clock) {
    return run.alignments().stream()
        .filter(a -> a.clock().equals(clock))
        .findFirst()
        .orElseThrow(() -> new AssertionError(clock + " " + run.alignments()));
  }

  private static LayerTotal total(Stack stack, Layer layer) {
    return stack.layers().stream().filter(t -> t.layer() == layer).findFirst().orElseThrow();
  }

  private static Span only(List<Span> spans, Layer layer) {
    return spans.stream().filter(span -> span.layer() == layer).findFirst().orElseThrow();
  }

  private static List<Span> own(List<Span> spans) {
    return spans.stream().filter(SpanRoles::isServersOwn).toList();
  }
}
