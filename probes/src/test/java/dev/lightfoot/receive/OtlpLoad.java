package dev.lightfoot.receive;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.ByteBuffer;

/// Makes requests as a busy web shop would: traces of ten spans, each a server's with calls to a
/// database and a cache, and about as many attributes as today's instrumentation writes. Fifty
/// routes; one request in a hundred fails.
final class OtlpLoad {
  static final int SPANS_PER_TRACE = 10;

  static final long START = 1_795_000_000_000_000_000L;

  private static final int ROUTES = 50;

  private OtlpLoad() {}

  /// One request.
  ///
  /// @param first number of its first span: no number is used twice
  static byte[] request(long first, int spans) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    for (long i = first; i < first + spans; i++) {
      scope.addSpans(span(i));
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(
                    Resource.newBuilder()
                        .addAttributes(attribute("service.name", "shop"))
                        .addAttributes(attribute("host.name", "web-1"))
                        .addAttributes(attribute("telemetry.sdk.language", "java")))
                .addScopeSpans(scope))
        .build()
        .toByteArray();
  }

  private static Span span(long number) {
    long trace = number / SPANS_PER_TRACE;
    int place = (int) (number % SPANS_PER_TRACE);
    long start = START + trace * 1_000_000 + place * 100_000L;
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(bytes(0x1234_5678_9abcL, trace + 1))
            .setSpanId(bytes(number + 1))
            .setStartTimeUnixNano(start)
            .setEndTimeUnixNano(start + (place == 0 ? 5_000_000 : 400_000 + number % 1_000));
    if (place == 0) {
      String shelf = "/shelf" + trace % ROUTES;
      boolean failed = trace % 100 == 99;
      if (failed) {
        span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
      }
      return span.setName("GET " + shelf + "/{id}")
          .setKind(SpanKind.SPAN_KIND_SERVER)
          .addAttributes(attribute("http.request.method", "GET"))
          .addAttributes(attribute("http.route", shelf + "/{id}"))
          .addAttributes(attribute("url.path", shelf + "/" + trace))
          .addAttributes(attribute("http.response.status_code", failed ? "500" : "200"))
          .addAttributes(attribute("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64)"))
          .build();
    }
    span.setParentSpanId(bytes(number - place + 1)).setKind(SpanKind.SPAN_KIND_CLIENT);
    if (place % 3 == 0) {
      span.setName("GET")
          .addAttributes(attribute("db.system.name", "redis"))
          .addAttributes(attribute("db.query.text", "GET product:" + number));
    } else {
      span.setName("SELECT products")
          .addAttributes(attribute("db.system.name", "postgresql"))
          .addAttributes(attribute("db.query.text", "SELECT * FROM products WHERE id = ?"))
          .addAttributes(attribute("db.namespace", "shop"));
    }
    return span.addAttributes(attribute("server.address", "db.internal")).build();
  }

  private static KeyValue attribute(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static ByteString bytes(long... words) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * words.length);
    for (long word : words) {
      buffer.putLong(word);
    }
    return ByteString.copyFrom(buffer.array());
  }
}
