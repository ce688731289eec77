package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.cli.ingest.ReceiveCommandTest;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StackCommandTest {
  private static final String URL = "https://shop.test/";

  /// The harness's request is sent at this second and answered 50 ms later.
  private static final long SENT = CliHarness.WHEN.toEpochSecond();

  private final CliHarness cli = new CliHarness();
  @TempDir Path folder;
  private Path log = Path.of("");

  @BeforeEach
  void anEmptyLog() throws IOException {
    log = Files.createFile(folder.resolve("access.jsonl"));
  }

  private CliHarness.Result stack(String... more) {
    String[] arguments = new String[more.length + 6];
    System.arraycopy(
        new String[] {"stack", URL, "--runs", "1", "--logs", log.toString()}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return cli.run(arguments);
  }

  private void writes(String line) {
    try {
      Files.writeString(log, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String entry(long afterMillis, String path) {
    long end = SENT * 1_000 + afterMillis;
    String second = Long.toString(Math.floorDiv(end, 1_000L));
    String milli = Long.toString(1_000 + Math.floorMod(end, 1_000L)).substring(1);
    return "{\"msec\":"
        + second
        + "."
        + milli
        + ",\"remote_addr\":\"10.0.0.1\",\"method\":\"GET\",\"uri\":\""
        + path
        + "\",\"protocol\":\"HTTP/2.0\",\"status\":200,\"bytes_sent\":150,\"request_time\":0.040}\n";
  }

  @Test
  void theWaitIsOpenedWithWhatIsLoggedMeanwhile() {
    cli.meanwhile = () -> writes(entry(45, "/"));
    CliHarness.Result result = stack();
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith(URL + "\n\nAt most 50.0 of the 50.0 ms wait is your server.")
        .contains("joined by method, path, status, bytes and time")
        .contains("nginx access log, 1 read");
  }

  @Test
  void jsonHoldsTheSpansAndTheClocksBounds() throws IOException {
    cli.meanwhile = () -> writes(entry(45, "/"));
    byte[] json = stack("--json").out().getBytes(StandardCharsets.UTF_8);
    Run run = SnapshotCodec.decodeStored(json).runs().getFirst();
    assertThat(run.spans()).hasSize(1);
    assertThat(run.exchanges().getFirst().serverSpans())
        .containsExactly(run.spans().getFirst().spanId());
    // ended at 45 for 40 in whole milliseconds, within 0 and 50: −5 to 5, and 2 for steps and close
    assertThat(run.alignments())
        .singleElement()
        .satisfies(
            bound -> {
              assertThat(bound.lowNanos()).isEqualTo(-7_000_000);
              assertThat(bound.highNanos()).isEqualTo(7_000_000);
              assertThat(bound.requests()).isEqualTo(1);
            });
  }

  @Test
  void whatALongLogHeldBeforeIsNotReadAgain() {
    for (int i = 0; i < 3_000; i++) {
      writes(entry((i - 4_000L) * 1_000, "/old"));
    }
    cli.meanwhile = () -> writes(entry(45, "/"));
    CliHarness.Result result = stack();
    assertThat(result.out())
        .contains("At most 50.0 of the 50.0 ms wait")
        .doesNotContain("001 read");
  }

  @Test
  void whatStoodThereBeforeTheRunsIsNotTheirsHoweverWrongTheClock() {
    writes(entry(-8_000, "/"));
    cli.meanwhile = () -> writes(entry(45, "/else"));
    CliHarness.Result result = stack("--patience", "0");
    assertThat(result.out()).contains("The 50.0 ms wait could not be opened");
  }

  @Test
  void aLogThatTellsNothingIsSaid() {
    writes(entry(-100_000, "/other"));
    CliHarness.Result result = stack("--patience", "0");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("The 50.0 ms wait could not be opened")
        .contains("the logs contained nothing of run 1");
  }

  @Test
  void aLogThatIsNotThereIsSaidBeforeAnythingIsMeasured() {
    CliHarness.Result result =
        cli.run("stack", URL, "--logs", folder.resolve("none.log").toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("none.log: There is no such file or folder.");
    assertThat(cli.plans).isEmpty();
  }

  @Test
  void whatIsSentMeanwhileOpensTheWaitToo() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    cli.traceParent = Optional.of("00-" + trace + "-00f067aa0ba902b7-01");
    cli.meanwhile =
        () ->
            sends(
                port,
                ReceiveCommandTest.request(
                    trace, "00f067aa0ba902b8", SENT * 1_000_000_000 + 5_000_000));
    CliHarness.Result result =
        cli.run(
            folder.resolve("data"),
            "stack",
            URL,
            "--runs",
            "1",
            "--receive",
            "--port",
            "" + port,
            "--zipkin-port",
            "0");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("At most 50.0 of the 50.0 ms wait is your server.")
        .contains("joined by trace id 4bf92f35")
        .contains("http://127.0.0.1:" + port + ": received spans, 1 read");
  }

  private static void sends(int port, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/traces"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void somethingToLookAtIsAskedFor() {
    CliHarness.Result result = cli.run("stack", URL);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("--logs").contains("--receive");
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThat(stack("--zone", "Nowhere/At-all").err()).contains("--zone takes");
    assertThat(stack("--patience", "-1").err()).contains("--patience takes");
    assertThat(stack("--warm-up", "-1").err()).contains("--warm-up takes");
    assertThat(stack("--format", "no-such").status()).isEqualTo(2);
  }

  @Test
  void warmUpsAreMadeFirstAndAreNotRuns() {
    cli.meanwhile = () -> writes(entry(45, "/"));
    stack("--warm-up", "3");
    assertThat(cli.plans).extracting(plan -> plan.states().size()).containsExactly(3, 1);
  }

  @Test
  void savedSnapshotsKeepWhatWasJoined() throws IOException {
    cli.meanwhile = () -> writes(entry(45, "/"));
    Path data = folder.resolve("data");
    cli.run(data, "stack", URL, "--runs", "1", "--logs", log.toString(), "--save", "opened");
    assertThat(cli.run(data, "snapshot", "show", "opened", "--json").out()).contains("\"spans\"");
  }
}
