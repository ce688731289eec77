package dev.lightfoot.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestKeeping;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendLevel;
import dev.lightfoot.report.layout.history.TrendPoint;
import dev.lightfoot.store.StoredSnapshot;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
  private final MemoryStore store = new MemoryStore();
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("lightfoot.log"));
  private final Library library =
      new Library(
          TestKeeping.in(store), TestSnapshots.files(), workspace, Runnable::run, Runnable::run);
  private final HistoryViewModel model = new HistoryViewModel(library);

  @BeforeEach
  void keepOne() throws Exception {
    store.save(TestSnapshots.sample().named("before"));
    model.refresh();
  }

  @Test
  void theFilterLooksAtNameAndAddress() {
    model.filterProperty().set("SHOP.test");
    assertThat(model.snapshots()).hasSize(1);
    model.filterProperty().set("before");
    assertThat(model.snapshots()).hasSize(1);
    model.filterProperty().set("nowhere");
    assertThat(model.snapshots()).isEmpty();
    assertThat(model.nothingSaved()).isFalse();
  }

  @Test
  void openingLeadsToTheProbeScreen() {
    workspace.screenProperty().set(Screen.HISTORY);
    model.open(first());
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.PROBE);
    assertThat(Objects.requireNonNull(workspace.openedProperty().get()).name()).contains("before");
  }

  @Test
  void aNewNameIsShown() {
    model.rename(first(), " after ");
    assertThat(first().name()).isEqualTo("after");
  }

  @Test
  void aBlankNameChangesNothing() {
    model.rename(first(), "  ");
    assertThat(first().name()).isEqualTo("before");
  }

  @Test
  void whatWasDeletedComesBackByUndo() {
    model.delete(first());
    assertThat(model.snapshots()).isEmpty();
    Objects.requireNonNull(workspace.noticeProperty().get()).action().orElseThrow().run().run();
    assertThat(first().name()).isEqualTo("before");
  }

  @Test
  void theButtonOfADeletionUndoesThatThoughAnotherThingWasDoneSince() throws Exception {
    store.save(TestSnapshots.sampleNamed("other"));
    library.refresh();
    StoredSnapshot before = named("before");
    model.delete(before);
    Runnable button =
        Objects.requireNonNull(workspace.noticeProperty().get()).action().orElseThrow().run();
    model.rename(named("other"), "another");
    button.run();
    assertThat(names()).containsExactlyInAnyOrder("before", "another");
    button.run();
    assertThat(names()).containsExactlyInAnyOrder("before", "another");
  }

  @Test
  void oneDeletionAfterTheOtherIsTakenBack() throws Exception {
    store.save(TestSnapshots.sampleNamed("other"));
    library.refresh();
    model.delete(named("before"));
    model.delete(named("other"));
    workspace.undo();
    workspace.undo();
    assertThat(names()).containsExactlyInAnyOrder("before", "other");
  }

  @Test
  void filesPutAsideAreNamedWithTheirReason() {
    store.damage(Path.of("/q/broken.json"), "its checksum does not fit");
    model.refresh();
    assertThat(model.damaged()).contains("broken.json").contains("its checksum does not fit");
  }

  @Test
  void theSearchLooksAtTagsAndNotesToo() {
    model.annotate(first(), "release, v2", "more queries\nsince Tuesday");
    assertThat(first().tags()).containsExactly("release", "v2");
    for (String found : List.of("RELEASE", "tuesday", "v2 before shop.test", "  ")) {
      model.filterProperty().set(found);
      assertThat(model.snapshots()).as(found).hasSize(1);
    }
    model.filterProperty().set("v2 after");
    assertThat(model.snapshots()).isEmpty();
  }

  @Test
  void tagsAndANoteAreTakenBackByUndo() {
    model.annotate(first(), "release", "");
    assertThat(first().note()).isEmpty();
    workspace.undo();
    assertThat(first().tags()).isEmpty();
  }

  @Test
  void snapshotsOfOneTargetAreASeries() throws Exception {
    store.save(later("second", 1));
    store.save(of(later("elsewhere", 2), "https://shop.test/elsewhere"));
    model.refresh();
    assertThat(model.targets()).extracting(SeriesRow::count).containsExactly(3, 1, 2);
    assertThat(model.trendProperty().get()).isEmpty();
    model.choose(find("second"));
    assertThat(names()).containsExactly("second", "before");
    Trend trend = model.trendProperty().get().orElseThrow();
    assertThat(trend.points()).extracting(TrendPoint::id).hasSize(2).isSorted();
  }

  @Test
  void coldRunsAreNotOfOneSeriesWithWarmOnes() throws Exception {
    Snapshot cold = later("cold", 1);
    store.save(cold);
    store.save(later("warm", 2).with(TestSnapshots.coldAndWarm().subList(1, 2)));
    model.refresh();
    model.choose(find("cold"));
    assertThat(names()).containsExactly("cold", "before");
    assertThat(model.targets().stream().flatMap(row -> row.series().stream()).map(Series::kind))
        .containsExactly("warm", "cold");
  }

  @Test
  void whereTheChosenTargetIsGoneAllAreLookedAt() throws Exception {
    store.save(of(later("elsewhere", 2), "https://shop.test/elsewhere"));
    model.refresh();
    model.choose(find("elsewhere"));
    model.delete(find("elsewhere"));
    assertThat(model.chosenProperty().get()).isEmpty();
    assertThat(names()).containsExactly("before");
  }

  @Test
  void theTrendIsOfWhatTheSearchFinds() throws Exception {
    store.save(later("second", 1));
    model.refresh();
    model.annotate(find("second"), "release", "");
    model.choose(find("second"));
    model.filterProperty().set("release");
    assertThat(model.trendProperty().get().orElseThrow().points()).hasSize(1);
    assertThat(model.targets()).extracting(SeriesRow::count).containsExactly(1, 1);
  }

  @Test
  void aChangeThatStaysIsFound() throws Exception {
    List<Run> runs =
        TestSnapshots.sample().runs().stream()
            .sorted(Comparator.comparingLong(RunTime::nanos))
            .toList();
    for (int i = 1; i <= 16; i++) {
      List<Run> fast = List.of(runs.get(i % 3));
      store.save(later("s" + i, i).with(i <= 8 ? fast : List.of(runs.getLast())));
    }
    model.refresh();
    model.choose(find("s1"));
    Trend trend = model.trendProperty().get().orElseThrow();
    assertThat(trend.lastChange().orElseThrow().nanos()).isGreaterThan(7_000_000);
    assertThat(trend.levels()).extracting(TrendLevel::to).containsExactly(9, 17);
  }

  @Test
  void moreThanCanBeToldApartAreNotRead() throws Exception {
    for (int i = 1; i <= HistoryViewModel.MOST_COMPARED; i++) {
      store.save(later("s" + i, i));
    }
    model.refresh();
    model.compare(model.snapshots());
    assertThat(workspace.comparedProperty().get()).isNull();
    model.compare(model.snapshots().subList(1, model.snapshots().size()));
    assertThat(Objects.requireNonNull(workspace.comparedProperty().get()).more()).hasSize(24);
  }

  @Test
  void whatCannotBeReadIsLeftOutOfTheFitAndNamed() throws Exception {
    store.save(later("second", 1));
    store.save(later("third", 2));
    model.refresh();
    model.choose(find("third"));
    store.delete(find("second").id());
    List<DistanceFit> found = new ArrayList<>();
    model.fit(found::add);
    assertThat(found.getFirst().unread()).containsExactly("second");
    assertThat(found.getFirst().fit().points()).hasSize(2);
    assertThat(found.getFirst().sentences())
        .contains("Left out, because it could not be read: second");
    assertThat(workspace.noticeProperty().get()).isNull();
  }

  @Test
  void whereNoneCanBeReadThatIsSaid() {
    model.choose(first());
    store.failWith("The disk is gone.");
    List<DistanceFit> found = new ArrayList<>();
    model.fit(found::add);
    assertThat(found).isEmpty();
    assertThat(model.fittingProperty().get()).isEmpty();
    assertThat(Objects.requireNonNull(workspace.noticeProperty().get()).text())
        .contains("The disk is gone.");
  }

  @Test
  void oneFitIsLookedForAtATimeAndDroppedWhereAnotherTargetIsLookedAt() {
    Deque<Runnable> jobs = new ArrayDeque<>();
    Library slow =
        new Library(
            TestKeeping.in(store), TestSnapshots.files(), workspace, Runnable::run, jobs::add);
    HistoryViewModel waiting = new HistoryViewModel(slow);
    waiting.refresh();
    jobs.remove().run();
    waiting.choose(waiting.snapshots().getFirst());
    List<DistanceFit> found = new ArrayList<>();
    waiting.fit(found::add);
    assertThat(waiting.fittingProperty().get()).isEqualTo("Reading: 0 of 1");
    waiting.fit(found::add);
    assertThat(jobs).hasSize(1);
    waiting.chosenProperty().set(Optional.empty());
    jobs.remove().run();
    assertThat(found).isEmpty();
    assertThat(waiting.fittingProperty().get()).isEmpty();
  }

  private static Snapshot later(String name, int hours) {
    Snapshot sample = TestSnapshots.sample();
    OffsetDateTime at = sample.takenAt().plusHours(hours);
    return new Snapshot(
        SnapshotId.next(at.toInstant()),
        Optional.of(name),
        sample.target(),
        at,
        sample.environment(),
        sample.runs(),
        Map.of());
  }

  private static Snapshot of(Snapshot snapshot, String target) {
    return new Snapshot(
        snapshot.id(),
        snapshot.name(),
        target,
        snapshot.takenAt(),
        snapshot.environment(),
        snapshot.runs(),
        Map.of());
  }

  private StoredSnapshot find(String name) {
    return model.snapshots().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return model.snapshots().stream().map(StoredSnapshot::name).toList();
  }

  private StoredSnapshot first() {
    return model.snapshots().getFirst();
  }

  private StoredSnapshot named(String name) {
    return model.snapshots().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
