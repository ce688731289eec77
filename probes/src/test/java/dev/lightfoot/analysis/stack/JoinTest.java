package dev.lightfoot.analysis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    long start = nginx.time().atUnixNanos() - Request.unixNanos(run);
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
    Run joined = Join.of(List.of(run), spans).runs().getFirst();
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
        .extracting(StackRow::label)
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
    assertThat(stack.notes()).anyMatch(note -> note.contains("joined by time"));
  }

  @Test
  void entriesOfTwoSessionsAtOnceAreNotJoinedAndThatIsSaid() {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0)));
    spans.addAll(logs.postgresql(0));
    for (Span span : logs.postgresql(0)) {
      Attributes other = span.attributes().with(AttributeNames.PROCESS_ID, "12");
      spans.add(
          Span.of(
                  "c" + span.spanId().substring(1),
                  "SELECT",
                  Layer.DATABASE,
                  span.kind(),
                  span.time())
              .with(other));
    }
    Joined joined = Join.of(List.of(run), spans.stream().map(JoinTest::distinctText).toList());
    assertThat(joined.runs().getFirst().spans()).hasSize(1);
    assertThat(joined.remarks())
        .anyMatch(remark -> remark.contains("whose they are cannot be told"));
  }

  private static Span distinctText(Span span) {
    return span.attributes().get(AttributeNames.PROCESS_ID).equals(Optional.of("12"))
        ? span.with(span.attributes().with(AttributeNames.DB_QUERY, "UPDATE stock SET n = 1"))
        : span;
  }

  @Test
  void withoutIdsMethodPathStatusBytesAndTimeFindIt() {
    Span nginx = withoutTrace(logs.nginx(90 * SECOND));
    Span other = nginx.with(nginx.attributes().with(AttributeNames.STATUS, "500"));
    Joined joined = Join.of(List.of(run), List.of(nginx, renamed(other, "e")));
    Run found = joined.runs().getFirst();
    assertThat(found.spans()).hasSize(1);
    assertThat(found.spans().getFirst().attributes().get(AttributeNames.JOINED))
        .contains("likeness");
    assertThat(bound(found, "nginx")).satisfies(bound -> holds(bound, 90 * SECOND));
  }

  @Test
  void twoEntriesThatFitAlikeAreNotJoinedAndThatIsSaid() {
    Span nginx = withoutTrace(logs.nginx(0));
    Joined joined = Join.of(List.of(run), List.of(nginx, renamed(nginx, "e")));
    assertThat(joined.runs().getFirst().spans()).isEmpty();
    assertThat(joined.remarks()).anyMatch(remark -> remark.startsWith("2 entries of nginx fit"));
  }

  @Test
  void ofManyRequestsTheOffsetAtWhichMostFitIsTaken() {
    List<Run> runs = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int[] seconds = {0, 1, 3, 4, 7};
    for (int i = 0; i < seconds.length; i++) {
      Run each = ShopLogs.run(seconds[i], ShopLogs.trace(i));
      runs.add(each);
      spans.add(withoutTrace(ShopLogs.of(each, ShopLogs.trace(i)).nginx(90 * SECOND)));
    }
    Joined joined = Join.of(runs, spans);
    assertThat(joined.runs()).allSatisfy(each -> assertThat(each.spans()).hasSize(1));
    assertThat(bound(joined.runs().getLast(), "nginx").requests()).isEqualTo(5);
    assertThat(bound(joined.runs().getLast(), "nginx"))
        .satisfies(bound -> holds(bound, 90 * SECOND));
    assertThat(joined.remarks()).isEmpty();
  }

  @Test
  void aRequestIdFindsWhatCarriesNoTrace() {
    Span nginx = logs.nginx(0);
    Span gunicorn = withoutTrace(logs.gunicorn(0, SECOND));
    Joined joined =
        Join.of(
            List.of(run),
            List.of(
                nginx.with(nginx.attributes().with(AttributeNames.REQUEST_ID, "abc123")),
                gunicorn.with(gunicorn.attributes().with(AttributeNames.REQUEST_ID, "abc123"))));
    assertThat(
            only(joined.runs().getFirst().spans(), Layer.APP)
                .attributes()
                .get(AttributeNames.JOINED))
        .contains("request-id");
  }

  @Test
  void aClockThatWasSetBetweenTwoRequestsIsAContradiction() {
    Run later = ShopLogs.run(10, ShopLogs.trace(2));
    Joined joined =
        Join.of(
            List.of(run, later),
            List.of(logs.nginx(0), ShopLogs.of(later, ShopLogs.trace(2)).nginx(5 * SECOND)));
    Stack stack = StackBuilder.build(joined.runs().getFirst(), joined.runs());
    assertThat(stack.contradictions())
        .singleElement()
        .asString()
        .startsWith("The clock of nginx contradicts itself");
  }

  @Test
  void clocksDriftSoAnOldRequestSaysLess() {
    Run later = ShopLogs.run(1_000, ShopLogs.trace(2));
    Joined joined =
        Join.of(
            List.of(run, later),
            List.of(logs.nginx(0), ShopLogs.of(later, ShopLogs.trace(2)).nginx(50_000_000)));
    // 50 ms in 1000 s are 50 ppm: no contradiction
    assertThat(bound(joined.runs().getFirst(), "nginx").lowNanos())
        .isLessThanOrEqualTo(bound(joined.runs().getFirst(), "nginx").highNanos());
  }

  @Test
  void aRetryStaysBesideTheFirstTry() {
    Span first =
        logs.server("gunicorn", Layer.APP, logs.at(116_000, 60_000, 0, 1_000))
            .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE));
    Span second =
        logs.server("gunicorn", Layer.APP, logs.at(180_000, 100_000, 0, 1_000))
            .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE));
    Run joined = Join.of(List.of(run), List.of(logs.nginx(0), first, second)).runs().getFirst();
    Span nginx = only(joined.spans(), Layer.PROXY);
    assertThat(joined.spans().stream().filter(span -> span.layer() == Layer.APP))
        .hasSize(2)
        .allMatch(span -> span.parentSpanId().equals(Optional.of(nginx.spanId())));
  }

  @Test
  void nothingFoundIsSaid() {
    Joined joined = Join.of(List.of(run), List.of());
    Stack stack = StackBuilder.build(joined.runs().getFirst(), joined.runs());
    assertThat(stack.joined()).isFalse();
    assertThat(stack.notes())
        .singleElement()
        .asString()
        .startsWith("Nothing was found for https://");
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

  @Test
  void hopsOfARedirectShareATraceAndAreToldApartByWhatTheyAskedFor() {
    Run hops =
        run.with(List.of(hop("/old", 301, 0), hop("/new", 200, 60_000)), List.of(), List.of());
    List<Span> spans = List.of(answer("/new", 80_000), answer("/old", 20_000));
    Run joined = Join.of(List.of(hops), spans).runs().getFirst();
    assertThat(joined.exchanges().getFirst().serverSpans())
        .containsExactly(spans.getLast().spanId());
    assertThat(joined.exchanges().getLast().serverSpans())
        .containsExactly(spans.getFirst().spanId());
    assertThat(bound(joined, "nginx")).satisfies(bound -> holds(bound, 0));
    assertThat(bound(joined, "nginx").requests()).isEqualTo(2);
  }

  @Test
  void aStreamedAnswerBoundsTheClockByItsLastByte() {
    Exchange whole = hop("/stream/", 200, 0);
    Exchange streamed =
        builder("/stream/", 200, 0).phase(Phase.RECEIVE, Samples.took(50_100, 400_000, 0)).build();
    Span span = answer("/stream/", 20_000, 420_000);
    Run cut = run.with(List.of(whole), List.of(), List.of());
    Run open = run.with(List.of(streamed), List.of(), List.of());
    // by the first byte, nothing fits: the server ended 390 ms after it
    assertThat(contradicts(cut, span)).isTrue();
    assertThat(contradicts(open, span)).isFalse();
    assertThat(bound(Join.of(List.of(open), List.of(span)).runs().getFirst(), "nginx"))
        .satisfies(bound -> holds(bound, 0));
  }

  private static boolean contradicts(Run run, Span span) {
    Run joined = Join.of(List.of(run), List.of(span)).runs().getFirst();
    return !StackBuilder.build(joined, List.of(joined)).contradictions().isEmpty();
  }

  private static ExchangeBuilder builder(String path, int status, long startMicros) {
    return new ExchangeBuilder("https://www.shop.test" + path, "GET")
        .status(OptionalInt.of(status))
        .startNanos(startMicros * ShopLogs.MICRO)
        .phase(Phase.SEND, Samples.took(startMicros, 100, 0))
        .phase(Phase.WAIT, Samples.took(startMicros + 100, 50_000, 1))
        .request(new RequestFacts(142, 0, 0, List.of(ShopLogs.parent(ShopLogs.TRACE))));
  }

  private static Exchange hop(String path, int status, long startMicros) {
    return builder(path, status, startMicros).build();
  }

  private Span answer(String path, long startMicros) {
    return answer(path, startMicros, 10_000);
  }

  private Span answer(String path, long startMicros, long lengthMicros) {
    SpanTime time = logs.at(startMicros, lengthMicros, 0, 1_000_000);
    Span span = logs.server("nginx", Layer.PROXY, time);
    Attributes asked = Attributes.of(AttributeNames.FORMAT, "nginx", AttributeNames.PATH, path);
    return span.with(asked).inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE));
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
    return spans.stream().filter(SpanClocks::isServersOwn).toList();
  }

  private static Span withoutTrace(Span span) {
    return Span.of(span.spanId(), span.name(), span.layer(), span.kind(), span.time())
        .with(span.attributes());
  }

  private static Span renamed(Span span, String letter) {
    return Span.of(
            letter + span.spanId().substring(1),
            span.name(),
            span.layer(),
            span.kind(),
            span.time())
        .with(span.attributes());
  }
}
