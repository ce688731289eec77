package dev.lightfoot.analysis.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.route.RouteStatistics.Calls;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RouteTableTest {
  private final RouteTable table = new RouteTable();

  @Test
  void pathsWithIdsAreOneRoute() {
    table.add(request("/orders/1", 200, 10));
    table.add(request("/orders/2", 404, 20));
    table.add(request("/orders/2", 500, 60));
    RouteStatistics route = table.summary().routes().getFirst();
    assertThat(route.key().name()).isEqualTo("GET /orders/{id}");
    assertThat(List.of(route.count(), route.errors())).containsExactly(3L, 1L);
    assertThat(route.durations().p50()).hasValue(20);
  }

  @Test
  void aRouteThatTheServerNamesIsKept() {
    Attributes named =
        Attributes.of(
            AttributeNames.METHOD,
            "GET",
            AttributeNames.ROUTE,
            "/o/<int:pk>",
            AttributeNames.PATH,
            "/o/1",
            AttributeNames.SERVICE_NAME,
            "shop");
    table.add(request("/", 200, 1).with(named));
    assertThat(table.summary().routes().getFirst().key())
        .isEqualTo(new RouteKey(Layer.APP, Optional.of("shop"), "GET", "/o/<int:pk>"));
  }

  @Test
  void aRequestWithoutADurationCountsWithoutOne() {
    Span instant =
        Span.of("1", "GET", Layer.PROXY, SpanKind.SERVER, SpanTime.instant(5, 1))
            .with(Attributes.of(AttributeNames.METHOD, "GET", AttributeNames.PATH, "/"));
    table.add(instant);
    RouteStatistics route = table.summary().routes().getFirst();
    assertThat(List.of(route.count(), route.durations().count())).containsExactly(1L, 0L);
  }

  @Test
  void callsAreBilledToTheNearestRequestAboveThem() {
    table.add(request("/outer", 200, 1_000).inTrace("t", Optional.empty()));
    table.add(span("view", "/outer", SpanKind.INTERNAL, Layer.APP, 100, 700));
    table.add(span("q1", "view", SpanKind.CLIENT, Layer.DATABASE, 100, 200));
    table.add(span("q2", "view", SpanKind.CLIENT, Layer.DATABASE, 300, 100));
    table.add(span("log1", "q1", SpanKind.SERVER, Layer.DATABASE, 110, 50));
    table.add(span("call", "view", SpanKind.CLIENT, Layer.EXTERNAL, 500, 300));
    table.add(request("/inner", 200, 200).inTrace("t", Optional.of("call")));
    table.add(span("q3", "/inner", SpanKind.CLIENT, Layer.CACHE, 5, 10));
    RouteSummary summary = table.summary();
    assertThat(calls(summary, "/outer"))
        .isEqualTo(
            Map.of(
                Layer.DATABASE, new Calls(2, 2, 2, 300), Layer.EXTERNAL, new Calls(1, 1, 1, 300)));
    assertThat(calls(summary, "/inner")).isEqualTo(Map.of(Layer.CACHE, new Calls(1, 1, 1, 10)));
    assertThat(summary.unassigned()).isZero();
    assertThat(route(summary, "/outer").selfNanos()).isEqualTo(300);
    assertThat(layer(summary, Layer.DATABASE).trips()).isEqualTo(2);
    assertThat(layer(summary, Layer.DATABASE).operations()).isEqualTo(3);
  }

  @Test
  void callsWithoutATraceAreBilledToTheRequestBeforeThem() {
    for (int i = 0; i < 2; i++) {
      table.add(request("/a", 200, 100));
      table.add(tried("/a"));
      table.add(tried("/a"));
      table.add(request("/b", 200, 100));
    }
    table.add(tried("/a"));
    RouteSummary summary = table.summary();
    assertThat(calls(summary, "/a")).isEqualTo(Map.of(Layer.APP, new Calls(4, 4, 2, 40)));
    assertThat(route(summary, "/a").traced()).isEqualTo(2);
    assertThat(route(summary, "/b").traced()).isZero();
  }

  /// As a proxy's log tells of a try upstream.
  private static Span tried(String request) {
    Span span = span("try", request, SpanKind.CLIENT, Layer.APP, 20, 10);
    return new Span(
        Optional.empty(),
        span.spanId(),
        span.parentSpanId(),
        span.name(),
        span.layer(),
        span.kind(),
        span.time(),
        span.status(),
        span.attributes(),
        span.events(),
        span.links());
  }

  @Test
  void aSpanThatStandsForSeveralCallsCountsAsSoMany() {
    table.add(request("/", 200, 100).inTrace("t", Optional.empty()));
    table.add(
        span("q", "/", SpanKind.CLIENT, Layer.DATABASE, 1, 50)
            .with(Attributes.of(AttributeNames.CALLS, "12")));
    assertThat(layer(table.summary(), Layer.DATABASE).trips()).isEqualTo(12);
    assertThat(calls(table.summary(), "/"))
        .isEqualTo(Map.of(Layer.DATABASE, new Calls(12, 12, 12, 50)));
  }

  @Test
  void aBatchIsOneTripWithAllItsOperations() {
    table.add(request("/", 200, 100).inTrace("t", Optional.empty()));
    table.add(
        span("insert", "/", SpanKind.CLIENT, Layer.DATABASE, 1, 50)
            .with(Attributes.of(AttributeNames.DB_BATCH, "40")));
    table.add(
        span("pipeline", "/", SpanKind.CLIENT, Layer.CACHE, 60, 5)
            .with(Attributes.of(AttributeNames.DB_BATCH, "20")));
    RouteSummary summary = table.summary();
    assertThat(calls(summary, "/"))
        .isEqualTo(
            Map.of(Layer.DATABASE, new Calls(1, 40, 1, 50), Layer.CACHE, new Calls(1, 20, 1, 5)));
    assertThat(layer(summary, Layer.DATABASE).trips()).isEqualTo(1);
    assertThat(layer(summary, Layer.DATABASE).operations()).isEqualTo(40);
  }

  @Test
  void whatHasAParentThatWasNotReadIsARequest() {
    table.add(span("render", "lost", SpanKind.INTERNAL, Layer.APP, 0, 100));
    table.add(span("q", "render", SpanKind.CLIENT, Layer.DATABASE, 10, 20));
    table.add(span("call", "lost", SpanKind.CLIENT, Layer.DATABASE, 50, 20));
    RouteSummary summary = table.summary();
    assertThat(summary.routes()).extracting(each -> each.key().name()).containsExactly("render");
    assertThat(calls(summary, "render")).isEqualTo(Map.of(Layer.DATABASE, new Calls(1, 1, 1, 20)));
    assertThat(route(summary, "render").count()).isEqualTo(1);
    assertThat(summary.unassigned()).isEqualTo(1);
    table.add(request("lost", 200, 200).inTrace("t", Optional.empty()));
    assertThat(table.summary().routes())
        .extracting(each -> each.key().name())
        .containsExactly("GET lost");
  }

  @Test
  void whatConsumesAMessageIsARequest() {
    table.add(span("orders process", "sent", SpanKind.CONSUMER, Layer.QUEUE, 0, 100));
    assertThat(table.summary().routes().getFirst().key())
        .isEqualTo(new RouteKey(Layer.QUEUE, Optional.empty(), "", "orders process"));
  }

  @Test
  void aStatusOf500AndMoreIsAnErrorOfWhateverSaysSo() {
    table.add(request("/a", 200, 1));
    table.add(request("/a", 499, 1));
    table.add(request("/a", 500, 1));
    table.add(request("/a", 200, 1).with(SpanStatus.error("cut")));
    table.add(
        span("call", "", SpanKind.CLIENT, Layer.EXTERNAL, 0, 1)
            .with(Attributes.of(AttributeNames.STATUS, "503")));
    assertThat(route(table.summary(), "/a").errors()).isEqualTo(2);
    assertThat(layer(table.summary(), Layer.EXTERNAL).errors()).isEqualTo(1);
  }

  @Test
  void aRequestOfWhichOnlyTheMethodIsLoggedSaysSo() {
    table.add(
        Span.of("1", "GET", Layer.PROXY, SpanKind.SERVER, SpanTime.of(0, 5, 1))
            .with(Attributes.of(AttributeNames.METHOD, "GET")));
    assertThat(table.summary().routes().getFirst().key().name()).isEqualTo("GET (path not logged)");
  }

  @Test
  void aServersMethodAndASpanOfThatNameAreDifferentRoutesInWhateverOrder() {
    Attributes get = Attributes.of(AttributeNames.METHOD, "GET");
    SpanTime time = SpanTime.of(0, 5, 1);
    table.add(Span.of("1", "GET", Layer.APP, SpanKind.INTERNAL, time).with(get));
    table.add(Span.of("2", "GET", Layer.APP, SpanKind.SERVER, time).with(get));
    assertThat(table.summary().routes())
        .extracting(row -> row.key().name())
        .containsExactlyInAnyOrder("GET", "GET (path not logged)");
  }

  @Test
  void selfTimeTakesPartsOnceAndOnlyWithinTheRequest() {
    // parts come first, as their recorders send them; one begins with the request
    table.add(span("a", "/x", SpanKind.INTERNAL, Layer.TEMPLATE, 0, 30));
    table.add(span("b", "/x", SpanKind.CLIENT, Layer.DATABASE, 20, 30));
    table.add(span("late", "/x", SpanKind.CLIENT, Layer.CACHE, 90, 50));
    table.add(request("/x", 200, 100).inTrace("t", Optional.empty()));
    assertThat(route(table.summary(), "/x").selfNanos()).isEqualTo(40);
  }

  @Test
  void mostTimeComesFirstThenMostRequests() {
    table.add(request("/few", 200, 100));
    table.add(request("/many", 200, 50));
    table.add(request("/many", 200, 50));
    table.add(request("/slow", 200, 101));
    assertThat(table.summary().routes())
        .extracting(each -> each.key().route())
        .containsExactly("/slow", "/many", "/few");
  }

  @Test
  void parentsThatLeadInACircleAreNoTrouble() {
    table.add(span("a", "b", SpanKind.CLIENT, Layer.DATABASE, 1, 1));
    table.add(span("b", "a", SpanKind.INTERNAL, Layer.APP, 1, 1));
    table.add(span("c", "c", SpanKind.CLIENT, Layer.DATABASE, 1, 1));
    assertThat(table.summary().unassigned()).isEqualTo(2);
  }

  @Test
  void tracesThatWaitTooLongAreBilledAsTheyAre() {
    RouteTable small = new RouteTable(100);
    for (int i = 0; i < 1_000; i++) {
      small.add(request("/", 200, 100).inTrace("t" + i, Optional.empty()));
      small.add(
          Span.of("q", "q", Layer.DATABASE, SpanKind.CLIENT, SpanTime.of(1, 10, 1))
              .inTrace("t" + i, Optional.of("/")));
    }
    RouteStatistics route = small.summary().routes().getFirst();
    assertThat(route.calls()).isEqualTo(Map.of(Layer.DATABASE, new Calls(1_000, 1_000, 1, 10_000)));
  }

  @Test
  void routesBeyondTheLimitAreCountedTogether() {
    for (int i = 0; i < RouteTable.MAX_ROUTES + 10; i++) {
      table.add(request("/" + "x".repeat(i % 100) + (char) ('a' + i / 100), 200, 1));
    }
    RouteSummary summary = table.summary();
    assertThat(summary.routes()).hasSize(RouteTable.MAX_ROUTES);
    assertThat(summary.unlisted()).isEqualTo(10);
  }

  @Test
  void whatFailedIsCountedByLayer() {
    table.add(
        span("q", "", SpanKind.CLIENT, Layer.DATABASE, 1, 1).with(SpanStatus.error("deadlock")));
    assertThat(layer(table.summary(), Layer.DATABASE).errors()).isEqualTo(1);
  }

  @Test
  void whatItCameToCanBeAskedAtAnyTime() {
    table.add(request("/a", 200, 100).inTrace("t", Optional.empty()));
    table.add(span("q1", "/a", SpanKind.CLIENT, Layer.DATABASE, 10, 20));
    RouteSummary early = table.summary();
    table.add(span("q2", "/a", SpanKind.CLIENT, Layer.DATABASE, 40, 20));
    RouteSummary late = table.summary();
    assertThat(calls(early, "/a")).isEqualTo(Map.of(Layer.DATABASE, new Calls(1, 1, 1, 20)));
    assertThat(calls(late, "/a")).isEqualTo(Map.of(Layer.DATABASE, new Calls(2, 2, 2, 40)));
    assertThat(route(late, "/a").selfNanos()).isEqualTo(60);
    assertThat(route(early, "/a").durations().count()).isEqualTo(1);
  }

  @Test
  void statementsHaveRowsOfTheirOwn() {
    table.add(span("SELECT supplier", "view", SpanKind.CLIENT, Layer.DATABASE, 10, 20));
    table.add(span("SELECT supplier", "view", SpanKind.CLIENT, Layer.DATABASE, 40, 60));
    table.add(span("get", "view", SpanKind.CLIENT, Layer.CACHE, 40, 5));
    RouteSummary summary = table.summary();
    assertThat(summary.routes()).isEmpty();
    assertThat(summary.statements())
        .extracting(each -> each.key().name() + " " + each.count())
        .containsExactly("SELECT supplier 2", "get 1");
  }

  @Test
  void statementsBeyondTheLimitAreNoUnlistedRequests() {
    for (int i = 0; i < RouteTable.MAX_ROUTES + 10; i++) {
      table.add(span("SELECT " + i, "view", SpanKind.CLIENT, Layer.DATABASE, 10, 20));
    }
    assertThat(table.summary().statements()).hasSize(RouteTable.MAX_ROUTES);
    assertThat(table.summary().unlisted()).isZero();
    assertThat(layer(table.summary(), Layer.DATABASE).operations())
        .isEqualTo(RouteTable.MAX_ROUTES + 10);
  }

  @Test
  void whatNobodyWaitsForIsARequestUnderItsName() {
    table.add(span("nightly report", "", SpanKind.INTERNAL, Layer.APP, 0, 100));
    table.add(span("q", "nightly report", SpanKind.CLIENT, Layer.DATABASE, 10, 20));
    table.add(span("connect", "", SpanKind.INTERNAL, Layer.TCP, 0, 100));
    RouteStatistics only = table.summary().routes().getFirst();
    assertThat(table.summary().routes()).hasSize(1);
    assertThat(only.key())
        .isEqualTo(new RouteKey(Layer.APP, Optional.empty(), "", "nightly report"));
    assertThat(only.calls()).isEqualTo(Map.of(Layer.DATABASE, new Calls(1, 1, 1, 20)));
  }

  @Test
  void whatADriverTellsOfBelowAPoolIsTheSameTrip() {
    table.add(request("/a", 200, 100).inTrace("t", Optional.empty()));
    table.add(span("pool", "/a", SpanKind.CLIENT, Layer.CACHE, 10, 20));
    table.add(span("driver", "pool", SpanKind.CLIENT, Layer.CACHE, 12, 15));
    assertThat(calls(table.summary(), "/a")).isEqualTo(Map.of(Layer.CACHE, new Calls(1, 1, 1, 20)));
    assertThat(layer(table.summary(), Layer.CACHE).trips()).isEqualTo(1);
  }

  private static LayerStatistics layer(RouteSummary summary, Layer layer) {
    return summary.layers().stream()
        .filter(each -> each.layer() == layer)
        .findFirst()
        .orElseThrow();
  }

  private static RouteStatistics route(RouteSummary summary, String path) {
    return summary.routes().stream()
        .filter(each -> each.key().route().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Layer, Calls> calls(RouteSummary summary, String path) {
    return route(summary, path).calls();
  }

  /// Its id is its path.
  private static Span request(String path, int status, long nanos) {
    return Span.of(path, "GET", Layer.APP, SpanKind.SERVER, SpanTime.of(0, nanos, 1))
        .with(
            Attributes.of(
                AttributeNames.METHOD,
                "GET",
                AttributeNames.PATH,
                path,
                AttributeNames.STATUS,
                Integer.toString(status)));
  }

  private static Span span(
      String id, String parent, SpanKind kind, Layer layer, long start, long nanos) {
    return Span.of(id, id, layer, kind, SpanTime.of(start, nanos, 1))
        .inTrace("t", Optional.of(parent).filter(name -> !name.isEmpty()));
  }
}
