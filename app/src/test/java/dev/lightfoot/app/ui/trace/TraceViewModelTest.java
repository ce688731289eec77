package dev.lightfoot.app.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.TestTraces;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class TraceViewModelTest {
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final TraceViewModel model = new TraceViewModel(workspace, Runnable::run, Runnable::run);

  @Test
  void ofSeveralRootsTheSentenceNamesTheLongestWithItsOwnTime() {
    assertThat(TraceSentences.headline(TraceReading.of(TestTraces.threeRoots())))
        .isEqualTo(
            "3 requests without a common parent within 373.0\u00a0ms; GET /nplus1/ took"
                + " 41.0\u00a0ms: 3 spans.");
  }

  @Test
  void anOpenedTraceComesToTheFrontWithItsRootSelected() {
    workspace.open(TestTraces.small());
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.TRACE);
    assertThat(reading().tree().size()).isEqualTo(6);
    assertThat(model.selectedProperty().get()).isZero();
    assertThat(TraceSentences.headline(reading()))
        .isEqualTo("GET /nplus1/ took 100.0\u00a0ms: 6 spans. One of them failed.");
  }

  @Test
  void matchesAreCountedAndVisitedInARing() {
    workspace.open(TestTraces.small());
    model.searchProperty().set("select");
    assertThat(model.matchesProperty().get()).containsExactly(2, 3);
    assertThat(model.found()).isEqualTo("2 matches");
    model.nextMatch(true);
    assertThat(model.found()).isEqualTo("1 of 2");
    model.nextMatch(true);
    model.nextMatch(true);
    assertThat(model.selectedProperty().get()).isEqualTo(2);
    model.nextMatch(false);
    assertThat(model.selectedProperty().get()).isEqualTo(3);
  }

  @Test
  void theNextErrorIsUnfoldedAndTold() {
    workspace.open(TestTraces.small());
    model.foldTo(0);
    assertThat(Objects.requireNonNull(model.waterfallProperty().get()).rows()).isEqualTo(1);
    model.nextError();
    assertThat(model.selectedProperty().get()).isEqualTo(3);
    assertThat(Objects.requireNonNull(model.waterfallProperty().get()).rows()).isEqualTo(6);
    assertThat(workspace.statusProperty().get()).isEqualTo("Error 1 of 1");
  }

  @Test
  void whatIsSelectedStaysInARowWhenItIsFoldedAway() {
    workspace.open(TestTraces.small());
    model.select(4);
    model.fold(1, true);
    assertThat(model.selectedProperty().get()).isEqualTo(1);
  }

  @Test
  void copiedRowsAreTheSelectedOneAndThoseBelowItWithoutSecrets() {
    workspace.open(TestTraces.small());
    model.select(1);
    List<String> lines = ChartCommands.rows(model).lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst()).startsWith("Span\tService\tLayer\tStart ms");
    assertThat(lines.get(3))
        .isEqualTo("  SELECT supplier\tdjango\tdatabase\t40.0\t30.0\t30.0\tfailed\t4");
  }

  @Test
  void onlyTheTraceThatWasOpenedLastIsShown() {
    Queue<Runnable> jobs = new ArrayDeque<>();
    TraceViewModel late = new TraceViewModel(workspace, Runnable::run, jobs::add);
    workspace.open(TestTraces.large(100));
    TraceSource last = TestTraces.small();
    workspace.open(last);
    List<Runnable> turned = List.copyOf(jobs).reversed();
    turned.forEach(Runnable::run);
    assertThat(Objects.requireNonNull(late.readingProperty().get()).name()).isEqualTo(last.name());
  }

  @Test
  void numbersAreNeverFinerThanTheirSource() {
    assertThat(SpanWords.millis(181_400_000, 1_000_000)).isEqualTo("181");
    assertThat(SpanWords.millis(181_400_000, 1_000)).isEqualTo("181.4");
    assertThat(SpanWords.millis(41_000, 1_000)).isEqualTo("0.04");
    assertThat(SpanWords.millis(0, 1)).isEqualTo("0.0");
  }

  @Test
  void theTableIsSortedByWhatIsAskedFor() {
    workspace.open(TestTraces.small());
    SpanOrder rows = SpanOrder.of(reading().waterfall());
    assertThat(rows.by(SpanOrder.Key.DURATION, false, reading())).containsExactly(0, 1, 3, 2, 5, 4);
    assertThat(rows.by(SpanOrder.Key.NAME, true, reading()).placeOf(4)).isEqualTo(1);
  }

  private TraceReading reading() {
    return Objects.requireNonNull(model.readingProperty().get());
  }
}
