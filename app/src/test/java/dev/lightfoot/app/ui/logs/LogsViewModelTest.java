package dev.lightfoot.app.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.route.Durations;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.store.span.SpanRetention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsViewModelTest {
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final LogsViewModel model = new LogsViewModel(workspace, TestShelf.of(workspace));

  @TempDir Path folder = Path.of("");

  @Test
  void theCostliestRouteComesFirstAndIsNamed() throws IOException {
    model.add(List.of(TestStacks.write(folder)));
    assertThat(model.routes()).hasSize(2);
    assertThat(model.sentenceProperty().get())
        .isEqualTo(
            "GET /nplus1/ takes most of your servers’ time: 10 requests, median 181.8\u00a0ms.");
    assertThat(workspace.statusProperty().get()).startsWith("Files read: 1, with 580 entries");
  }

  @Test
  void tripsAreThoseOfOneRequest() throws IOException {
    model.add(List.of(TestStacks.write(folder)));
    RouteStatistics first =
        model.routes().stream()
            .filter(row -> row.service().equals("shop"))
            .map(LogsRow::counted)
            .findFirst()
            .orElseThrow();
    assertThat(RoutesTable.trips(first, Layer.DATABASE)).isEqualTo("51");
    assertThat(RoutesTable.trips(first, Layer.CACHE)).isEqualTo("2");
    assertThat(RoutesTable.trips(first, Layer.EXTERNAL)).isEqualTo("–");
  }

  @Test
  void percentilesNeedEnoughRequests() {
    RouteTable table = new RouteTable();
    for (int i = 0; i < 20; i++) {
      table.add(request(i));
    }
    RouteStatistics twenty = table.summary().routes().getFirst();
    assertThat(RoutesTable.percentile(twenty.durations().p95(), Durations.P95_NEEDS))
        .isEqualTo("5.0");
    assertThat(RoutesTable.percentile(twenty.durations().p99(), Durations.P99_NEEDS))
        .isEqualTo("n < 100");
  }

  @Test
  void aBatchIsOneTripAndItsOperationsAreShown() {
    RouteTable table = new RouteTable();
    for (int i = 0; i < 2; i++) {
      String trace = "%032x".formatted(i + 1);
      table.add(request(i).inTrace(trace, Optional.empty()));
      table.add(call("a" + i, "r" + i, trace, "14"));
      table.add(call("b" + i, "r" + i, trace, "1"));
    }
    RouteStatistics counted = table.summary().routes().getFirst();
    assertThat(RoutesTable.trips(counted, Layer.DATABASE)).isEqualTo("2 (15 ops)");
  }

  private static Span call(String id, String parent, String trace, String batch) {
    return Span.of(id, "INSERT", Layer.DATABASE, SpanKind.CLIENT, SpanTime.of(1, 1, 1))
        .inTrace(trace, Optional.of(parent))
        .with(Attributes.of(AttributeNames.DB_BATCH, batch));
  }

  @Test
  void aRouteLeadsToItsTracesTheSlowestFirstAndATraceToItsScreen() throws IOException {
    model.add(List.of(TestStacks.write(folder)));
    model.choose(model.routes().getFirst());
    assertThat(model.traces()).hasSize(10);
    assertThat(model.traces().getFirst().summary().durationNanos())
        .isGreaterThanOrEqualTo(model.traces().getLast().summary().durationNanos());
    model.open(model.traces().getFirst());
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.TRACE);
    assertThat(Objects.requireNonNull(workspace.traceProperty().get()).spans()).hasSize(58);
    model.leave();
    assertThat(model.traces()).isEmpty();
  }

  @Test
  void rowsComeWhileAFileIsStillBeingRead() {
    List<Long> seen = new ArrayList<>();
    LogsViewModel[] made = new LogsViewModel[1];
    LogShelf shelf =
        TestShelf.of(
            (_, listener) -> {
              for (int i = 0; i < 10_000; i++) {
                listener.span(request(i));
                if (!made[0].routes().isEmpty() && seen.isEmpty()) {
                  seen.add(made[0].routes().getFirst().counted().count());
                }
              }
              return List.of();
            },
            workspace);
    made[0] = new LogsViewModel(workspace, shelf);
    shelf.add(List.of(folder));
    assertThat(seen.getFirst()).isBetween(1L, 9_000L);
    assertThat(made[0].routes().getFirst().counted().count()).isEqualTo(10_000);
    assertThat(made[0].routes().getFirst().slowest()).hasSize(RouteRows.STEPS);
  }

  @Test
  void whatIsNoLongerKeptIsCountedAndSaid() {
    LogShelf shelf =
        TestShelf.of(
            (_, listener) -> {
              for (int i = 0; i < 5_000; i++) {
                listener.span(request(i));
              }
              return List.of();
            },
            workspace,
            new SpanRetention(1_000, 1 << 20));
    LogsViewModel logs = new LogsViewModel(workspace, shelf);
    shelf.add(List.of(folder));
    assertThat(logs.routes().getFirst().counted().count()).isEqualTo(5_000);
    assertThat(shelf.read().kept().counts().kept()).isEqualTo(1_000);
    assertThat(logs.partialProperty().get()).isFalse();
    logs.choose(logs.routes().getFirst());
    assertThat(logs.traces()).hasSize(500);
    assertThat(logs.partialProperty().get()).isTrue();
  }

  private static Span request(int number) {
    return Span.of(
            "r" + number,
            "GET",
            Layer.APP,
            SpanKind.SERVER,
            SpanTime.of(1_795_000_000_000_000_000L + number * 1_000_000L, 5_000_000, 1))
        .with(
            Attributes.of(AttributeNames.METHOD, "GET", AttributeNames.PATH, "/orders/" + number));
  }

  @Test
  void aLogWithoutDurationsSaysWhatIsAskedForMost() throws IOException {
    Path log = folder.resolve("access.log");
    Files.writeString(
        log,
        "192.0.2.1 - - [23/Nov/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"curl\"\n"
            .repeat(3));
    model.add(List.of(log));
    assertThat(model.sentenceProperty().get())
        .isEqualTo("GET /a is requested most often: 3 requests. These logs contain no durations.");
  }

  @Test
  void whatOneTimedRequestTookIsNotSaidOfTheOthers() throws IOException {
    Path plain = folder.resolve("access.log");
    Files.writeString(
        plain,
        "192.0.2.1 - - [23/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"curl\"\n"
            .repeat(300));
    Path timed = folder.resolve("timed.log");
    Files.writeString(
        timed,
        "192.0.2.1 - - [23/Nov/2026:11:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"curl\" 0.025"
            + " -\n");
    model.add(List.of(plain, timed));
    assertThat(model.sentenceProperty().get())
        .isEqualTo("1 of 301 requests is timed: GET /, 25.0\u00a0ms.");
    RouteStatistics counted = model.routes().getFirst().counted();
    assertThat(counted.count()).isEqualTo(301);
    assertThat(counted.durations().count()).isEqualTo(1);
    assertThat(counted.durations().p95()).isEmpty();
    assertThat(model.routes().getFirst().isPartlyTimed()).isTrue();
  }

  @Test
  void theSameFileOnceMoreCountsNothingAgain() throws IOException {
    Path log = TestStacks.write(folder);
    model.add(List.of(log));
    model.add(List.of(log));
    assertThat(model.routes().getFirst().counted().count()).isEqualTo(10);
    assertThat(model.readings()).extracting(FileReading::repeated).containsExactly(0L, 580L);
  }

  @Test
  void aQuestionThatFailsIsToldAndEnds() {
    List<String> ended = new ArrayList<>();
    TestShelf.of(workspace)
        .ask(
            _ -> {
              throw new IllegalStateException("broken");
            },
            _ -> ended.add("answered"),
            () -> ended.add("failed"));
    assertThat(ended).containsExactly("failed");
    assertThat(Objects.requireNonNull(workspace.noticeProperty().get()).text()).contains("broken");
  }

  @Test
  void aCancelledReadingKeepsWhatWasReadAndSaysSo() {
    LogShelf[] shelf = new LogShelf[1];
    shelf[0] =
        TestShelf.of(
            (_, listener) -> {
              shelf[0].cancel();
              assertThat(listener.cancelled()).isTrue();
              return List.of();
            },
            workspace);
    shelf[0].add(List.of(folder));
    assertThat(shelf[0].readingProperty().get()).isFalse();
    assertThat(workspace.statusProperty().get()).startsWith("Stopped.");
  }
}
