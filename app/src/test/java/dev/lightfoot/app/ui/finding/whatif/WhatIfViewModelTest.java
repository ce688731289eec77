package dev.lightfoot.app.ui.finding.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.app.prediction.KeptPredictions;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestPredictions;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.PredictionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatIfViewModelTest {
  private static final List<String> KEPT = List.of("keep-alive");
  private static final List<String> NEARER = List.of("rtt=20ms");

  @TempDir Path folder = Path.of("");

  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final Queue<Runnable> jobs = new ArrayDeque<>();
  private final Queue<Runnable> paced = new ArrayDeque<>();
  private final Queue<Runnable> alarms = new ArrayDeque<>();

  @SuppressWarnings("NullAway.Init") // before each test
  private WhatIfViewModel model;

  @BeforeEach
  void build() {
    model =
        new WhatIfViewModel(
            new WhatIfPorts(
                new KeptPredictions(folder, new MemoryStore()),
                Runnable::run,
                jobs::add,
                paced::add,
                (_, task) -> alarms.add(task)),
            workspace);
  }

  private static void runAll(Queue<Runnable> waiting) {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  private void show(Fingerprints known) {
    model.of(
        new WhatIfSubject(TestPages.picture(), known, Map.of(), UnaryOperator.identity()), true);
    runAll(jobs);
  }

  private String answer() {
    return WhatIfSentences.answer(model);
  }

  private Asking asking() {
    return model.askingProperty().get();
  }

  @Test
  void aPredictionThatFailsSaysSoAndCanBeAskedForAgain() {
    boolean[] broken = {true};
    show(
        text -> {
          if (broken[0]) {
            throw new IllegalStateException("no findings");
          }
          return Fingerprints.NONE.names(text);
        });
    model.toggle(List.of("batch=repeated-query"));
    runAll(jobs);
    assertThat(asking()).isEqualTo(Asking.FAILED);
    assertThat(answer()).startsWith("The replay failed: nothing is predicted.");
    assertThat(WhatIfSentences.note(model)).isEqualTo(answer());
    broken[0] = false;
    model.ask();
    assertThat(asking()).isEqualTo(Asking.WORKING);
    runAll(jobs);
    assertThat(asking()).isEqualTo(Asking.SETTLED);
    assertThat(answer()).isEqualTo("None of it can be predicted.");
  }

  @Test
  void whileSomethingIsMeasuredItSaysThatItWaits() {
    show(Fingerprints.NONE);
    model.hold(true);
    model.toggle(KEPT);
    assertThat(asking()).isEqualTo(Asking.WAITING);
    assertThat(answer()).startsWith("Something is being measured: ");
    assertThat(jobs).isEmpty();
    model.hold(false);
    assertThat(answer()).isEqualTo("The runs are being replayed with the change.");
    runAll(jobs);
    assertThat(answer()).startsWith("With 1 change: ");
  }

  @Test
  void whatIsUnderWayBeginsAnewAfterAMeasurement() {
    show(Fingerprints.NONE);
    model.toggle(KEPT);
    model.hold(true);
    runAll(jobs);
    assertThat(asking()).isEqualTo(Asking.WAITING);
    assertThat(model.foreseenProperty().get()).isNull();
    model.hold(false);
    runAll(jobs);
    assertThat(asking()).isEqualTo(Asking.SETTLED);
    assertThat(model.foreseenProperty().get()).isNotNull();
  }

  @Test
  void whatWasStoppedOrSwitchedOffDoesNotBeginAfterAMeasurement() {
    show(Fingerprints.NONE);
    model.toggle(KEPT);
    model.cancel();
    model.hold(true);
    model.hold(false);
    runAll(jobs);
    assertThat(asking()).isEqualTo(Asking.STOPPED);
    assertThat(model.foreseenProperty().get()).isNull();
    model.ask();
    model.clear();
    model.hold(true);
    model.hold(false);
    runAll(jobs);
    assertThat(asking()).isEqualTo(Asking.SETTLED);
    assertThat(model.foreseenProperty().get()).isNull();
  }

  @Test
  void whatWasForeseenIsShownForItsOwnChangesOnly() {
    show(Fingerprints.NONE);
    model.toggle(KEPT);
    runAll(jobs);
    assertThat(Objects.requireNonNull(model.foreseenProperty().get()).holds(KEPT)).isTrue();
    model.toggle(NEARER);
    assertThat(model.foreseenProperty().get()).isNull();
    assertThat(WhatIfSentences.note(model)).startsWith("The runs are being replayed");
    model.cancel();
    runAll(jobs);
    assertThat(model.foreseenProperty().get()).isNull();
    assertThat(answer()).isEqualTo("Stopped: nothing is predicted.");
    model.ask();
    runAll(jobs);
    assertThat(WhatIfSentences.note(model)).startsWith("With 2 changes together. Not saved");
  }

  @Test
  void afterAWhileItIsSaidThatItTakesLong() {
    show(Fingerprints.NONE);
    model.toggle(KEPT);
    runAll(alarms);
    assertThat(asking()).isEqualTo(Asking.SLOW);
    runAll(jobs);
    assertThat(asking()).isEqualTo(Asking.SETTLED);
  }

  @Test
  void progressIsToldAtItsPaceAndNotByEachReplay() {
    show(Fingerprints.NONE);
    model.toggle(KEPT);
    runAll(jobs);
    assertThat(paced).hasSize(1);
    runAll(paced);
    assertThat(model.progressProperty().get()).isPositive();
  }

  @Test
  void withLogsOnlyEarlierPredictionsAreListedAndNothingCanBeSwitchedOn() throws IOException {
    new PredictionStore(DataFolder.predictions(folder)).keep(TestPredictions.of("tls=1.3"));
    model.of(null, false);
    runAll(jobs);
    assertThat(model.keptProperty().get()).as("nobody looks").isEmpty();
    model.of(null, true);
    runAll(jobs);
    assertThat(model.keptProperty().get()).hasSize(1);
    assertThat(answer()).startsWith("What-if replays a measurement");
  }
}
