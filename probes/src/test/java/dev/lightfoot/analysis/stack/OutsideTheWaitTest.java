package dev.lightfoot.analysis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What servers did when the client's wait was over is shown, and no part of it.
final class OutsideTheWaitTest {
  private static final long MICRO = 1_000;
  private static final long WAIT = 4_600;

  private final List<Span> spans = new ArrayList<>();

  @Test
  void aViewThatStillQueriesAfterItsHeadHasLeftIsBilledUpToIt() {
    add("n", "", Layer.PROXY, SpanKind.SERVER, 200, 54_000, JoinedBy.TRACE_ID);
    add("g", "n", Layer.APP, SpanKind.SERVER, 300, 53_800, JoinedBy.TRACE_ID);
    for (int i = 0; i < 11; i++) {
      add("q" + i, "g", Layer.DATABASE, SpanKind.CLIENT, 500 + i * 4_000, 2_000, JoinedBy.TRACE_ID);
    }
    Stack stack = stack(50_000);
    LayerTotal database = database(stack);
    assertThat(database.trips()).isEqualTo(11);
    // the second began 0.1 ms before the first byte left, which therefore did not wait for it
    assertThat(database.waitTrips()).isEqualTo(1);
    assertThat(stack.notes()).contains(new StackRemark.AfterTheWait(Layer.DATABASE, 10));
    isWithinTheWait(stack);
    assertThat(stack.contradictions()).isEmpty();
    assertThat(billed(50_000).trips()).hasValue(1);
  }

  @Test
  void aMirrorThatEndsAfterTheAnswerCostsTheWaitNothingBeyondIt() {
    add("g", "", Layer.APP, SpanKind.SERVER, 300, 4_000, JoinedBy.TRACE_ID);
    add("m", "", Layer.APP, SpanKind.SERVER, 400, 6_500, JoinedBy.TRACE_ID);
    isWithinTheWait(stack(100));
  }

  @Test
  void anExceptionAfterTheHeadersAndWorkAfterTheResponseCostTheWaitNothing() {
    add("g", "", Layer.APP, SpanKind.SERVER, 300, 4_000, JoinedBy.TRACE_ID);
    add("a", "g", Layer.DATABASE, SpanKind.CLIENT, 1_000, 2_000, JoinedBy.TRACE_ID);
    add("b", "g", Layer.DATABASE, SpanKind.CLIENT, 5_000, 2_600, JoinedBy.TRACE_ID);
    Stack stack = stack(100);
    assertThat(database(stack).trips()).isEqualTo(2);
    assertThat(database(stack).waitTrips()).isEqualTo(1);
    assertThat(database(stack).criticalNanos()).isEqualTo(2_000 * MICRO);
    assertThat(billed(100).trips()).hasValue(1);
    assertThat(billed(100).totalNanos()).isEqualTo(2_000 * MICRO);
    isWithinTheWait(stack);
  }

  @Test
  void aLayersTimeAboveItsParentsIsAContradictionAndExplainsNothing() {
    add("g", "", Layer.APP, SpanKind.SERVER, 300, 4_000, JoinedBy.TRACE_ID);
    for (int i = 0; i < 24; i++) {
      add("q" + i, "g", Layer.DATABASE, SpanKind.CLIENT, 400 + i * 2_100, 2_000, JoinedBy.TIME);
    }
    Stack stack = stack(100);
    assertThat(stack.contradictions())
        .contains(
            new StackRemark.LongerThanParent(
                new RowLabel.Named("app"), Layer.DATABASE, (48_000 - 4_000) * MICRO));
    assertThat(stack.explainedNanos()).isEqualTo(stack.distanceNanos());
  }

  @Test
  void whatLiesBelowAServerOfWholeSecondsIsDrawnWithinTheOneAroundThat() {
    add("n", "", Layer.PROXY, SpanKind.SERVER, 200, 4_200, JoinedBy.TRACE_ID);
    add("g", "n", Layer.APP, SpanKind.SERVER, 300, 4_000, JoinedBy.TRACE_ID);
    add("v", "g", Layer.APP, SpanKind.SERVER, 400, 3_800, JoinedBy.TRACE_ID);
    add("q", "v", Layer.DATABASE, SpanKind.CLIENT, 1_000, 2_000, JoinedBy.TRACE_ID);
    for (int i = 1; i < spans.size(); i++) {
      Span span = spans.get(i);
      Span other = span.with(span.attributes().with(AttributeNames.CLOCK, "host"));
      spans.set(i, i == 1 ? coarse(other) : other);
    }
    // by itself the host's clock would be drawn in the middle: 20 ms later
    List<Alignment> bounds =
        List.of(
            new Alignment("web", -1_000 * MICRO, 1_000 * MICRO, 5),
            new Alignment("host", -41_000 * MICRO, 1_000 * MICRO, 5));
    Run plain = run(100);
    Run run = plain.with(plain.exchanges(), plain.spans(), bounds);
    LayerTotal database = database(StackBuilder.build(run, List.of(run)));
    assertThat(database.laterTrips()).isZero();
    assertThat(database.criticalNanos()).isEqualTo(2_000 * MICRO);
  }

  private static Span coarse(Span span) {
    SpanTime time = span.time();
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentSpanId(),
        span.name(),
        span.layer(),
        span.kind(),
        SpanTime.of(time.atUnixNanos(), time.durationNanos(), 1_000_000 * MICRO),
        span.status(),
        span.attributes(),
        span.events(),
        span.links());
  }

  private static void isWithinTheWait(Stack stack) {
    long billed = stack.layers().stream().mapToLong(LayerTotal::criticalNanos).sum();
    assertThat(billed).isPositive().isLessThanOrEqualTo(WAIT * MICRO);
    assertThat(stack.explainedNanos()).isLessThanOrEqualTo(WAIT * MICRO);
  }

  /// The ledger's line for the database.
  private LedgerLine billed(long receiveMicros) {
    Run run = run(receiveMicros);
    return StackLedger.build(run, List.of(run)).lines().stream()
        .filter(line -> line.layer() == Layer.DATABASE)
        .findFirst()
        .orElseThrow();
  }

  private static LayerTotal database(Stack stack) {
    return stack.layers().stream()
        .filter(total -> total.layer() == Layer.DATABASE)
        .findFirst()
        .orElseThrow();
  }

  private void add(
      String id, String parent, Layer layer, SpanKind kind, long micros, long length, JoinedBy by) {
    long start = Samples.WHEN.toInstant().toEpochMilli() * 1_000_000 + micros * MICRO;
    spans.add(
        Span.of(id, "q", layer, kind, SpanTime.of(start, length * MICRO, MICRO))
            .with(
                Attributes.of(
                    AttributeNames.FORMAT, layer.label(),
                    AttributeNames.CLOCK, "web",
                    AttributeNames.JOINED, by.label()))
            .inTrace("t", Optional.of(parent).filter(text -> !text.isEmpty())));
  }

  /// The wait of 4.6 ms, then a body that takes so long to come.
  private Stack stack(long receiveMicros) {
    Run run = run(receiveMicros);
    return StackBuilder.build(run, List.of(run));
  }

  private Run run(long receiveMicros) {
    Exchange exchange =
        new ExchangeBuilder("http://127.0.0.1/stream/", "GET")
            .status(OptionalInt.of(200))
            .phase(Phase.SEND, Samples.took(0, 100, 0))
            .phase(Phase.WAIT, Samples.took(100, WAIT, 1))
            .phase(Phase.RECEIVE, Samples.took(100 + WAIT, receiveMicros, 0))
            .build()
            .withServerSpans(spans.stream().map(Span::spanId).toList());
    return new Run(
        RunState.COLD, Samples.WHEN, Optional.empty(), false, List.of(exchange), spans, List.of());
  }
}
