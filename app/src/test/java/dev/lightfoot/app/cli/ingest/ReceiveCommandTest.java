package dev.lightfoot.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.cli.CliHarness;
import dev.lightfoot.app.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The receiver as a person starts it, over real sockets.
public final class ReceiveCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CliHarness cli = new CliHarness();
  @TempDir Path folder;

  /// A receiver that runs until it is ended.
  private final class Running implements AutoCloseable {
    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> status = new CompletableFuture<>();
    final Thread thread;
    final JsonNode listening;

    Running(String... more) throws InterruptedException {
      String[] arguments = new String[more.length + 8];
      String[] first = {
        "receive", "--port", "0", "--zipkin-port", "0", "--json", "--data-dir", folder.toString()
      };
      System.arraycopy(first, 0, arguments, 0, first.length);
      System.arraycopy(more, 0, arguments, first.length, more.length);
      thread =
          Thread.ofPlatform()
              .start(() -> status.complete(CliHarness.run(this::console, arguments)));
      listening = next();
    }

    private Console console() {
      return new Console(
          new PrintStream(new Lines(lines), true, StandardCharsets.UTF_8),
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          new ByteArrayInputStream(new byte[0]),
          false);
    }

    JsonNode next() throws InterruptedException {
      String line = lines.poll(30, TimeUnit.SECONDS);
      return JSON.readTree(line == null ? "{}" : line);
    }

    int post(String address, String type, String body) throws IOException, InterruptedException {
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      }
    }

    int otlp(String body) throws IOException, InterruptedException {
      return post(listening.get("otlp").asString() + "/v1/traces", "application/json", body);
    }

    /// Ends it as Ctrl C does, but for the signal.
    JsonNode end() throws Exception {
      thread.interrupt();
      assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(130);
      return next();
    }

    @Override
    public void close() {
      thread.interrupt();
      status.join();
    }
  }

  /// Hands on what is printed, line by line.
  private static final class Lines extends ByteArrayOutputStream {
    private final BlockingQueue<String> lines;

    Lines(BlockingQueue<String> lines) {
      this.lines = lines;
    }

    @Override
    public void flush() {
      for (String line : toString(StandardCharsets.UTF_8).lines().toList()) {
        lines.add(line);
      }
      reset();
    }
  }

  public static String request(String trace, String span, long startNanos) {
    return """
    {"resourceSpans":[{"resource":{"attributes":[
      {"key":"service.name","value":{"stringValue":"shop"}}]},
     "scopeSpans":[{"spans":[
      {"traceId":"%s","spanId":"%s","name":"GET /cart","kind":2,
       "startTimeUnixNano":"%d","endTimeUnixNano":"%d","attributes":[
        {"key":"http.request.method","value":{"stringValue":"GET"}},
        {"key":"http.route","value":{"stringValue":"/cart"}}]}]}]}]}\
    """
        .formatted(trace, span, startNanos, startNanos + 40_000_000);
  }

  private static String request(int number) {
    return request(
        "%032x".formatted(number), "%016x".formatted(number), 1_795_000_000_000_000_000L);
  }

  @Test
  void whatIsSentIsKeptAndToldInTheEnd() throws Exception {
    try (Running receiver = new Running()) {
      assertThat(receiver.otlp(request(1))).isEqualTo(200);
      assertThat(
              receiver.post(
                  receiver.listening.get("zipkin").asString(),
                  "application/json",
                  "[{\"traceId\":\"000000000000000a\",\"id\":\"000000000000000b\",\"name\":\"get\",\"timestamp\":1795000000000000,\"duration\":5000}]"))
          .isEqualTo(202);
      assertThat(
              receiver.post(
                  receiver.listening.get("otlp").asString() + "/v1/traces", "text/plain", "x"))
          .isEqualTo(415);
      JsonNode ended = receiver.end();
      assertThat(ended.get("accepted").asLong()).isEqualTo(2);
      assertThat(ended.get("kept").asLong()).isEqualTo(2);
      assertThat(ended.get("requests").asLong()).isEqualTo(3);
      assertThat(ended.get("refusedRequests").asLong()).isEqualTo(1);
      assertThat(ended.get("dropped").asLong()).isZero();
    }
  }

  @Test
  void itSaysHowToSend() throws Exception {
    try (Running receiver = new Running()) {
      JsonNode environment = receiver.listening.get("environment");
      assertThat(environment.get("OTEL_EXPORTER_OTLP_ENDPOINT").asString())
          .isEqualTo(receiver.listening.get("otlp").asString());
      assertThat(environment.get("OTEL_EXPORTER_OTLP_PROTOCOL").asString())
          .isEqualTo("http/protobuf");
      assertThat(environment.propertyNames()).contains("OTEL_SERVICE_NAME", "OTEL_TRACES_EXPORTER");
    }
  }

  @Test
  void whatWasReceivedIsReadLikeALogAlsoMeanwhile() throws Exception {
    try (Running receiver = new Running()) {
      for (int i = 1; i <= 3; i++) {
        receiver.otlp(request(i));
      }
      receiver.otlp(request(3));
      CliHarness.Result meanwhile = cli.run(folder, "ingest", "--received", "--json");
      assertThat(meanwhile.status()).isZero();
      JsonNode read = JSON.readTree(meanwhile.out());
      assertThat(read.at("/files/0/read").asLong()).isEqualTo(3);
      assertThat(read.at("/routes/0/route").asString()).isEqualTo("/cart");
      assertThat(read.at("/routes/0/count").asLong()).isEqualTo(3);
      receiver.end();
    }
    assertThat(cli.run(folder, "ingest", "--received").out()).contains("shop: GET /cart");
  }

  @Test
  void theOldestTracesMakeRoomAndAreNotReadAgain() throws Exception {
    try (Running receiver = new Running("--keep-spans", "10")) {
      for (int i = 1; i <= 30; i++) {
        receiver.otlp(request(i));
      }
      JsonNode ended = receiver.end();
      long kept = ended.get("kept").asLong();
      assertThat(kept).isPositive().isLessThanOrEqualTo(13);
      assertThat(kept + ended.get("dropped").asLong()).isEqualTo(30);
      JsonNode read = JSON.readTree(cli.run(folder, "ingest", "--received", "--json").out());
      assertThat(read.at("/files/0/read").asLong()).isEqualTo(kept);
    }
  }

  @Test
  void aPortInUseIsSaidWithTheOptionThatChoosesAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      CliHarness.Result result = cli.run(folder, "receive", "--port", port);
      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err()).contains("Port " + port).contains("--port").hasLineCount(1);
    }
  }

  @Test
  void aFolderThatAnotherOneWritesToIsSaid() throws Exception {
    try (Running receiver = new Running()) {
      CliHarness.Result result = cli.run(folder, "receive", "--port", "0", "--zipkin-port", "0");
      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err()).contains("another Lightfoot").contains("--data-dir").hasLineCount(1);
      assertThat(receiver.otlp(request(1))).isEqualTo(200);
    }
  }

  @Test
  void damagedPartsAreSaidInOneSentenceEach() throws Exception {
    try (Running receiver = new Running()) {
      receiver.otlp(request(1));
      receiver.otlp(request(2));
      receiver.end();
    }
    Path journal = folder.resolve("spans").resolve("spans-00000001.journal");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[40] ^= 1;
    Files.write(journal, bytes);
    CliHarness.Result result =
        cli.run(
            folder,
            "stack",
            "https://shop.test/",
            "--receive",
            "--port",
            "0",
            "--zipkin-port",
            "0",
            "--patience",
            "0");
    assertThat(result.err()).contains("are damaged").contains("quarantine");
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThat(cli.run(folder, "receive", "--port", "70000").status()).isEqualTo(2);
    assertThat(cli.run(folder, "receive", "--port", "4400", "--zipkin-port", "4400").err())
        .contains("two different ports");
    assertThat(cli.run(folder, "receive", "--keep-spans", "0").status()).isEqualTo(2);
    assertThat(cli.run(folder, "ingest").err()).contains("--received");
    assertThat(cli.run(folder, "ingest", "--received").err()).contains("Nothing was received yet");
  }
}
