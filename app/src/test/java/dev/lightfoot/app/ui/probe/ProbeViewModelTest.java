package dev.lightfoot.app.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestKeeping;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.RecentAddresses;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.Whereabouts;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.ProbeSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeViewModelTest {
  private static final String TARGET = "https://www.shop.test/nplus1/?n=50";

  @TempDir Path folder;
  private final MemoryStore store = new MemoryStore();
  private final List<String> said = new ArrayList<>();

  @Test
  void anAddressThatCannotBeMeasuredIsRefusedInPlaceAndNothingIsLost() {
    ProbeViewModel model = model(measured());
    model.openSample();
    model.form().addressProperty().set("ftp://a.test/");
    model.run();
    assertThat(model.form().addressErrorProperty().get()).isNotEmpty();
    assertThat(model.form().addressProperty().get()).isEqualTo("ftp://a.test/");
    assertThat(reading(model).snapshot().runs()).hasSize(10);
  }

  @Test
  void typingOnTakesTheErrorAway() {
    ProbeViewModel model = model(measured());
    model.run();
    assertThat(model.form().addressErrorProperty().get()).isNotEmpty();
    model.form().addressProperty().set("h");
    assertThat(model.form().addressErrorProperty().get()).isEmpty();
  }

  @Test
  void aMeasurementEndsDoneWithItsAnswer() {
    ProbeViewModel model = ran(measured());
    assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
    assertThat(reading(model).headline().first())
        .isEqualTo("317.5\u00a0ms: 4 round trips cost 130.4\u00a0ms of distance.");
    assertThat(model.progressProperty().get()).isEqualTo(1);
  }

  @Test
  void thePlaceOfTheSettingsIsInTheSnapshot() {
    ProbeViewModel model = model(measured());
    var settings = workspace.settings();
    Whereabouts whereabouts = Whereabouts.UNKNOWN.withFrom(Optional.of("Zürich"));
    workspace
        .settingsProperty()
        .set(settings.withRequests(settings.requests().withWhereabouts(whereabouts)));
    model.form().addressProperty().set(TARGET);
    model.run();
    assertThat(reading(model).snapshot().environment().place()).contains("Zürich");
  }

  @Test
  void placesThatAreSaidOfWhatIsShownLightItsBarsAndGoOnWithItsServer() {
    ProbeViewModel model = ran(measured());
    assertThat(reading(model).bar().light()).isEmpty();
    model.places().place(Optional.of("Helsinki"), Optional.of("Zürich"));
    assertThat(reading(model).bar().light()).isPresent();
    assertThat(Objects.requireNonNull(workspace.subjectProperty().get()).environment())
        .isEqualTo(reading(model).snapshot().environment());
    model.run();
    assertThat(reading(model).snapshot().environment().serverPlace()).contains("Helsinki");
    // where this one was measured from says nothing of the next
    assertThat(reading(model).snapshot().environment().place()).isEmpty();
  }

  @Test
  void whileItMeasuresTheStatusNamesRunAndPhase() {
    ran(measured());
    assertThat(said).anyMatch(text -> text.startsWith("Measuring run 5 of 10: TLS with 10.77.1.2"));
  }

  @Test
  void resultsStreamInRunByRun() {
    List<Integer> counts = new ArrayList<>();
    ProbeViewModel model = model(measured());
    model
        .readingProperty()
        .subscribe(found -> counts.add(found == null ? 0 : found.snapshot().runs().size()));
    model.form().addressProperty().set(TARGET);
    model.run();
    assertThat(counts).isSorted().contains(0, 1, 5, 10);
  }

  @Test
  void theAxisNeverGetsShorterWhileResultsComeIn() {
    List<Long> ends = new ArrayList<>();
    ProbeViewModel model = model(measured());
    model
        .readingProperty()
        .subscribe(
            found -> {
              if (found != null && found.live().isPresent()) {
                ends.add(found.bar().axis().endNanos());
              }
            });
    model.form().addressProperty().set(TARGET);
    model.run();
    assertThat(ends).isSorted().hasSizeGreaterThan(10);
  }

  @Test
  void aFailureKeepsWhatWasMeasuredAndNamesItsCode() {
    ProbeViewModel model = ran(new ScriptedSeries(List.of(TestSnapshots.expired())));
    assertThat(model.stageProperty().get()).isEqualTo(Stage.FAILED);
    assertThat(reading(model).headline().code()).contains("LF-TLS-EXPIRED");
    assertThat(reading(model).bar().bars()).hasSize(3);
    assertThat(model.saving().possible().get()).isTrue();
  }

  @Test
  void aFaultOfOursIsToldWithItsCodeAndTheLog() {
    AtomicReference<String> told = new AtomicReference<>("");
    ProbeSeries broken =
        (_, _, _) -> {
          throw new IllegalStateException("planted");
        };
    ProbeViewModel model = model(broken);
    workspace.noticeProperty().subscribe(notice -> told.set(notice == null ? "" : notice.text()));
    model.form().addressProperty().set(TARGET);
    model.run();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.IDLE);
    assertThat(told.get()).contains("LF-FAULT").contains("lightfoot.log");
  }

  @Test
  void warmMeansOneColdRunAndThenTheKeptConnection() {
    ScriptedSeries series = measured();
    ProbeViewModel model = model(series);
    model.form().modeProperty().set(RunMode.WARM);
    model.form().runsProperty().set(3);
    model.form().addressProperty().set(TARGET);
    model.run();
    assertThat(series.plans().getFirst().states())
        .containsExactly(RunState.COLD, RunState.WARM, RunState.WARM, RunState.WARM);
  }

  @Test
  void warmAnswersWithTheRunOnTheKeptConnection() {
    ProbeViewModel model = model(new ScriptedSeries(TestSnapshots.coldAndWarm()));
    model.form().modeProperty().set(RunMode.WARM);
    model.form().runsProperty().set(1);
    model.form().addressProperty().set(TARGET);
    model.run();
    assertThat(reading(model).headline().caption()).startsWith("One warm run");
    assertThat(reading(model).drawn()).hasValue(1);
    assertThat(reading(model).ledger().totalNanos())
        .isEqualTo(reading(model).summary().headlineNanos().orElseThrow());
    assertThat(String.join("|", said)).contains("Done: 2 of 2 runs");
  }

  @Test
  void anyRunCanBeLookedAtAndTheAnswerStays() {
    ProbeViewModel model = ran(measured());
    ProbeReading before = reading(model);
    int other = before.drawn().orElseThrow() == 4 ? 5 : 4;
    model.runs().lookAt(other);
    ProbeReading after = reading(model);
    assertThat(after.bar().run()).hasValue(other + 1);
    assertThat(after.ledger().totalNanos())
        .isEqualTo(after.snapshot().runs().get(other).durationNanos());
    assertThat(after.hops().getFirst().startNanos())
        .isEqualTo(after.clean().runs().get(other).exchanges().getFirst().startNanos());
    assertThat(after.headline()).isEqualTo(before.headline());
    model.runs().lookAtBilled();
    assertThat(reading(model).bar()).isEqualTo(before.bar());
    assertThat(reading(model).chosen()).isEmpty();
  }

  @Test
  void aRunThatIsExcludedLeavesTheMedianThatIsSaidAndSaved() throws IOException {
    ProbeViewModel model = ran(measured());
    model.runs().lookAt(3);
    model.runs().toggleExcluded();
    assertThat(reading(model).summary().headline().orElseThrow().total().count()).isEqualTo(9);
    assertThat(reading(model).headline().caption()).contains("1 run left out");
    assertThat(reading(model).drawn()).hasValue(3);
    model.saving().save("without an outlier");
    assertThat(store.list().snapshots()).hasSize(1);
    assertThat(reading(model).snapshot().runs().get(3).leftOut()).contains(LeftOut.EXCLUDED);
    model.runs().toggleExcluded();
    assertThat(reading(model).summary().headline().orElseThrow().total().count()).isEqualTo(10);
  }

  @Test
  void bothMeansAllColdRunsAndThenAsManyWarmOnes() {
    ScriptedSeries series = measured();
    ProbeViewModel model = model(series);
    model.form().modeProperty().set(RunMode.BOTH);
    model.form().runsProperty().set(2);
    model.form().addressProperty().set(TARGET);
    model.run();
    assertThat(series.plans().getFirst().states())
        .containsExactly(RunState.COLD, RunState.COLD, RunState.WARM, RunState.WARM);
  }

  @Test
  void openingASnapshotShowsItAndMeasuresNothing() {
    ScriptedSeries series = measured();
    ProbeViewModel model = model(series);
    model.openSample();
    assertThat(model.form().addressProperty().get()).isEqualTo(TARGET);
    assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
    assertThat(series.plans()).isEmpty();
  }

  @Test
  void aSavedSnapshotReopensIdentically() throws Exception {
    ProbeViewModel model = ran(measured());
    ProbeReading before = reading(model);
    model.saving().save("before the repair");
    workspace.open(store.read(before.snapshot().id()));
    assertThat(reading(model).snapshot().name()).contains("before the repair");
    assertThat(reading(model).headline()).isEqualTo(before.headline());
    assertThat(reading(model).bar()).isEqualTo(before.bar());
    assertThat(reading(model).table()).isEqualTo(before.table());
  }

  @Test
  void aStoreThatCannotSaveSaysSoAndKeepsTheResult() {
    ProbeViewModel model = ran(measured());
    store.failWith("The disk is full.");
    model.saving().save("x");
    assertThat(Objects.requireNonNull(workspace.noticeProperty().get()).text())
        .contains("The disk is full.");
    assertThat(reading(model).snapshot().runs()).hasSize(10);
  }

  @Test
  void nothingCanBeSavedBeforeSomethingWasMeasured() {
    assertThat(model(measured()).saving().possible().get()).isFalse();
  }

  @Test
  void theProposedNameSaysWhereAndWhen() {
    ProbeViewModel model = ran(measured());
    assertThat(model.saving().proposedName()).isEqualTo("www.shop.test, 23 Nov 16:29");
  }

  private Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("lightfoot.log"));

  private static ScriptedSeries measured() {
    return new ScriptedSeries(TestSnapshots.sample().runs());
  }

  private ProbeViewModel ran(ProbeSeries series) {
    ProbeViewModel model = model(series);
    model.form().addressProperty().set(TARGET);
    model.run();
    return model;
  }

  private ProbeViewModel model(ProbeSeries series) {
    workspace = new Workspace(Settings.DEFAULTS, folder.resolve("lightfoot.log"));
    workspace.statusProperty().subscribe((String text) -> said.add(text));
    Library library =
        new Library(
            TestKeeping.in(store), TestSnapshots.files(), workspace, Runnable::run, Runnable::run);
    return new ProbeViewModel(
        new ProbePorts(
            series,
            Runnable::run,
            Runnable::run,
            Runnable::run,
            StillScreen.never(),
            System::nanoTime),
        workspace,
        library,
        new RecentAddresses(folder, Runnable::run));
  }

  private static ProbeReading reading(ProbeViewModel model) {
    return Objects.requireNonNull(model.readingProperty().get());
  }
}
