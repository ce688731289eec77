package dev.lightfoot.app.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.route.Durations;
import dev.lightfoot.analysis.route.LayerStatistics;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.log.ReadSpans;
import dev.lightfoot.app.ui.workspace.log.Receiving;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.journal.ReceivedSpans;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same spans are counted the same, whichever way they come: by file, by `ingest --received`,
/// and by the window's receiver; and once where they come by several.
final class SameSpansSameTableTest {
  private static final int REQUESTS = 250;

  @TempDir Path folder = Path.of("");

  @Test
  void theSameSpansGiveTheSameTableInThreeWays() throws Exception {
    Path file = Files.writeString(folder.resolve("spans.json"), otlp(0, REQUESTS));
    RouteSummary byFile = counted(new Source.OnDisk(file));
    assertThat(byFile.routes()).hasSize(4);

    Path spans = folder.resolve("spans");
    List<String> expected = lines(byFile);
    try (Window received = new Window(spans)) {
      received.start();
      received.send(otlp(0, 100));
      received.send(otlp(100, REQUESTS));
      assertThat(received.table(expected)).isEqualTo(expected);
      received.await(() -> received.names().equals(names(byFile)));
      assertThat(received.names()).isEqualTo(names(byFile));
    }
    RouteSummary byJournal =
        counted(
            new Source.Spans(
                "received", ReceivedSpans.FORMAT, reading -> ReceivedSpans.read(spans, reading)));
    assertThat(lines(byJournal)).isEqualTo(expected);

    try (Window again = new Window(spans)) {
      again.start();
      assertThat(again.table(expected)).as("after a restart").isEqualTo(expected);
      again.ui.submit(() -> again.shelf.add(List.of(file))).get();
      again.await(() -> !again.shelf.readings().isEmpty());
      assertThat(again.table(expected)).as("read from a file, too").isEqualTo(expected);
      assertThat(again.shelf.readings().getFirst().repeated()).isEqualTo(9L * REQUESTS);
      again.await(() -> again.names().equals(names(byFile)));
      again.ui.submit(() -> again.model.choose(again.model.routes().getFirst())).get();
      again.await(() -> again.model.traces().size() == REQUESTS);
      assertThat(again.model.traces()).hasSize(REQUESTS);
      again.ui.submit(() -> again.shelf.remove(again.shelf.readings())).get();
      again.await(() -> again.workspace.noticeProperty().get() != null);
      assertThat(again.table(expected)).as("without the file").isEqualTo(expected);
    }
    List<String> trips = expected.stream().filter(line -> line.contains("/orders")).toList();
    // 1 batch of 14 + 12 calls in one span + 1; a pipeline of 20
    assertThat(trips.getFirst())
        .contains("database " + REQUESTS * 14 + " trips " + REQUESTS * 27 + " operations")
        .contains("cache " + REQUESTS + " trips " + REQUESTS * 20 + " operations")
        .contains("errors " + REQUESTS / 5);
  }

  private static List<String> names(RouteSummary summary) {
    return summary.routes().stream().map(each -> each.key().name()).toList();
  }

  private static RouteSummary counted(Source source) {
    RouteTable table = new RouteTable();
    new Intake().read(List.of(source), IntakeSettings.NONE, table::add);
    return table.summary();
  }

  /// The window's model with a receiver of its own.
  private static final class Window implements AutoCloseable {
    private final ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
    private final Receiving receiving;
    private final LogShelf shelf;
    private final LogsViewModel model;

    Window(Path spans) {
      Executor pace = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, jobs);
      receiving = new Receiving(spans, new ReceiverSettings(0, 0), workspace, ui, jobs, pace);
      shelf =
          new LogShelf(
              new TestShelf.Remembering(),
              new ReadSpans(SpanRetention.STANDARD),
              receiving,
              workspace,
              ui,
              jobs,
              pace);
      model = new LogsViewModel(workspace, shelf);
    }

    void start() throws Exception {
      ui.submit(receiving::start).get();
      await(() -> receiving.stageProperty().get() == Receiving.Stage.ON);
    }

    void send(String body) throws Exception {
      URI to =
          URI.create(Objects.requireNonNull(receiving.addressesProperty().get()).otlp())
              .resolve("/v1/traces");
      try (HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
        HttpRequest request =
            HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
    }

    /// The whole table, once it is as expected, or as it is after a while.
    List<String> table(List<String> expected) throws Exception {
      List<List<String>> last = new ArrayList<>(List.of(List.of()));
      await(
          () -> {
            shelf.ask(shelved -> lines(shelved.counted().summary()), found -> last.set(0, found));
            return last.getFirst().equals(expected);
          });
      return last.getFirst();
    }

    List<String> names() {
      return model.routes().stream().map(row -> row.key().name()).toList();
    }

    private interface Condition {
      boolean holds();
    }

    /// Looks on the window's thread until it holds; gives up after a minute.
    void await(Condition condition) throws Exception {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!ui.submit(condition::holds).get() && System.nanoTime() < until) {
        LockSupport.parkNanos(5_000_000);
      }
    }

    @Override
    public void close() throws IOException {
      receiving.close();
      jobs.close();
      ui.close();
    }
  }

  private static List<String> lines(RouteSummary summary) {
    List<String> lines = new ArrayList<>();
    summary.routes().forEach(each -> lines.add("route " + line(each)));
    summary.statements().forEach(each -> lines.add("statement " + line(each)));
    for (LayerStatistics each : summary.layers()) {
      lines.add(
          "layer %s %d operations %d errors %d trips %s"
              .formatted(
                  each.layer(),
                  each.operations(),
                  each.errors(),
                  each.trips(),
                  line(each.durations())));
    }
    lines.add(summary.unlisted() + " unlisted, " + summary.unassigned() + " unassigned");
    return lines;
  }

  private static String line(RouteStatistics each) {
    StringBuilder line = new StringBuilder();
    line.append(each.key().layer()).append(' ').append(each.key().service().orElse(""));
    line.append(' ').append(each.key().name()).append(" count ").append(each.count());
    line.append(" errors ").append(each.errors()).append(' ').append(line(each.durations()));
    line.append(" traced ").append(each.traced()).append(" self ").append(each.selfNanos());
    new TreeMap<>(each.calls())
        .forEach(
            (layer, calls) ->
                line.append(
                    ", %s %d trips %d operations most %d in %d"
                        .formatted(
                            layer.label(),
                            calls.trips(),
                            calls.operations(),
                            calls.most(),
                            calls.totalNanos())));
    long from = each.slowest().isEmpty() ? 0 : each.slowest().fromUnixNanos();
    long to = each.slowest().isEmpty() ? 1 : each.slowest().toUnixNanos();
    return line.append(" slowest ").append(each.slowest().between(from, to, 10)).toString();
  }

  private static String line(Durations durations) {
    return "timed %d total %d longest %d p50 %s p95 %s p99 %s"
        .formatted(
            durations.count(),
            durations.totalNanos(),
            durations.longestNanos(),
            text(durations.p50()),
            text(durations.p95()),
            text(durations.p99()));
  }

  private static String text(OptionalLong nanos) {
    return nanos.isPresent() ? Long.toString(nanos.getAsLong()) : "–";
  }

  /// Orders of which every fifth fails with a status alone: a batch of 14, twelve calls in one
  /// span, a pool's call with the driver's below it, a pipeline of 20; the message that each sends
  /// is consumed in the same trace, and a part of it names a parent that nobody sent. A span comes
  /// twice.
  private static String otlp(int from, int to) {
    List<String> spans = new ArrayList<>();
    for (int i = from; i < to; i++) {
      long start = 1_795_000_000_000_000_000L + i * 10_000_000L;
      String status = i % 5 == 0 ? "503" : "200";
      long lasted = 5_000_000L + 37_000L * (i * 7919L % 101);
      spans.add(
          span(i, 1, 0, 2, "POST /orders", start, lasted)
              + attributes("http.request.method", "POST", "http.route", "/orders")
              + status(status));
      spans.add(span(i, 2, 1, 3, "INSERT", start, 900_000) + database("14", "") + "]}");
      spans.add(span(i, 3, 1, 3, "SELECT", start + 1_000_000, 800_000) + database("", "12") + "]}");
      spans.add(span(i, 4, 1, 3, "SELECT", start + 2_000_000, 500_000) + database("", "") + "]}");
      spans.add(span(i, 5, 4, 3, "SELECT", start + 2_100_000, 300_000) + database("", "") + "]}");
      spans.add(
          span(i, 6, 1, 3, "PIPELINE", start + 3_000_000, 200_000)
              + attributes("db.system", "redis", "db.redis.pipeline_length", "20")
              + "]}");
      spans.add(
          span(i, 7, 1, 5, "orders process", start + 9_000_000, 400_000)
              + attributes("messaging.system", "kafka")
              + "]}");
      spans.add(span(i, 8, 99, 1, "audit", start + 9_500_000, 100_000) + "]}");
      spans.add(
          span(i, 9, 0, 2, "GET", start + 1, 1_000)
              + attributes("http.request.method", "GET")
              + "]}");
    }
    spans.add(spans.get(1));
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},\
    "scopeSpans":[{"scope":{"name":"test"},"spans":[%s]}]}]}
    """
        .formatted(String.join(",", spans));
  }

  private static String database(String batch, String composite) {
    String system = attributes("db.system.name", "postgresql");
    String more = batch.isEmpty() ? "" : "," + attributes("db.operation.batch.size", batch);
    return system
        + more
        + (composite.isEmpty() ? "" : "," + attributes("composite.count", composite));
  }

  private static String span(
      int trace, int id, int parent, int kind, String name, long start, long nanos) {
    String above = parent == 0 ? "" : "\"parentSpanId\":\"%016x\",".formatted(parent);
    return """
    {"traceId":"%032x","spanId":"%016x",%s"name":"%s","kind":%d,"startTimeUnixNano":"%d",\
    "endTimeUnixNano":"%d","attributes":[\
    """
        .formatted(trace + 1, id, above, name, kind, start, start + nanos);
  }

  private static String attributes(String... pairs) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.add(
          "{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}".formatted(pairs[i], pairs[i + 1]));
    }
    return String.join(",", all);
  }

  private static String status(String code) {
    return "," + attributes("http.response.status_code", code) + "]}";
  }
}
