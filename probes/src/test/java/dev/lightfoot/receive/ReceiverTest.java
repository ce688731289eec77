package dev.lightfoot.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.github.luben.zstd.Zstd;
import dev.lightfoot.model.span.Span;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The receiver over real sockets.
final class ReceiverTest {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";
  private static final ReceiverSettings ANY = new ReceiverSettings(0, 0);

  private final List<Span> received = Collections.synchronizedList(new ArrayList<>());
  private final HttpClient client = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // each test starts one
  private Receiver receiver;

  private void start(SpanSink sink) throws IOException {
    receiver = Receiver.start(ANY, sink);
  }

  private void start() throws IOException {
    start(received::addAll);
  }

  @AfterEach
  void stop() {
    if (receiver != null) {
      receiver.close();
    }
    client.close();
  }

  private HttpResponse<byte[]> post(String path, String type, byte[] body, String... headers)
      throws Exception {
    return send("POST", "http://127.0.0.1:" + receiver.otlpPort() + path, type, body, headers);
  }

  private HttpResponse<byte[]> send(
      String method, String url, String type, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }

  private static String type(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static byte[] json(int spans) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < spans; i++) {
      text.append(i == 0 ? "" : ",").append(jsonSpan("%032x".formatted(i + 1)));
    }
    return ("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + text + "]}]}]}").getBytes(UTF_8);
  }

  private static String jsonSpan(String trace) {
    return """
    {"traceId":"%s","spanId":"00f067aa0ba902b7","name":"GET /","kind":2,
     "startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000000001000000"}\
    """
        .formatted(trace);
  }

  @Test
  void protobufIsKeptAndAnsweredWithAnEmptyResponse() throws Exception {
    start();
    HttpResponse<byte[]> answer = post("/v1/traces", PROTOBUF, OtlpLoad.request(0, 3));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo(PROTOBUF);
    assertThat(ExportTraceServiceResponse.parseFrom(answer.body()))
        .isEqualTo(ExportTraceServiceResponse.getDefaultInstance());
    assertThat(received).hasSize(3);
    assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(3, 0, 1, 0));
  }

  @Test
  void jsonIsKeptAndAnsweredInJson() throws Exception {
    start();
    HttpResponse<byte[]> answer = post("/v1/traces", JSON + "; charset=utf-8", json(2));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo(JSON);
    assertThat(text(answer)).isEqualTo("{}");
    assertThat(received).hasSize(2);
  }

  @Test
  void bodiesMayBeCompressed() throws Exception {
    start();
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(json(2));
    }
    ByteArrayOutputStream deflate = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflate)) {
      out.write(json(3));
    }
    List<Integer> statuses =
        List.of(
            post("/v1/traces", JSON, gzip.toByteArray(), "Content-Encoding", "gzip").statusCode(),
            post("/v1/traces", JSON, deflate.toByteArray(), "Content-Encoding", "deflate")
                .statusCode(),
            post("/v1/traces", JSON, Zstd.compress(json(4)), "Content-Encoding", "zstd")
                .statusCode());
    assertThat(statuses).containsOnly(200);
    assertThat(received).hasSize(9);
  }

  @Test
  void spansThatAreNoneAreToldWhileTheOthersAreKept() throws Exception {
    start();
    String spans = jsonSpan("zz") + "," + jsonSpan("0af7651916cd43dd8448eb211c80319c");
    byte[] body =
        ("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + spans + "]}]}]}").getBytes(UTF_8);
    HttpResponse<byte[]> answer = post("/v1/traces", JSON, body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer))
        .startsWith("{\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":\"")
        .contains("/resourceSpans/0/scopeSpans/0/spans/0");
    assertThat(received).hasSize(1);
    assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(1, 1, 1, 0));
  }

  @Test
  void partialSuccessIsProtobufWhereTheRequestWas() throws Exception {
    Reply answer = new OtlpReplies(false).partial(300, "ungültig");
    var partial = ExportTraceServiceResponse.parseFrom(answer.body()).getPartialSuccess();
    assertThat(partial.getRejectedSpans()).isEqualTo(300);
    assertThat(partial.getErrorMessage()).isEqualTo("ungültig");
  }

  @Test
  void logsAndMetricsAreAnsweredWithSuccess() throws Exception {
    start();
    for (String path : List.of("/v1/logs", "/v1/metrics")) {
      HttpResponse<byte[]> answer = post(path, JSON, "{\"resourceLogs\":[]}".getBytes(UTF_8));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(text(answer)).isEqualTo("{}");
      assertThat(post(path, PROTOBUF, new byte[0]).body()).isEmpty();
    }
    assertThat(received).isEmpty();
  }

  @Test
  void whatIsNotWholeIsRefusedAndNothingOfItIsKept() throws Exception {
    start();
    HttpResponse<byte[]> answer = post("/v1/traces", JSON, "{\"resourceSpans\":[{".getBytes(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(answer))
        .startsWith("{\"code\":3,\"message\":\"The body is not an OTLP request");
    byte[] whole = OtlpLoad.request(0, 200_000 / 20);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);
    HttpResponse<byte[]> second = post("/v1/traces", PROTOBUF, cut);
    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(second.body()).startsWith(8, 3, 18);
    assertThat(post("/v1/traces", JSON, json(1), "Content-Encoding", "gzip").statusCode())
        .isEqualTo(400);
    assertThat(received).isEmpty();
    assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(0, 0, 3, 3));
  }

  @Test
  void largeBodiesAreRefusedAlsoAfterDecompression() throws Exception {
    start();
    byte[] large = new byte[ReceiverLimits.BODY_BYTES + 1];
    assertThat(post("/v1/traces", PROTOBUF, large).statusCode()).isEqualTo(413);
    HttpResponse<byte[]> bomb =
        post("/v1/traces", JSON, Zstd.compress(large), "Content-Encoding", "zstd");
    assertThat(bomb.statusCode()).isEqualTo(413);
    assertThat(text(bomb)).contains("\"code\":8").contains("64 MiB");
  }

  @Test
  void otherTypesMethodsAndPathsAreRefused() throws Exception {
    start();
    assertThat(post("/v1/traces", "text/plain", json(1)).statusCode()).isEqualTo(415);
    assertThat(post("/v1/traces", JSON, json(1), "Content-Encoding", "br").statusCode())
        .isEqualTo(415);
    assertThat(post("/v1/other", JSON, json(1)).statusCode()).isEqualTo(404);
    String url = "http://127.0.0.1:" + receiver.otlpPort() + "/v1/traces";
    for (String method : List.of("GET", "PUT", "DELETE", "HEAD")) {
      HttpResponse<byte[]> answer = send(method, url, JSON, new byte[0]);
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
    }
    assertThat(received).isEmpty();
  }

  @Test
  void aStoreThatCannotKeepIsToldAsAReasonToComeAgain() throws Exception {
    start(
        spans -> {
          throw new IOException("The disk is full.");
        });
    HttpResponse<byte[]> answer = post("/v1/traces", JSON, json(1));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(text(answer)).contains("The disk is full.");
    assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(0, 0, 1, 1));
  }

  @Test
  void overloadIsToldAsAReasonToComeAgain() throws Exception {
    receiver = Receiver.start(ANY, received::addAll, new ByteBudget(64 << 10, 1));
    HttpResponse<byte[]> answer = post("/v1/traces", JSON, json(2_000));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(post("/v1/traces", JSON, json(2)).statusCode()).isEqualTo(200);
    assertThat(received).hasSize(2);
  }

  @Test
  void pagesOfThisComputerMaySend() throws Exception {
    start();
    String url = "http://127.0.0.1:" + receiver.otlpPort() + "/v1/traces";
    HttpResponse<byte[]> preflight =
        send(
            "OPTIONS",
            url,
            JSON,
            new byte[0],
            "Origin",
            "http://localhost:3000",
            "Access-Control-Request-Method",
            "POST");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://localhost:3000");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("content-type")
        .contains("traceparent");
    HttpResponse<byte[]> sent = post("/v1/traces", JSON, json(1), "Origin", "https://[::1]:8443");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://[::1]:8443");
  }

  @Test
  void pagesOfOtherSitesMayNot() throws Exception {
    start();
    for (String origin :
        List.of(
            "https://evil.example",
            "null",
            "http://localhost.evil.example",
            "http://localhost@evil.example",
            "http://192.168.1.1",
            "file://localhost")) {
      HttpResponse<byte[]> answer = post("/v1/traces", JSON, json(1), "Origin", origin);
      assertThat(answer.statusCode()).as(origin).isEqualTo(403);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
    assertThat(received).isEmpty();
  }

  @Test
  void namesThatWereMadeToPointHereAreRefused() throws Exception {
    start();
    for (String host : List.of("evil.example", "10.0.0.1:4318", "localhost.evil.example", "")) {
      assertThat(raw(host, "")).as(host).startsWith("HTTP/1.1 4");
    }
    for (String host : List.of("localhost:4318", "127.0.0.1", "[::1]:4318", "LOCALHOST")) {
      assertThat(raw(host, "")).as(host).startsWith("HTTP/1.1 200");
    }
    assertThat(received).hasSize(4);
  }

  @Test
  void aFloodOfHeadersIsCutOff() throws Exception {
    start();
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < ReceiverLimits.HEADERS + 10; i++) {
      flood.append("X-").append(i).append(": 1\r\n");
    }
    assertThat(raw("localhost", flood.toString())).doesNotContain(" 200 ");
    String long1 = "X-Long: " + "x".repeat(ReceiverLimits.HEADER_BYTES) + "\r\n";
    assertThat(raw("localhost", long1)).doesNotContain(" 200 ");
    assertThat(received).isEmpty();
  }

  /// Sends one request byte by byte as it stands and reads until the server closes.
  private String raw(String host, String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), receiver.otlpPort())) {
      byte[] body = json(1);
      String head =
          "POST /v1/traces HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
              .formatted(host, headers, body.length);
      try {
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(body);
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
      } catch (java.net.SocketException e) {
        return "cut off: " + e.getMessage();
      }
    }
  }

  @Test
  void bothLoopbackAddressesListen() throws Exception {
    start();
    org.junit.jupiter.api.Assumptions.assumeTrue(
        java.net.NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null,
        "skipped: this computer has no IPv6");
    String url = "http://[::1]:" + receiver.otlpPort() + "/v1/traces";
    assertThat(send("POST", url, JSON, json(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void zipkinIsKeptAndAnswered202() throws Exception {
    start();
    String url = "http://127.0.0.1:" + receiver.zipkinPort() + "/api/v2/spans";
    byte[] spans =
        """
        [{"traceId":"5af7183fb1d4cf5f","id":"352bff9a74ca9ad2","name":"get /","kind":"SERVER",
          "timestamp":1795000000000000,"duration":1431,"localEndpoint":{"serviceName":"shop"}}]\
        """
            .getBytes(UTF_8);
    HttpResponse<byte[]> answer = send("POST", url, JSON, spans);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    assertThat(received).extracting(Span::name).containsExactly("get /");
    assertThat(send("POST", url, JSON, "[{".getBytes(UTF_8)).statusCode()).isEqualTo(400);
    assertThat(send("POST", url, PROTOBUF, new byte[0]).statusCode()).isEqualTo(415);
    assertThat(send("GET", url, JSON, new byte[0]).statusCode()).isEqualTo(405);
    assertThat(send("POST", url.replace("spans", "traces"), JSON, spans).statusCode())
        .isEqualTo(404);
    assertThat(received).hasSize(1);
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    start();
    ReceiverSettings same = new ReceiverSettings(receiver.otlpPort(), 0);
    assertThatThrownBy(() -> Receiver.start(same, received::addAll))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Port " + receiver.otlpPort())
        .hasMessageContaining("--port");
  }

  @Test
  void itEndsAtOnceThoughSendersWentAwayInTheMiddle() throws Exception {
    start();
    byte[] begun =
        "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
            .getBytes(UTF_8);
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), receiver.otlpPort())) {
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write(begun);
      }
    }
    assertThat(post("/v1/traces", JSON, json(1)).statusCode()).isEqualTo(200);
    // The JDK's server alone would wait all of its five seconds.
    assertTimeout(Duration.ofSeconds(5), receiver::close);
  }

  /// Whoever stops a receiver need not know whether it was stopped before.
  @Test
  void itMayBeClosedTwice() throws Exception {
    start();
    receiver.close();
    assertTimeout(Duration.ofSeconds(4), receiver::close);
  }

  @Test
  void nothingListensAfterwards() throws Exception {
    start();
    int port = receiver.otlpPort();
    receiver.close();
    assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close())
        .isInstanceOf(IOException.class);
  }
}
