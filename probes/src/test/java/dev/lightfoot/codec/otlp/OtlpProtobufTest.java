package dev.lightfoot.codec.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.google.protobuf.ByteString;
import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.model.span.Span;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.Link;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against what the official classes write.
final class OtlpProtobufTest {
  private final LogReader reader = new OtlpProtobufReader();

  @Test
  void everyMemberThatTheOfficialClassesWriteIsRead() throws MalformedOtlpException {
    Collected read = new Collected();
    assertThat(OtlpProtobuf.decode(request(full()).toByteArray(), read))
        .isEqualTo(new Decoded(1, 0));
    // the same as JSON: two ways to one span
    String json =
        """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":\
        "shop"}}]},"scopeSpans":[{"scope":{"name":"scope"},"spans":[{"traceId":\
        "01010101010101010101010101010101","spanId":"0202020202020202","parentSpanId":\
        "0303030303030303","traceState":"a=b","flags":257,"name":"näme","kind":3,"startTimeUnixNano":"1544712660000000001",\
        "endTimeUnixNano":"1544712660000000009","attributes":[{"key":"i","value":{"intValue":"-7"}},\
        {"key":"d","value":{"doubleValue":0.25}},{"key":"b","value":{"boolValue":true}},\
        {"key":"y","value":{"bytesValue":"AQI="}},{"key":"a","value":{"arrayValue":{"values":[\
        {"stringValue":"x\\ny"},{"intValue":"1"},{}]}}},{"key":"m","value":{"kvlistValue":{"values":\
        [{"key":"k","value":{"doubleValue":2.5}},{"key":"n"}]}}}],"droppedAttributesCount":2,\
        "events":[{"timeUnixNano":"5","name":"e","attributes":[{"key":"k","value":{"stringValue":\
        "v"}}]}],"links":[{"traceId":"04040404040404040404040404040404","spanId":\
        "0505050505050505"}],"status":{"code":2,"message":"no"}}]}]}]}\
        """;
    Collected other = new Collected();
    OtlpJson.decode(json.getBytes(StandardCharsets.UTF_8), other);
    Span expected = other.spans.getFirst();
    assertThat(read.spans)
        .containsExactly(
            expected.with(expected.attributes().with("lightfoot.format", "otlp-protobuf")));
    assertThat(read.warnings).isEqualTo(other.warnings);
  }

  @Test
  void aBufferIsReadFromItsPositionAndNeedNotHaveAnArray() throws MalformedOtlpException {
    byte[] body = request(full()).toByteArray();
    ByteBuffer buffer = ByteBuffer.allocateDirect(body.length + 3).position(3).put(body).flip();
    Collected read = new Collected();
    var texts = new dev.lightfoot.codec.text.TextCache();
    OtlpProtobuf.decode(buffer.position(3), texts, read);
    ByteBuffer heap = ByteBuffer.allocate(body.length + 3).position(3).put(body).flip();
    OtlpProtobuf.decode(heap.position(3), texts, read);
    assertThat(read.spans).hasSize(2);
    assertThat(read.spans.getFirst()).isEqualTo(read.spans.getLast());
  }

  @Test
  void aSpanWithAnInvalidIdIsRejectedAndOthersAccepted() throws MalformedOtlpException {
    byte[] body =
        request(
                full(),
                full().setTraceId(ByteString.copyFrom(new byte[15])),
                full().setSpanId(ByteString.copyFrom(new byte[8])),
                full().setParentSpanId(ByteString.copyFrom(new byte[5])),
                full().setStartTimeUnixNano(-1))
            .toByteArray();
    Collected read = new Collected();
    assertThat(OtlpProtobuf.decode(body, read)).isEqualTo(new Decoded(1, 4));
    assertThat(read.skipped.getFirst())
        .isEqualTo(
            "/resourceSpans/0/scopeSpans/0/spans/1: "
                + "It has no valid trace id (32 hexadecimal digits, not all 0).");
  }

  @Test
  void noCutOrDamageOfABodyDoesMoreThanAMalformedOne() {
    byte[] body = request(full(), full()).toByteArray();
    for (int end = 0; end < body.length; end++) {
      decode(java.util.Arrays.copyOf(body, end));
    }
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = body.clone();
      for (int k = 0; k <= random.nextInt(4); k++) {
        damaged[random.nextInt(body.length)] = (byte) random.nextInt();
      }
      decode(damaged);
    }
  }

  @Test
  void aBodyOfAnotherFormatIsMalformed() {
    assertThatThrownBy(() -> OtlpProtobuf.decode(new byte[] {0x0a, 0x7f, 1}, new Collected()))
        .isInstanceOf(MalformedOtlpException.class)
        .hasMessageContaining("not valid protobuf");
  }

  @Test
  void theCollectorsFileOfRecordsIsReadWithCompressedOnesAndThoseOfLogs() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] body = request(full()).toByteArray();
    record(body, file);
    record(Zstd.compress(body), file);
    record(logs(), file);
    record(Zstd.compress("{\"resourceSpans\":[]}".getBytes(StandardCharsets.UTF_8)), file);
    record(new byte[] {0x0a, 0x7f, 1}, file);
    record(body, file);
    file.writeBytes(new byte[] {0, 0, 1});
    assertThat(reader.recognises(file.toByteArray())).isGreaterThanOrEqualTo(85);
    Collected read = Collected.of(reader, file.toByteArray());
    assertThat(read.spans).hasSize(3);
    assertThat(read.skipped).hasSize(2);
    assertThat(read.skipped.getFirst()).startsWith("record 5: It is not valid protobuf");
    assertThat(read.skipped.getLast()).isEqualTo("record 7: The file ends within its length.");
    assertThat(read.warnings).contains("Lines or records that hold no spans: 1.");
  }

  @Test
  void oneBodyOrSeveralInAFileAreReadMessageByMessage() {
    byte[] body = request(full()).toByteArray();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(body);
    file.writeBytes(body);
    assertThat(reader.recognises(file.toByteArray())).isEqualTo(95);
    assertThat(Collected.of(reader, file.toByteArray()).spans).hasSize(2);
    file.writeBytes(java.util.Arrays.copyOf(body, body.length - 5));
    Collected cut = Collected.of(reader, file.toByteArray());
    assertThat(cut.spans).hasSize(2);
    assertThat(cut.skipped)
        .containsExactly(
            "/resourceSpans/2: The file ends within it: its whole spans are read.",
            "/resourceSpans/2/scopeSpans/0/spans/0: The file ends within it.");
  }

  @Test
  void otherFilesAreNotRecognised() {
    for (String text :
        new String[] {"", "{\"resourceSpans\":[]}", "127.0.0.1 - - [", "\n\n\nabc"}) {
      assertThat(reader.recognises(text.getBytes(StandardCharsets.UTF_8))).isZero();
    }
  }

  private static void decode(byte[] body) {
    try {
      OtlpProtobuf.decode(body, new Collected());
    } catch (MalformedOtlpException e) {
      assertThat(e.sentence()).isNotEmpty();
    }
  }

  private static void record(byte[] record, ByteArrayOutputStream into) {
    into.writeBytes(ByteBuffer.allocate(4).putInt(record.length).array());
    into.writeBytes(record);
  }

  private static byte[] logs() {
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(
            ResourceLogs.newBuilder()
                .addScopeLogs(
                    ScopeLogs.newBuilder()
                        .addLogRecords(LogRecord.newBuilder().setTimeUnixNano(5))))
        .build()
        .toByteArray();
  }

  private static ExportTraceServiceRequest request(
      io.opentelemetry.proto.trace.v1.Span.Builder... spans) {
    ScopeSpans.Builder scope =
        ScopeSpans.newBuilder().setScope(InstrumentationScope.newBuilder().setName("scope"));
    for (var span : spans) {
      scope.addSpans(span);
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(text("service.name", "shop")))
                .addScopeSpans(scope))
        .build();
  }

  private static io.opentelemetry.proto.trace.v1.Span.Builder full() {
    return io.opentelemetry.proto.trace.v1.Span.newBuilder()
        .setTraceId(id(16, 1))
        .setSpanId(id(8, 2))
        .setParentSpanId(id(8, 3))
        .setTraceState("a=b")
        .setFlags(257)
        .setName("näme")
        .setKind(SpanKind.SPAN_KIND_CLIENT)
        .setStartTimeUnixNano(1544712660000000001L)
        .setEndTimeUnixNano(1544712660000000009L)
        .addAttributes(value("i", AnyValue.newBuilder().setIntValue(-7)))
        .addAttributes(value("d", AnyValue.newBuilder().setDoubleValue(0.25)))
        .addAttributes(value("b", AnyValue.newBuilder().setBoolValue(true)))
        .addAttributes(
            value("y", AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {1, 2}))))
        .addAttributes(
            value(
                "a",
                AnyValue.newBuilder()
                    .setArrayValue(
                        ArrayValue.newBuilder()
                            .addValues(AnyValue.newBuilder().setStringValue("x\ny"))
                            .addValues(AnyValue.newBuilder().setIntValue(1))
                            .addValues(AnyValue.newBuilder()))))
        .addAttributes(
            value(
                "m",
                AnyValue.newBuilder()
                    .setKvlistValue(
                        KeyValueList.newBuilder()
                            .addValues(value("k", AnyValue.newBuilder().setDoubleValue(2.5)))
                            .addValues(KeyValue.newBuilder().setKey("n")))))
        .setDroppedAttributesCount(2)
        .addEvents(Event.newBuilder().setTimeUnixNano(5).setName("e").addAttributes(text("k", "v")))
        .addLinks(Link.newBuilder().setTraceId(id(16, 4)).setSpanId(id(8, 5)))
        .setStatus(
            Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage("no"));
  }

  private static ByteString id(int length, int value) {
    byte[] id = new byte[length];
    java.util.Arrays.fill(id, (byte) value);
    return ByteString.copyFrom(id);
  }

  private static KeyValue text(String key, String value) {
    return value(key, AnyValue.newBuilder().setStringValue(value)).build();
  }

  private static KeyValue.Builder value(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value);
  }
}
