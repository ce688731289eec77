package dev.lightfoot.app.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Settings;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Layer;
import dev.lightfoot.store.span.Percentiles;
import dev.lightfoot.store.span.SpanStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        .isEqualTo("GET /nplus1/ takes most of your servers’ time: 10 requests at 181.8\u00a0ms.");
    assertThat(workspace.statusProperty().get()).startsWith("Files read: 1, with 580 entries");
  }

  @Test
  void tripsAreThoseOfOneRequest() throws IOException {
    model.add(List.of(TestStacks.write(folder)));
    SpanStatistics first =
        model.routes().stream()
            .map(LogsViewModel.RouteRow::told)
            .filter(told -> told.service().equals("shop"))
            .findFirst()
            .orElseThrow();
    assertThat(RoutesTable.trips(first, Layer.DATABASE)).isEqualTo("51");
    assertThat(RoutesTable.trips(first, Layer.CACHE)).isEqualTo("2");
    assertThat(RoutesTable.trips(first, Layer.EXTERNAL)).isEqualTo("–");
  }

  @Test
  void percentilesNeedEnoughRequests() {
    Percentiles known = new Percentiles(1_000_000, 2_000_000, 3_000_000);
    SpanStatistics twenty =
        new SpanStatistics(
            "s", "GET /", Layer.APP, 20, 0, Optional.of(known), 0, Map.of(Layer.DATABASE, 30L));
    assertThat(RoutesTable.percentile(twenty, 20, Percentiles::p95Nanos)).isEqualTo("2.0");
    assertThat(RoutesTable.percentile(twenty, 100, Percentiles::p99Nanos)).isEqualTo("n < 100");
    assertThat(RoutesTable.trips(twenty, Layer.DATABASE)).isEqualTo("1.5");
  }

  @Test
  void aRouteLeadsToItsTracesTheSlowestFirstAndATraceToItsScreen() throws IOException {
    model.add(List.of(TestStacks.write(folder)));
    model.choose(model.routes().getFirst());
    assertThat(model.traces()).hasSize(10);
    assertThat(model.traces().getFirst().durationNanos())
        .isGreaterThanOrEqualTo(model.traces().getLast().durationNanos());
    model.open(model.traces().getFirst());
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.TRACE);
    assertThat(Objects.requireNonNull(workspace.traceProperty().get()).spans()).hasSize(58);
    model.leave();
    assertThat(model.traces()).isEmpty();
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
