package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.stack.RowLabel;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackRemark;
import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What is not told by an id, or not as it should be.
final class JoinDoubtsTest {
  private static final long SECOND = 1_000_000_000;
  private static final RowLabel OTLP = new RowLabel.Named("otlp");

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);

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
    Joined joined =
        Join.of(List.of(run), spans.stream().map(JoinDoubtsTest::distinctText).toList());
    assertThat(joined.runs().getFirst().spans()).hasSize(1);
    assertThat(joined.remarks())
        .contains(new JoinRemark.MayBeOthers("postgresql", JoinRemark.Compared.TIMES));
  }

  @Test
  void withoutIdsMethodPathStatusBytesAndTimeFindIt() {
    Span nginx = withoutTrace(logs.nginx(-2_000_000));
    Span other = nginx.with(nginx.attributes().with(AttributeNames.STATUS, "500"));
    Joined joined = Join.of(List.of(run), List.of(nginx, renamed(other, "e")));
    Run found = joined.runs().getFirst();
    assertThat(found.spans()).hasSize(1);
    assertThat(found.spans().getFirst().attributes().get(AttributeNames.JOINED))
        .contains("likeness");
    assertThat(bound(found, "nginx")).satisfies(bound -> holds(bound, -2_000_000));
  }

  @Test
  void anEntryThatNeedsAClockOffByMoreThanTwoSecondsIsNotMatched() {
    Joined joined = Join.of(List.of(run), List.of(withoutTrace(logs.nginx(-265 * SECOND))));
    assertThat(joined.runs().getFirst().spans()).isEmpty();
    assertThat(joined.remarks())
        .singleElement()
        .isInstanceOfSatisfying(
            JoinRemark.OffsetUnlikely.class,
            remark -> assertThat(remark.offsetNanos()).isBetween(-266 * SECOND, -264 * SECOND));
  }

  @Test
  void aProbeOpenedWithLogsOfSixDaysBeforeJoinsNothing() {
    List<Run> runs = runs(0, 1, 3, 4, 7);
    long days = 6 * 86_400 * SECOND;
    List<Span> spans = new ArrayList<>();
    runs.forEach(each -> spans.add(withoutTrace(ShopLogs.of(each).nginx(-days))));
    runs.forEach(each -> spans.addAll(ShopLogs.of(each).django(-days)));
    runs.forEach(each -> spans.addAll(ShopLogs.of(each).postgresql(-days)));
    assertThat(Join.of(runs, spans).runs()).allMatch(each -> each.spans().isEmpty());
  }

  @Test
  void aRequestThatIsNotAmongTheIdsOfALogWasNotLoggedThere() {
    Run later = ShopLogs.run(1, ShopLogs.trace(2));
    Span other = ShopLogs.of(later, ShopLogs.trace(9)).nginx(0);
    Joined joined = Join.of(List.of(run, later), List.of(logs.nginx(0), other));
    assertThat(joined.runs().getFirst().spans()).hasSize(1);
    assertThat(joined.runs().getLast().spans()).isEmpty();
    assertThat(joined.remarks()).contains(new JoinRemark.NotLogged("nginx", List.of(2)));
  }

  @Test
  void anOffsetUnlikeWhatTheSameClockShowedIsNotMatched() {
    Run later = ShopLogs.run(10, ShopLogs.trace(2));
    Span coarse = withoutTrace(ShopLogs.of(later).gunicorn(1_500_000_000, ShopLogs.MICRO));
    Span sure =
        logs.server("otlp", Layer.APP, logs.at(116_000, 180_000, 0, 1_000))
            .inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE));
    Attributes same = sure.attributes().with(AttributeNames.CLOCK, "web-1");
    Joined joined =
        Join.of(
            List.of(run, later),
            List.of(
                sure.with(same),
                coarse.with(coarse.attributes().with(AttributeNames.CLOCK, "web-1"))));
    assertThat(joined.runs().getFirst().spans()).hasSize(1);
    assertThat(joined.runs().getLast().spans()).isEmpty();
  }

  @Test
  void twoEntriesThatFitAlikeAreNotJoinedAndThatIsSaid() {
    Span nginx = withoutTrace(logs.nginx(0));
    Joined joined = Join.of(List.of(run), List.of(nginx, renamed(nginx, "e")));
    assertThat(joined.runs().getFirst().spans()).isEmpty();
    assertThat(joined.remarks())
        .contains(new JoinRemark.MayBeOthers("nginx", JoinRemark.Compared.REQUESTS));
  }

  @Test
  void stampsOfTheFutureShowAClockThatIsAheadAndItsOffsetIsFound() {
    List<Run> runs = runs(0, 1, 3, 4, 7);
    List<Span> spans = new ArrayList<>();
    runs.forEach(each -> spans.add(withoutTrace(ShopLogs.of(each).nginx(90 * SECOND))));
    long begin = runs.getFirst().startUnixNanos();
    Joined joined = Join.of(runs, spans, new Written(begin, begin + 9 * SECOND));
    assertThat(joined.runs()).allSatisfy(each -> assertThat(each.spans()).hasSize(1));
    assertThat(bound(joined.runs().getLast(), "nginx").requests()).isEqualTo(5);
    assertThat(bound(joined.runs().getLast(), "nginx"))
        .satisfies(bound -> holds(bound, 90 * SECOND));
    assertThat(joined.remarks()).isEmpty();
    assertThat(Join.of(runs, spans).runs()).allMatch(each -> each.spans().isEmpty());
  }

  private static List<Run> runs(int... seconds) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      runs.add(ShopLogs.run(seconds[i], ShopLogs.trace(i)));
    }
    return runs;
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
        .isInstanceOfSatisfying(
            StackRemark.ClockContradicts.class,
            remark -> assertThat(remark.clock()).isEqualTo("nginx"));
  }

  @Test
  void aServerThatEndsLateOnABusyMachineContradictsNothing() {
    Run other = ShopLogs.run(1, ShopLogs.trace(2));
    ShopLogs others = ShopLogs.of(other, ShopLogs.trace(2));
    // 0.6 ms after the request left; 3.3 ms after the other one's answer was here
    Span prompt = logs.server("otlp", Layer.APP, logs.at(95_900, 221_000, 0, 1));
    Span late = others.server("otlp", Layer.APP, others.at(96_200, 224_600, 0, 1));
    Joined joined =
        Join.of(
            List.of(run, other),
            List.of(
                prompt.inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE)),
                late.inTrace(ShopLogs.trace(2), Optional.of(ShopLogs.PROBE))));
    Stack stack = StackBuilder.build(joined.runs().getFirst(), joined.runs());
    assertThat(stack.contradictions()).isEmpty();
    assertThat(bound(joined.runs().getFirst(), "otlp")).satisfies(bound -> holds(bound, 0));
  }

  @Test
  void aServerThatEndsLaterThanItsAnswerIsNotedAndTheWaitIsExplainedBeforeIt() {
    Phases phases = run.exchanges().getFirst().phases();
    long answered =
        phases.durationNanos(Phase.SEND)
            + phases.durationNanos(Phase.WAIT)
            + phases.durationNanos(Phase.RECEIVE);
    Stack late = stack(answered / 1_000 + 7_000);
    assertThat(late.contradictions()).isEmpty();
    assertThat(late.notes()).contains(new StackRemark.EndedLate(OTLP, 7_000_000));
    assertThat(late.explainedShare()).isPositive();
    assertThat(stack(answered / 1_000 + 40_000).contradictions())
        .contains(new StackRemark.LongerThanRequest(OTLP, 40_000_000));
  }

  /// Of one call below it in the middle.
  private Stack stack(long micros) {
    Span server = logs.server("otlp", Layer.APP, logs.at(95_400, micros, 0, 1));
    Span call =
        logs.server("otlp", Layer.DATABASE, logs.at(100_000, 100_000, 0, 1))
            .inTrace(ShopLogs.TRACE, Optional.of(server.spanId()));
    Joined joined =
        Join.of(
            List.of(run),
            List.of(server.inTrace(ShopLogs.TRACE, Optional.of(ShopLogs.PROBE)), call));
    return StackBuilder.build(joined.runs().getFirst(), joined.runs());
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
  void hopsAreToldApartWhereTheServerHidesWhatTheQueriesHold() {
    Run hops =
        run.with(
            List.of(hop("/old?n=50", 301, 0), hop("/new?n=50", 200, 60_000)), List.of(), List.of());
    Span first = answer("/old", 20_000);
    List<Span> spans =
        List.of(
            answer("/new", 80_000),
            first.with(first.attributes().with(AttributeNames.QUERY, "n=REDACTED")));
    Run joined = Join.of(List.of(hops), spans).runs().getFirst();
    assertThat(joined.exchanges().getFirst().serverSpans()).containsExactly(first.spanId());
  }

  @Test
  void hopsThatAskForTheSameAreToldApartByTheSpanThatEachWasSentAs() {
    String second = "00f067aa0ba90fff";
    Header parent = new Header("traceparent", "00-" + ShopLogs.TRACE + "-" + second + "-01");
    Exchange again =
        builder("/", 200, 60_000).request(new RequestFacts(142, 0, 0, List.of(parent))).build();
    Run hops = run.with(List.of(hop("/", 302, 0), again), List.of(), List.of());
    Span late = answer("/", 80_000).inTrace(ShopLogs.TRACE, Optional.of(second));
    Span early = answer("/", 20_000);
    Run joined = Join.of(List.of(hops), List.of(late, early)).runs().getFirst();
    assertThat(joined.exchanges().getFirst().serverSpans()).containsExactly(early.spanId());
    assertThat(joined.exchanges().getLast().serverSpans()).containsExactly(late.spanId());
    Run odd = Join.of(List.of(hops), List.of(late)).runs().getFirst();
    assertThat(odd.exchanges().getLast().serverSpans()).containsExactly(late.spanId());
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

  private static Span distinctText(Span span) {
    return span.attributes().get(AttributeNames.PROCESS_ID).equals(Optional.of("12"))
        ? span.with(span.attributes().with(AttributeNames.DB_QUERY, "UPDATE stock SET n = 1"))
        : span;
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

  private static void holds(Alignment bound, long truth) {
    assertThat(truth).isBetween(bound.lowNanos(), bound.highNanos());
  }

  private static Alignment bound(Run run, String clock) {
    return run.alignments().stream()
        .filter(a -> a.clock().equals(clock))
        .findFirst()
        .orElseThrow(() -> new AssertionError(clock + " " + run.alignments()));
  }

  private static Span only(List<Span> spans, Layer layer) {
    return spans.stream().filter(span -> span.layer() == layer).findFirst().orElseThrow();
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
