package dev.lightfoot.app.ui.history.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestKeeping;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.store.AcknowledgementStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time passes only where a test lets it pass.
final class ScheduledProbesTest {
  private static final String SHOP = "https://shop.test/";
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @TempDir Path folder;
  private final MemoryStore store = new MemoryStore();
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("lightfoot.log"));
  private final Library library =
      new Library(
          TestKeeping.in(store), TestSnapshots.files(), workspace, Runnable::run, Runnable::run);
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<ProbePlan> made = new ArrayList<>();
  private final List<Instant> begins = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private long nanos = 77;
  private boolean busy;
  private boolean holding;

  private record Alarm(long atNanos, Runnable task) {}

  private ScheduledProbes window() {
    return new ScheduledProbes(
        new SchedulePorts(
            (plans, _, cancellation) -> List.of(measured(plans.getFirst(), cancellation)),
            Runnable::run,
            this::measuring,
            (delay, task) -> alarms.add(new Alarm(nanos + delay.toNanos(), task)),
            () -> now,
            () -> nanos,
            new Random(5),
            () -> busy,
            budgets()),
        workspace,
        library,
        new ScheduleFile(folder));
  }

  private void measuring(Runnable job) {
    if (holding) {
      held.add(job);
    } else {
      job.run();
    }
  }

  private Snapshot measured(ProbePlan plan, Cancellation cancellation) {
    made.add(plan);
    begins.add(now);
    Snapshot sample = TestSnapshots.sample();
    return new Snapshot(
        SnapshotId.next(now),
        Optional.empty(),
        plan.request().url().toString(),
        sample.takenAt(),
        sample.environment(),
        cancellation.isCancelled() ? List.of() : sample.runs(),
        Map.of());
  }

  /// Lets both clocks run, minute by minute.
  private void pass(Duration time) {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      now = now.plus(Duration.ofMinutes(1));
      nanos += Duration.ofMinutes(1).toNanos();
      ring();
    }
  }

  private void ring() {
    for (Alarm alarm : List.copyOf(alarms)) {
      if (alarm.atNanos() <= nanos) {
        alarms.remove(alarm);
        alarm.task().run();
      }
    }
  }

  @Test
  void aDayOfHalfHoursIsOneProbeEachAndUpToATenthLater() {
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    pass(Duration.ofHours(24));
    assertThat(made.size()).isBetween(43, 48);
    assertThat(made.getFirst().request().url()).hasToString(SHOP);
    assertThat(made.getFirst().states()).hasSize(3);
  }

  @Test
  void whatIsMadeIsSavedWithATag() throws IOException {
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    pass(Duration.ofMinutes(34));
    assertThat(store.list().snapshots()).hasSize(1);
    assertThat(store.list().snapshots().getFirst().tags()).containsExactly(ScheduledProbes.TAG);
    assertThat(workspace.statusProperty().get()).contains("saved");
  }

  @Test
  void afterASleepOneIsMadeAndNoneTwice() {
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    // The monotonic clock stands still while the computer sleeps.
    now = now.plus(Duration.ofHours(8));
    pass(Duration.ofMinutes(1));
    assertThat(made).hasSize(1);
    pass(Duration.ofMinutes(29));
    assertThat(made).hasSize(1);
    pass(Duration.ofMinutes(6));
    assertThat(made).hasSize(2);
  }

  @Test
  void aWallClockThatIsSetBackHoldsNothingUp() {
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    now = now.minus(Duration.ofHours(5));
    pass(Duration.ofMinutes(34));
    assertThat(made).hasSize(1);
  }

  @Test
  void aMeasurementOfThePersonsGoesFirst() {
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    busy = true;
    pass(Duration.ofMinutes(50));
    assertThat(made).isEmpty();
    busy = false;
    pass(Duration.ofMinutes(1));
    assertThat(made).hasSize(1);
  }

  @Test
  void aProbeThatGaveWayIsMadeAfterwardsAndNotSavedInPart() throws IOException {
    ScheduledProbes probes = window();
    probes.add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    holding = true;
    pass(Duration.ofMinutes(34));
    assertThat(held).hasSize(1);
    Runnable under = held.removeFirst();
    holding = false;
    probes.giveWay();
    under.run();
    assertThat(store.list().snapshots()).isEmpty();
    pass(Duration.ofMinutes(1));
    assertThat(store.list().snapshots()).hasSize(1);
  }

  @Test
  void twoThatAreDueAtOnceAreMadeOneAfterTheOther() {
    ScheduledProbes probes = window();
    probes.add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    probes.add("https://other.test/", HALF_AN_HOUR, 3, Optional.empty());
    holding = true;
    pass(Duration.ofMinutes(40));
    assertThat(held).hasSize(1);
    holding = false;
    held.removeFirst().run();
    pass(Duration.ofMinutes(1));
    assertThat(made).hasSize(2);
  }

  @Test
  void aScheduleSurvivesARestartAndSaysSo() {
    ScheduledProbes first = window();
    first.add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    pass(Duration.ofMinutes(34));
    first.close();
    alarms.clear();
    now = now.plus(Duration.ofMinutes(10));
    ScheduledProbes second = window();
    second.restore();
    assertThat(second.shown()).extracting(each -> each.schedule().address()).containsExactly(SHOP);
    assertThat(Objects.requireNonNull(workspace.noticeProperty().get()).text())
        .contains("1 scheduled probe continues");
    pass(Duration.ofMinutes(15));
    assertThat(made).hasSize(1);
    pass(Duration.ofMinutes(15));
    assertThat(made).hasSize(2);
  }

  @Test
  void whatClosingTheWindowBrokeOffIsMadeOnceAfterTheNextStart() throws IOException {
    ScheduledProbes first = window();
    first.add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    holding = true;
    pass(Duration.ofMinutes(34));
    Runnable under = held.removeFirst();
    first.close();
    holding = false;
    under.run();
    alarms.clear();
    assertThat(store.list().snapshots()).isEmpty();
    int brokenOff = made.size();
    window().restore();
    pass(Duration.ofMinutes(1));
    assertThat(made).hasSize(brokenOff + 1);
    assertThat(store.list().snapshots()).hasSize(1);
    pass(Duration.ofMinutes(29));
    assertThat(made).hasSize(brokenOff + 1);
  }

  @Test
  void aProbeThatGaveWayIsMadeAfterTheNextStartWhereTheWindowIsClosedBefore() throws IOException {
    ScheduledProbes first = window();
    first.add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    holding = true;
    pass(Duration.ofMinutes(34));
    Runnable under = held.removeFirst();
    holding = false;
    first.giveWay();
    under.run();
    first.close();
    alarms.clear();
    window().restore();
    pass(Duration.ofMinutes(1));
    assertThat(store.list().snapshots()).hasSize(1);
  }

  @Test
  void whatIsOverdueAtAStartWaitsAMinute() {
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    alarms.clear();
    now = now.plus(Duration.ofDays(3));
    ScheduledProbes second = window();
    second.restore();
    assertThat(made).isEmpty();
    pass(Duration.ofMinutes(1));
    assertThat(made).hasSize(1);
  }

  @Test
  void twoWindowsOnOneFolderDoNotMeasureTwice() {
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    window().restore();
    pass(Duration.ofHours(5));
    assertThat(begins).hasSizeBetween(8, 10);
    for (int i = 1; i < begins.size(); i++) {
      assertThat(Duration.between(begins.get(i - 1), begins.get(i)))
          .isGreaterThanOrEqualTo(HALF_AN_HOUR);
    }
  }

  @Test
  void aClosedWindowMeasuresNothing() {
    ScheduledProbes probes = window();
    probes.add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    probes.close();
    pass(Duration.ofHours(2));
    assertThat(made).isEmpty();
  }

  @Test
  void aStoppedScheduleIsGoneForGood() {
    ScheduledProbes probes = window();
    probes.add(SHOP, HALF_AN_HOUR, 3, Optional.empty());
    probes.remove(SHOP);
    pass(Duration.ofHours(2));
    assertThat(made).isEmpty();
    assertThat(folder.resolve("schedules")).doesNotExist();
  }

  @Test
  void intervalsRunsAndSchedulesAreBounded() {
    ScheduledProbes probes = window();
    probes.add(SHOP, Duration.ofSeconds(1), 1_000, Optional.empty());
    Schedule kept = probes.shown().getFirst().schedule();
    assertThat(kept.interval()).isEqualTo(Schedule.LEAST_INTERVAL);
    assertThat(kept.runs()).isEqualTo(Schedule.MOST_RUNS);
    for (int i = 1; i < Schedule.MOST; i++) {
      assertThat(probes.add("https://h" + i + ".test/", HALF_AN_HOUR, 1, Optional.empty()))
          .isEmpty();
    }
    assertThat(probes.add("https://more.test/", HALF_AN_HOUR, 1, Optional.empty())).isPresent();
    assertThat(probes.add("ftp://shop.test/", HALF_AN_HOUR, 1, Optional.empty())).isPresent();
  }

  @Test
  void linesThatMakeNoSenseAreLeftOut() throws IOException {
    Files.writeString(
        folder.resolve("schedules"), "x\n5 3 - https://a.test/\n9 a - b\n1 1 2026 c\n");
    assertThat(new ScheduleFile(folder).read())
        .containsExactly(
            new Schedule(
                "https://a.test/", Duration.ofMinutes(5), 3, Optional.empty(), Optional.empty()));
  }

  private static Optional<String> looked(ScheduledProbes probes, Path budget) {
    List<Optional<String>> said = new ArrayList<>();
    probes.look(budget, said::add);
    return said.getFirst();
  }

  @Test
  void aBudgetIsReadBesideTheWindowsWork() throws IOException {
    Path budget = budget("budget.json", "{\"what\":\"requests\",\"max\":9}");
    List<Optional<String>> said = new ArrayList<>();
    holding = true;
    window().look(budget, said::add);
    assertThat(said).isEmpty();
    held.forEach(Runnable::run);
    assertThat(said).containsExactly(Optional.empty());
  }

  @Test
  void aBudgetMayCompareWithASavedSnapshotAsOnTheCommandLine() throws IOException {
    Path budget =
        budget("budget.json", "{\"what\":\"time\",\"baseline\":\"before\",\"worseBy\":\"5 %\"}");
    FileBudgets budgets = budgets();
    assertThatThrownBy(() -> budgets.look(budget, List.of()))
        .hasMessage(budget + " compares with before, which cannot be read as a snapshot.");
    Path file = folder.resolve("saved.json");
    Files.write(file, SnapshotCodec.encode(TestSnapshots.sample()));
    StoredSnapshot saved =
        StoredSnapshot.of(TestSnapshots.sample().named("before"), Summary::headlineTime, file);
    assertThatCode(() -> budgets.look(budget, List.of(saved))).doesNotThrowAnyException();
  }

  private FileBudgets budgets() {
    return new FileBudgets(
        TestSnapshots.files(), new AcknowledgementStore(folder), () -> LocalDate.EPOCH);
  }

  private Path budget(String name, String limit) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "{\"format\":\"lightfoot/budget\",\"version\":1,\"limits\":[" + limit + "]}");
  }

  private String notice() {
    Notice shown = workspace.noticeProperty().get();
    return shown == null ? "" : shown.text();
  }

  @Test
  void aBudgetThatBreaksIsToldOnceUntilItIsKeptAgain() throws IOException {
    String broken = "{\"what\":\"requests\",\"url\":\"*\",\"max\":0}";
    Path budget = budget("budget.json", broken);
    ScheduledProbes probes = window();
    assertThat(probes.add(SHOP, HALF_AN_HOUR, 3, Optional.of(budget))).isEmpty();
    pass(Duration.ofMinutes(34));
    assertThat(notice())
        .startsWith(SHOP + " breaks its budget: ")
        .contains("Requests", "at most 0, measured 1");
    workspace.dismissNotice();
    pass(Duration.ofMinutes(34));
    assertThat(made).hasSize(2);
    assertThat(notice()).isEmpty();
    budget("budget.json", broken.replace("0", "100"));
    pass(Duration.ofMinutes(34));
    assertThat(notice()).isEqualTo(SHOP + " keeps its budget again.");
  }

  @Test
  void whatIsNoBudgetIsRefusedAndOneThatIsGoneIsSaid() throws IOException {
    Path budget = budget("budget.json", "{\"what\":\"tripps\",\"max\":0}");
    ScheduledProbes probes = window();
    assertThat(looked(probes, budget).orElseThrow())
        .startsWith(budget + " is no budget that can be checked. ");
    assertThat(looked(probes, folder.resolve("none")))
        .contains(folder.resolve("none") + " cannot be read.");
    budget("budget.json", "{\"what\":\"requests\",\"max\":9}");
    assertThat(probes.add(SHOP, HALF_AN_HOUR, 3, Optional.of(budget))).isEmpty();
    Files.delete(budget);
    pass(Duration.ofMinutes(34));
    assertThat(notice())
        .isEqualTo(SHOP + " could not be held against its budget: " + budget + " cannot be read.");
  }

  @Test
  void theBudgetOfAScheduleIsKeptForTheNextStart() throws IOException {
    Path budget = budget("of the shop.json", "{\"what\":\"requests\",\"max\":9}");
    window().add(SHOP, HALF_AN_HOUR, 3, Optional.of(budget));
    assertThat(new ScheduleFile(folder).read())
        .extracting(Schedule::address, Schedule::budget)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(SHOP, Optional.of(budget)));
  }
}
