package dev.lightfoot.analysis.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServedTracesTest {
  private static final Attributes SQL =
      Attributes.of(
          AttributeNames.DB_SYSTEM, "postgresql", AttributeNames.DB_QUERY, "SELECT a FROM b");

  @Test
  void aRequestHasItsCallsInOrderOfTime() {
    ServedRequest request =
        only(Recorded.request("/orders", 100).at(5).query("SELECT 2", 4).cache("GET a", 1));
    assertThat(request.route()).isEqualTo("GET /orders");
    assertThat(request.service()).isEqualTo("shop");
    assertThat(request.wallNanos()).isEqualTo(100_000_000);
    assertThat(request.calls())
        .extracting(call -> call.layer().label() + " " + call.pathNanos())
        .containsExactly("database 4000000", "cache 1000000");
  }

  @Test
  void aDriversSpanBelowAMappersIsTheSameCall() {
    List<Span> spans =
        new ArrayList<>(Recorded.request("/", 50).call(Layer.DATABASE, 10, SQL).spans());
    Span outer = spans.getLast();
    spans.add(
        Span.of("00000000000000aa", "pg.query", Layer.DATABASE, SpanKind.CLIENT, outer.time())
            .inTrace(outer.traceId().orElseThrow(), Optional.of(outer.spanId()))
            .with(SQL));
    Call call = only(ServedTraces.of(ServedSpans.of(spans))).calls().getFirst();
    assertThat(call.span().name()).isEqualTo("pg.query");
    assertThat(call.outer()).isEqualTo(call.position() - 1);
    assertThat(call.pathNanos()).isEqualTo(10_000_000);
  }

  @Test
  void connectingAndWaitingForAConnectionAreNoCalls() {
    Attributes system = Attributes.of(AttributeNames.DB_SYSTEM, "postgresql");
    ServedRequest request =
        only(
            Recorded.request("/", 50)
                .add("pg.connect", Layer.DATABASE, SpanKind.CLIENT, 3, system)
                .add("pg-pool.connect", Layer.DATABASE, SpanKind.INTERNAL, 3, system)
                .call(Layer.DATABASE, 10, SQL));
    assertThat(request.calls()).extracting(Call::nanos).containsExactly(10_000_000L);
  }

  @Test
  void whatLiesBelowAnotherServicesRequestIsThatServices() {
    List<Span> spans = new ArrayList<>(Recorded.request("/", 50).get("http://b/x", 20).spans());
    Span caller = spans.getLast();
    String trace = caller.traceId().orElseThrow();
    spans.add(
        Span.of("00000000000000bb", "GET /x", Layer.APP, SpanKind.SERVER, caller.time())
            .inTrace(trace, Optional.of(caller.spanId()))
            .with(Attributes.of(AttributeNames.SERVICE_NAME, "b")));
    spans.add(
        Span.of("00000000000000bc", "SELECT", Layer.DATABASE, SpanKind.CLIENT, caller.time())
            .inTrace(trace, Optional.of("00000000000000bb"))
            .with(SQL));
    List<ServedRequest> requests = ServedTraces.of(ServedSpans.of(spans)).requests();
    assertThat(requests).extracting(ServedRequest::service).containsExactly("shop", "b");
    assertThat(requests).extracting(request -> request.calls().size()).containsExactly(1, 1);
    assertThat(requests.getFirst().calls().getFirst().pathNanos()).isEqualTo(20_000_000);
  }

  @Test
  void oneConnectionsStatementsWithoutAPauseBelongTogether() {
    ServedTraces traces =
        ServedTraces.of(
            ServedSpans.of(
                List.of(
                    entry("1", 7, 0), entry("2", 7, 30), entry("3", 7, 100), entry("4", 8, 31))));
    assertThat(traces.requests())
        .extracting(request -> request.calls().size())
        .containsExactly(2, 1, 1);
    assertThat(traces.requests())
        .allMatch(request -> traces.grade(request) == Evidence.INFERRED)
        .allMatch(request -> request.scope() == ServedRequest.Scope.SESSION);
  }

  @Test
  void statementsOfWhichNobodySaysWhoMadeThemBelongToNoRequest() {
    Span entry = entry("1", 7, 0);
    ServedTraces traces = ServedTraces.of(ServedSpans.of(List.of(entry.with(SQL))));
    assertThat(traces.requests()).isEmpty();
    assertThat(traces.unscoped()).hasSize(1);
  }

  @Test
  void theFloorIsDistanceWhereSeveralStatementsComeNearIt() {
    Recorded distant = Recorded.request("/", 100);
    Recorded slow = Recorded.request("/", 100);
    for (int i = 0; i < 6; i++) {
      distant.query("SELECT a FROM b" + i % 3, 5 + i * 0.1);
      slow.query("SELECT a FROM b", 5 + i * 0.1);
    }
    assertThat(floor(distant)).isEqualTo(new PeerFloor(5_000_000, 6, true, 1));
    assertThat(floor(slow)).isEqualTo(new PeerFloor(5_000_000, 6, false, 1));
  }

  @Test
  void aTraceWithoutAParentThatItNamesIsPartial() {
    List<Span> spans =
        new ArrayList<>(Recorded.request("/", 50).query("SELECT a FROM b", 2).spans());
    ServedTraces whole = ServedTraces.of(ServedSpans.of(spans));
    spans.removeFirst();
    ServedTraces partial = ServedTraces.of(ServedSpans.of(spans));
    assertThat(whole.grade(only(whole))).isEqualTo(Evidence.IMPORTED);
    assertThat(partial.grade(only(partial))).isEqualTo(Evidence.INFERRED);
  }

  private static PeerFloor floor(Recorded request) {
    ServedTraces traces = ServedTraces.of(Recorded.all(request));
    ServedRequest only = only(traces);
    return traces.floors().of(only, only.calls().getFirst()).orElseThrow();
  }

  private static Span entry(String id, int process, long millis) {
    SpanTime time = SpanTime.of(1_790_000_000_000_000_000L + millis * 1_000_000, 2_000_000, 1);
    return Span.of("000000000000000" + id, "SELECT b", Layer.DATABASE, SpanKind.SERVER, time)
        .with(SQL.with(AttributeNames.PROCESS_ID, Integer.toString(process)));
  }

  private static ServedRequest only(Recorded request) {
    return only(ServedTraces.of(Recorded.all(request)));
  }

  private static ServedRequest only(ServedTraces traces) {
    assertThat(traces.requests()).hasSize(1);
    return traces.requests().getFirst();
  }
}
