package dev.lightfoot.codec.semconv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SpanDraftTest {
  private final Notes notes = new Notes();

  @Test
  void earlierNamesAreFoldedToTodays() {
    assertThat(
            span(
                    SpanKind.SERVER,
                    "",
                    "http.method",
                    "GET",
                    "http.target",
                    "/cart?x=1",
                    "http.status_code",
                    "200",
                    "http.host",
                    "shop.test:8443",
                    "http.flavor",
                    "1.1",
                    "http.user_agent",
                    "curl",
                    "net.sock.peer.addr",
                    "10.0.0.1",
                    "net.peer.name",
                    "client")
                .attributes()
                .toMap())
        .containsAllEntriesOf(
            Map.of(
                "http.request.method", "GET",
                "url.path", "/cart",
                "url.query", "x=1",
                "http.response.status_code", "200",
                "server.address", "shop.test",
                "server.port", "8443",
                "network.protocol.version", "1.1",
                "user_agent.original", "curl",
                "network.peer.address", "10.0.0.1",
                "client.address", "client"))
        .doesNotContainKeys("http.method", "http.target", "net.peer.name");
  }

  @Test
  void ofTwoGenerationsTodaysCountsInWhateverOrder() {
    for (String[] both :
        new String[][] {
          {"db.statement", "old", "db.query.text", "new", "db.system", "mysql"},
          {"db.system", "mysql", "db.query.text", "new", "db.statement", "old"}
        }) {
      Span span = span(SpanKind.CLIENT, "", both);
      assertThat(span.attributes().get("db.query.text")).hasValue("new");
      assertThat(span.attributes().get("db.system.name")).hasValue("mysql");
      assertThat(span.layer()).isEqualTo(Layer.DATABASE);
    }
  }

  @Test
  void thePathOfAServersAddressIsFound() {
    assertThat(
            span(SpanKind.SERVER, "", "http.url", "http://a.test/b/c?d=e#f").attributes().toMap())
        .containsEntry("url.full", "http://a.test/b/c?d=e#f")
        .containsEntry("url.path", "/b/c")
        .containsEntry("url.query", "d=e");
    assertThat(span(SpanKind.SERVER, "", "url.full", "http://a.test").attributes().toMap())
        .containsEntry("url.path", "/");
  }

  @Test
  void eachLayerIsToldFromWhatTheSpanCallsAndWhoseItIs() {
    assertThat(layer(SpanKind.SERVER, "GET /", "@opentelemetry/instrumentation-http"))
        .isEqualTo(Layer.APP);
    assertThat(layer(SpanKind.SERVER, "/", "nginx")).isEqualTo(Layer.PROXY);
    assertThat(layer(SpanKind.SERVER, "/", "", "service.name", "envoy")).isEqualTo(Layer.PROXY);
    assertThat(layer(SpanKind.SERVER, "/", "", "component", "proxy")).isEqualTo(Layer.PROXY);
    assertThat(layer(SpanKind.CLIENT, "GET", "", "db.system", "redis")).isEqualTo(Layer.CACHE);
    assertThat(layer(SpanKind.CLIENT, "get", "", "db.system.name", "memcached"))
        .isEqualTo(Layer.CACHE);
    assertThat(layer(SpanKind.CLIENT, "SELECT", "", "db.system", "postgresql"))
        .isEqualTo(Layer.DATABASE);
    assertThat(layer(SpanKind.CLIENT, "GET", "", "http.method", "GET")).isEqualTo(Layer.EXTERNAL);
    assertThat(layer(SpanKind.CLIENT, "x/Y", "", "rpc.system", "grpc")).isEqualTo(Layer.EXTERNAL);
    assertThat(layer(SpanKind.PRODUCER, "send", "")).isEqualTo(Layer.EXTERNAL);
    assertThat(layer(SpanKind.INTERNAL, "query", "", "express.type", "middleware"))
        .isEqualTo(Layer.MIDDLEWARE);
    assertThat(layer(SpanKind.INTERNAL, "h", "", "express.type", "request_handler"))
        .isEqualTo(Layer.APP);
    assertThat(layer(SpanKind.INTERNAL, "SessionMiddleware", "")).isEqualTo(Layer.MIDDLEWARE);
    assertThat(layer(SpanKind.INTERNAL, "django.template.render", "")).isEqualTo(Layer.TEMPLATE);
    assertThat(layer(SpanKind.INTERNAL, "render_template.action_view", ""))
        .isEqualTo(Layer.TEMPLATE);
    assertThat(layer(SpanKind.INTERNAL, "tcp.connect", "@opentelemetry/instrumentation-net"))
        .isEqualTo(Layer.TCP);
    assertThat(layer(SpanKind.INTERNAL, "work", "")).isEqualTo(Layer.APP);
    assertThat(layer(SpanKind.CLIENT, "x", "", "lightfoot.layer", "template"))
        .isEqualTo(Layer.TEMPLATE);
  }

  @Test
  void severalCallsInOneSpanAreCountedAndDropsAreSaid() {
    assertThat(
            span(SpanKind.CLIENT, "", "composite.count", "12")
                .attributes()
                .number("lightfoot.calls"))
        .hasValue(12);
    assertThat(
            span(SpanKind.CLIENT, "", "db.operation.batch.size", "3")
                .attributes()
                .number("lightfoot.calls"))
        .isEmpty();
    span(SpanKind.CLIENT, "", "otel.dropped_events_count", "2");
    Collected told = new Collected();
    notes.report(told);
    assertThat(told.warnings).hasSize(2);
    assertThat(told.warnings.getFirst()).contains("lower bounds");
    assertThat(told.warnings.getLast()).contains("several calls into one: 1");
  }

  @Test
  void theClockIsTheHostsOrElseTheServices() {
    assertThat(clock("host.id", "h", "host.name", "n", "service.name", "s")).isEqualTo("h");
    assertThat(clock("host.name", "n", "service.name", "s")).isEqualTo("n");
    assertThat(clock("service.name", "s")).isEqualTo("s");
  }

  @Test
  void tenThousandAttributesKeepTheirOrderAndLastValues() {
    AttributeList list = new AttributeList();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        list.put("k" + i, "v" + (i + round));
      }
    }
    assertThat(list.take("k500")).isEqualTo("v501");
    assertThat(list.get("k500")).isNull();
    assertThat(list.get("k9999")).isEqualTo("v10000");
    assertThat(list.toAttributes().size()).isEqualTo(9_999);
  }

  private String clock(String... attributes) {
    return span(SpanKind.SERVER, "", attributes).attributes().get("lightfoot.clock").orElseThrow();
  }

  private Layer layer(SpanKind kind, String name, String scope, String... attributes) {
    return named(kind, name, scope, attributes).layer();
  }

  private Span span(SpanKind kind, String scope, String... attributes) {
    return named(kind, "n", scope, attributes);
  }

  private Span named(SpanKind kind, String name, String scope, String... attributes) {
    SpanDraft draft = new SpanDraft();
    draft.traceId("5b8efff798038103d269b633813fc60c");
    draft.spanId("eee19b7ec3c1b174");
    draft.name(name);
    draft.kind(kind);
    draft.clock().start(1_544_712_660_000_000_001L);
    draft.clock().end(1_544_712_660_000_000_009L);
    for (int i = 0; i < attributes.length; i += 2) {
      draft.put(attributes[i], attributes[i + 1]);
    }
    try {
      return draft.finish(Recorder.of(new AttributeList(), scope), "test", notes);
    } catch (UnreadableSpanException e) {
      throw new AssertionError(e);
    }
  }
}
