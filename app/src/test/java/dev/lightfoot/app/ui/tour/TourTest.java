package dev.lightfoot.app.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.ToCompare;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TourTest {
  @TempDir Path folder;
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("lightfoot.log"));

  private static final TourSamples SAMPLES =
      new TourSamples() {
        @Override
        public Snapshot before() {
          return TestSnapshots.read("/assets/samples/before.lightfoot.json");
        }

        @Override
        public Snapshot after() {
          return TestSnapshots.read("/assets/samples/after.lightfoot.json");
        }
      };

  private Tour tour() {
    return new Tour(SAMPLES, workspace, folder, Runnable::run, Runnable::run);
  }

  @Test
  void itLeadsFromTheLookThroughTheWaitToTheRepair() {
    Tour tour = tour();
    assertThat(tour.stepProperty().get()).isEmpty();
    tour.start();
    assertShows(tour, TourStep.LOOK, Screen.PROBE, "/nplus1/");
    tour.next();
    assertShows(tour, TourStep.WAIT, Screen.STACK, "/nplus1/");
    tour.next();
    assertShows(tour, TourStep.REPAIRED, Screen.STACK, "/joined/");
    tour.next();
    assertThat(tour.stepProperty().get()).contains(TourStep.COMPARE);
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.COMPARE);
    ToCompare compared = Objects.requireNonNull(workspace.comparedProperty().get());
    assertThat(compared.a().orElseThrow().target()).contains("/nplus1/");
    assertThat(compared.b().target()).contains("/joined/");
    tour.back();
    assertShows(tour, TourStep.REPAIRED, Screen.STACK, "/joined/");
  }

  @Test
  void itIsTakenUpWhereItWasLeft() {
    Tour first = tour();
    first.start();
    first.next();
    first.leave();
    assertThat(first.stepProperty().get()).isEmpty();
    workspace.screenProperty().set(Screen.SETTINGS);
    Tour second = tour();
    second.start();
    assertShows(second, TourStep.WAIT, Screen.STACK, "/nplus1/");
  }

  @Test
  void afterItsEndItBeginsAtTheBeginning() {
    Tour tour = tour();
    tour.start();
    for (TourStep _ : TourStep.values()) {
      tour.next();
    }
    assertThat(tour.stepProperty().get()).isEmpty();
    assertThat(folder.resolve("tour")).doesNotExist();
    tour.start();
    assertThat(tour.stepProperty().get()).contains(TourStep.LOOK);
  }

  @Test
  void aRecordingThatCannotBeReadIsTold() {
    TourSamples broken =
        new TourSamples() {
          @Override
          public Snapshot before() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public Snapshot after() throws IOException {
            throw new IOException("gone");
          }
        };
    Tour tour = new Tour(broken, workspace, folder, Runnable::run, Runnable::run);
    tour.start();
    assertThat(tour.stepProperty().get()).isEmpty();
    assertThat(Objects.requireNonNull(workspace.noticeProperty().get()).text()).contains("gone");
  }

  @Test
  void theRecordingsHoldWhatTheWordsSay() throws IOException {
    for (Run run : SAMPLES.before().runs()) {
      assertThat(trips(run, Layer.DATABASE)).isEqualTo(51);
    }
    for (Run run : SAMPLES.after().runs()) {
      assertThat(trips(run, Layer.DATABASE)).isEqualTo(1);
    }
    for (Snapshot snapshot : new Snapshot[] {SAMPLES.before(), SAMPLES.after()}) {
      assertThat(snapshot.runs()).hasSize(12).allMatch(run -> trips(run, Layer.CACHE) == 1);
      assertThat(snapshot.runs()).allMatch(run -> !run.alignments().isEmpty());
    }
  }

  /// A run in which the recording computer stalled does not count: of ten, none may have.
  @Test
  void theLastStepHasAVerdict() throws IOException {
    assertThat(Comparison.of(SAMPLES.before(), SAMPLES.after()).total().verdict())
        .isEqualTo(Verdict.FASTER);
  }

  private static long trips(Run run, Layer layer) {
    return run.spans().stream()
        .filter(span -> span.layer() == layer && span.kind() == SpanKind.CLIENT)
        .count();
  }

  private void assertShows(Tour tour, TourStep step, Screen screen, String path) {
    assertThat(tour.stepProperty().get()).isEqualTo(Optional.of(step));
    assertThat(workspace.screenProperty().get()).isEqualTo(screen);
    assertThat(Objects.requireNonNull(workspace.openedProperty().get()).target()).contains(path);
  }
}
