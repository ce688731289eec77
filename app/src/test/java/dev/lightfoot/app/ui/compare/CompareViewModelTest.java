package dev.lightfoot.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.ComparisonSeries;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.app.ui.chart.compare.OverlayPicture;
import dev.lightfoot.app.ui.compare.reading.BothAgain;
import dev.lightfoot.app.ui.compare.reading.ComparePorts;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestComparisons;
import dev.lightfoot.app.ui.testing.TestKeeping;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.layout.compare.OverlayRow;
import dev.lightfoot.report.layout.compare.ShownRuns;
import dev.lightfoot.report.layout.page.PageBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
  @TempDir Path folder = Path.of("");

  private final MemoryStore store = new MemoryStore();
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("lightfoot.log"));
  private final Library library =
      new Library(
          TestKeeping.in(store), TestSnapshots.files(), workspace, Runnable::run, Runnable::run);
  private final List<CompareChoice> choices = new ArrayList<>();
  private final List<BothAgain.Again> wanted = new ArrayList<>();
  private final Deque<Runnable> measuring = new ArrayDeque<>();
  private BothAgain again = (_, _, _) -> List.of();
  private final CompareViewModel model =
      new CompareViewModel(
          new ComparePorts(
              (a, others, choice) -> {
                choices.add(choice);
                return ComparisonSeries.of(a, others, choice).comparisons();
              },
              this::measure,
              Runnable::run,
              Runnable::run,
              measuring::add,
              StillScreen.never()),
          workspace,
          library);

  private List<Snapshot> measure(
      BothAgain.Again what, IntConsumer ended, Cancellation cancellation) {
    wanted.add(what);
    return again.measure(what, ended, cancellation);
  }

  @Test
  void twoThatWereAskedForAreComparedAndShown() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.COMPARE);
    assertThat(reading().headline().first()).startsWith("B is faster by 121.");
    assertThat(reading().strips().rows()).hasSize(7);
    assertThat(model.selectedProperty().get()).isEqualTo(6);
    assertThat(workspace.statusProperty().get())
        .startsWith("20 + 20 runs, measured in turn A B B A");
  }

  @Test
  void theLastOneOfTheSameBeforeItIsProposed() throws IOException {
    keep(TestSnapshots.sampleNamed("another engine’s").named("of another subject"));
    keep(TestComparisons.before());
    keep(TestComparisons.later());
    workspace.compareWith(TestComparisons.after());
    assertThat(side(Which.A).name()).contains("before");
    assertThat(side(Which.B).name()).contains("after prefetch_related");
  }

  @Test
  void whereNothingFitsAIsLeftOpenAndCanBeChosen() throws IOException {
    keep(TestPages.picture());
    workspace.compareWith(TestComparisons.after());
    assertThat(model.sideProperty(Which.A).get()).isNull();
    assertThat(model.readingProperty().get()).isNull();
    assertThat(workspace.statusProperty().get())
        .isEqualTo("No other saved snapshot measured the same request");
    keep(TestComparisons.before());
    model.choose(Which.A, library.snapshots().getFirst());
    assertThat(reading().a().name()).contains("before");
  }

  @Test
  void theLastTwoOfTheSameAreProposedWhileNothingIsChosen() throws IOException {
    assertThat(model.proposing().lastPair()).isEmpty();
    keep(TestComparisons.before());
    keep(TestPages.picture());
    keep(TestComparisons.after());
    model.proposing().compareLastPair();
    assertThat(reading().a().name()).contains("before");
    assertThat(reading().b().name()).contains("after prefetch_related");
  }

  @Test
  void swappedTheOtherOneIsSlower() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    model.swap();
    assertThat(reading().headline().first()).startsWith("B is slower by 121.");
    assertThat(side(Which.A).name()).contains("after prefetch_related");
  }

  @Test
  void onlyAStateThatBothHaveCanBeLookedAt() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    assertThat(model.has(RunState.COLD)).isTrue();
    assertThat(model.has(RunState.WARM)).isFalse();
    model.look(RunState.WARM);
    assertThat(choices).hasSize(1);
    model.look(RunState.COLD);
    assertThat(choices.getLast().state()).contains(RunState.COLD);
  }

  @Test
  void whatOtherSessionsOfTheSameTookIsTakenIntoAccount() throws IOException {
    Snapshot before = TestComparisons.before();
    keep(before);
    keep(TestComparisons.later());
    keep(TestPages.picture());
    workspace.compare(before, TestComparisons.after());
    assertThat(choices.getLast().earlierNanos()).hasSize(1);
  }

  @Test
  void requestsAreFilteredByAddressAndToWhatChanged() {
    workspace.compare(TestPages.picture(), TestComparisons.smallerPage());
    assertThat(model.requests().rowsProperty().get()).hasSize(15);
    model.requests().changedOnlyProperty().set(true);
    assertThat(model.requests().rowsProperty().get()).hasSize(1);
    model.requests().clear();
    model.requests().filterProperty().set("css");
    assertThat(model.requests().rowsProperty().get()).hasSize(3);
  }

  @Test
  void aRequestThatIsSelectedInOneWaterfallIsSelectedInTheOther() {
    workspace.compare(TestPages.picture(), TestComparisons.smallerPage());
    WaterfallSight sight = model.waterfalls();
    sight.select(Which.A, 3);
    assertThat(sight.selectedProperty(Which.B).get()).isEqualTo(3);
    sight.select(Which.A, 14); // B does not ask for it
    assertThat(sight.selectedProperty(Which.B).get()).isEqualTo(-1);
    sight.zoom(0.5, 0);
    assertThat(sight.windowProperty().get().isWhole()).isFalse();
  }

  @Test
  void twoProbesHaveNoWaterfalls() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    assertThat(reading().shown().orElseThrow().waterfalls()).isEmpty();
    assertThat(model.waterfalls().linesProperty(Which.A).get()).isNull();
  }

  @Test
  void ofProbesBothRunsLieOverEachOther() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    OverlayPicture overlay = model.waterfalls().overlayProperty().get().orElseThrow();
    assertThat(overlay.overlay().rows()).hasSize(1);
    assertThat(overlay.overlay().rows().getFirst().a().orElseThrow().bars()).hasSize(6);
  }

  @Test
  void timesAreMeasuredFromTheFirstByteOnceThatIsChosen() {
    workspace.compare(TestPages.picture(), TestComparisons.smallerPage());
    long whole = reading().comparison().total().a().getFirst().nanos();
    model.align(Origin.FIRST_BYTE);
    assertThat(reading().comparison().origin()).isEqualTo(Origin.FIRST_BYTE);
    assertThat(reading().comparison().total().a().getFirst().nanos()).isLessThan(whole);
    assertThat(new CompareSentences().cautions(reading()))
        .startsWith("Times are measured from the first byte of the first response");
    ShownRuns shown = reading().shown().orElseThrow();
    OverlayRow.Stretch document = shown.overlay().rows().getFirst().a().orElseThrow();
    assertThat(document.bars())
        .filteredOn(bar -> bar.phase() == Phase.WAIT)
        .extracting(PageBar::endNanos)
        .containsExactly(shown.overlay().zeroNanos());
    assertThat(OverlaySentences.head(reading(), Which.A))
        .endsWith("· the first byte of the first response at 317.4 ms");
  }

  @Test
  void aRequestThatTimesAreMeasuredFromHasOnePlaceInBothWaterfalls() {
    workspace.compare(TestPages.picture(), TestComparisons.smallerPage());
    String css =
        reading().comparison().exchanges().stream()
            .flatMap(each -> each.b().stream())
            .map(ExchangeSide::url)
            .filter(url -> url.contains(".css"))
            .findFirst()
            .orElseThrow();
    model.align(new Origin.Request(css));
    ShownRuns shown = reading().shown().orElseThrow();
    assertThat(shown.overlay().rows())
        .filteredOn(row -> css.endsWith(row.label()))
        .hasSize(1)
        .allSatisfy(
            row -> {
              assertThat(row.a().orElseThrow().startNanos()).isEqualTo(shown.overlay().zeroNanos());
              assertThat(row.b().orElseThrow().startNanos()).isEqualTo(shown.overlay().zeroNanos());
            });
    workspace.compare(TestPages.picture(), TestComparisons.smallerPage());
    assertThat(model.originProperty().get()).isEqualTo(Origin.START);
  }

  @Test
  void whatIsSelectedInTheOverlayIsSelectedInBothWaterfalls() {
    workspace.compare(TestPages.picture(), TestComparisons.smallerPage());
    WaterfallSight sight = model.waterfalls();
    OverlayRow row = sight.overlayProperty().get().orElseThrow().overlay().rows().get(2);
    sight.select(2);
    assertThat(exchange(sight, Which.A)).isEqualTo(row.exchangeA());
    assertThat(exchange(sight, Which.B)).isEqualTo(row.exchangeB());
    int line = sight.selectedProperty(Which.B).get();
    sight.select(4);
    sight.select(Which.B, line);
    assertThat(sight.overlayProperty().get().orElseThrow().selected()).isEqualTo(2);
  }

  @Test
  void severalAreComparedWithOneAndAnyOfThemIsB() {
    Snapshot after = TestComparisons.after();
    Snapshot later = TestComparisons.later();
    workspace.compareAll(TestComparisons.before(), List.of(after, TestComparisons.before(), later));
    assertThat(reading().series()).hasSize(3);
    assertThat(reading().series())
        .extracting(each -> each.total().verdict())
        .containsExactly(Verdict.FASTER, Verdict.NO_CHANGE_SHOWN, Verdict.FASTER);
    assertThat(reading().b().name()).contains("after prefetch_related");
    model.bring(later.id());
    assertThat(reading().b().name()).contains("on Tuesday, with select_related");
    assertThat(reading().comparison()).isEqualTo(reading().series().get(2));
    model.leaveOut(after.id());
    assertThat(reading().series()).hasSize(2);
    assertThat(reading().b().name()).contains("on Tuesday, with select_related");
  }

  @Test
  void leftOutTwiceItIsGoneOnceAndNoOtherWithIt() {
    Snapshot after = TestComparisons.after();
    Snapshot later = TestComparisons.later();
    Snapshot before = TestComparisons.before();
    workspace.compareAll(TestComparisons.before(), List.of(later, after, before));
    model.leaveOut(after.id());
    CompareReading once = reading();
    model.leaveOut(after.id());
    model.bring(after.id());
    assertThat(reading()).isSameAs(once);
    assertThat(once.series())
        .extracting(each -> each.b().id())
        .containsExactly(later.id(), before.id());
  }

  @Test
  void measuredAgainTheOthersOfASeriesStay() {
    Snapshot before = TestComparisons.before();
    Snapshot after = TestComparisons.after();
    Snapshot other = TestComparisons.before();
    Snapshot later = TestComparisons.later();
    workspace.compareAll(before, List.of(TestComparisons.later(), after, other));
    model.bring(after.id());
    again = (_, _, _) -> List.of(TestComparisons.before(), later);
    model.run();
    measuring.remove().run();
    assertThat(reading().series())
        .extracting(each -> each.b().id())
        .endsWith(later.id(), other.id())
        .hasSize(3);
    assertThat(reading().b().name()).contains("on Tuesday, with select_related");
  }

  @Test
  void measuredAgainWhatWasSwappedMeanwhileStaysSwapped() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    again = (_, _, _) -> List.of(TestComparisons.before(), TestComparisons.later());
    model.run();
    model.swap();
    measuring.remove().run();
    assertThat(side(Which.A).name()).contains("on Tuesday, with select_related");
    assertThat(side(Which.B).name()).contains("before");
  }

  @Test
  void oneMoreIsComparedWithAOnceItIsAdded() throws IOException {
    keep(TestComparisons.later());
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    model.add(library.snapshots().getFirst());
    assertThat(reading().series()).hasSize(2);
    assertThat(reading().b().name()).contains("after prefetch_related");
  }

  @Test
  void bothAreMeasuredAgainAndComparedAndCanBeSaved() throws IOException {
    keep(TestComparisons.before());
    keep(TestComparisons.after());
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    again =
        (_, ended, _) -> {
          ended.accept(1);
          return List.of(TestComparisons.before(), TestComparisons.later());
        };
    model.run();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.RUNNING);
    measuring.remove().run();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
    assertThat(wanted.getFirst().runs()).isEqualTo(20);
    assertThat(wanted.getFirst().state()).isEqualTo(RunState.COLD);
    assertThat(reading().b().name()).contains("on Tuesday, with select_related");
    assertThat(model.savable().get()).isTrue();
    model.save();
    assertThat(model.savable().get()).isFalse();
  }

  @Test
  void stoppedBeforeBothHaveARunWhatWasComparedStays() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    CompareReading before = reading();
    again =
        (_, _, cancellation) -> {
          assertThat(cancellation.isCancelled()).isTrue();
          return List.of(TestComparisons.before(), TestComparisons.after().with(List.of()));
        };
    model.run();
    assertThat(model.cancel()).isTrue();
    Runnable run = measuring.remove();
    measuring.remove().run(); // closes the sockets
    run.run();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.STOPPED);
    assertThat(reading()).isSameAs(before);
    assertThat(workspace.statusProperty().get()).startsWith("Stopped before both sides had a run.");
    assertThat(model.cancel()).isFalse();
  }

  @Test
  void whatCannotBeMeasuredAgainIsSaid() {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    again =
        (_, _, _) -> {
          throw new IllegalArgumentException("That cannot be.");
        };
    model.run();
    measuring.remove().run();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.IDLE);
    assertThat(notice().map(Notice::text)).contains("That cannot be.");
  }

  @Test
  void aReportIsWrittenAsItsNameSays() throws IOException {
    workspace.compare(TestComparisons.before(), TestComparisons.after());
    Path html = folder.resolve("comparison.html");
    model.export(html, Optional.empty());
    assertThat(Files.readString(html)).contains("B is faster by 121.", "lightfoot/comparison");
    assertThat(notice().map(Notice::text))
        .contains("The report is in " + html + ". Secrets are hidden in it.");
    model.export(folder.resolve("comparison.docx"), Optional.empty());
    assertThat(notice().map(Notice::bad)).contains(true);
    model.export(folder.resolve("missing").resolve("comparison.md"), Optional.empty());
    assertThat(notice().map(Notice::text).orElseThrow())
        .endsWith("could not be written: choose another place.");
  }

  private void keep(Snapshot snapshot) throws IOException {
    store.save(snapshot);
    library.refresh();
  }

  private static OptionalInt exchange(WaterfallSight sight, Which which) {
    return Objects.requireNonNull(sight.linesProperty(which).get())
        .rowAt(sight.selectedProperty(which).get());
  }

  private Snapshot side(Which which) {
    return Objects.requireNonNull(model.sideProperty(which).get());
  }

  private CompareReading reading() {
    return Objects.requireNonNull(model.readingProperty().get());
  }

  private Optional<Notice> notice() {
    @Nullable Notice shown = workspace.noticeProperty().get();
    return Optional.ofNullable(shown);
  }
}
