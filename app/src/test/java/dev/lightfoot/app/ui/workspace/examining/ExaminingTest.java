package dev.lightfoot.app.ui.workspace.examining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.examining.Examined.Source;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExaminingTest {
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final LogShelf shelf = TestShelf.of(workspace);
  private final Queue<Runnable> jobs = new ArrayDeque<>();
  private final Queue<Runnable> alarms = new ArrayDeque<>();
  private final List<Duration> delays = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private boolean fails;
  private final Examining examining =
      new Examining(
          new ExaminingPorts(
              examiner(),
              Runnable::run,
              jobs::add,
              (delay, task) -> {
                delays.add(delay);
                alarms.add(task);
              }),
          workspace,
          shelf);

  @TempDir Path folder = Path.of("");

  private Examiner examiner() {
    return new Examiner() {
      @Override
      public Findings examine(Snapshot snapshot) {
        asked.add(snapshot.id() + " with " + snapshot.runs().getFirst().spans().size());
        if (fails) {
          throw new StackOverflowError("too deep");
        }
        return Findings.NONE;
      }

      @Override
      public Findings examine(ServedSpans spans) {
        asked.add("logs of " + spans.size());
        return Findings.NONE;
      }
    };
  }

  @Test
  void whatIsShownIsExaminedOffTheWindowsThread() {
    Snapshot sample = TestSnapshots.sample();
    workspace.show(sample);
    assertThat(examining.examinedProperty().get()).isNull();
    work();
    assertThat(examined().isOf(sample.id())).isTrue();
    assertThat(examined().wholeNanos().orElseThrow() / 100_000).isEqualTo(3_175);
  }

  @Test
  void whatIsNewerTakesThePlaceOfWhatIsUnderWay() {
    Snapshot first = TestSnapshots.sampleNamed("first");
    Snapshot second = TestSnapshots.sampleNamed("second");
    workspace.show(first);
    workspace.show(second);
    assertThat(jobs).hasSize(1);
    work();
    assertThat(examined().isOf(second.id())).isTrue();
  }

  @Test
  void anAnswerThatIsNotWantedAnyMoreIsNeverShown() {
    workspace.show(TestSnapshots.sampleNamed("first"));
    workspace.show(TestSnapshots.sampleNamed("second"));
    Objects.requireNonNull(jobs.poll()).run();
    assertThat(examining.examinedProperty().get()).isNull();
  }

  @Test
  void itIsExaminedAgainWithWhatServersRecorded() {
    Snapshot sample = TestStacks.measured();
    workspace.show(sample);
    work();
    workspace.join(sample);
    work();
    assertThat(asked).hasSize(2);
  }

  @Test
  void theLogsAreExaminedWhereNothingIsMeasured() throws IOException {
    shelf.add(List.of(TestStacks.write(folder)));
    work();
    assertThat(examined().source()).isEqualTo(Source.LOGS);
    assertThat(asked.getLast()).isEqualTo("logs of 580");
  }

  @Test
  void aMeasurementComesFirstAndTheLogsCanBeChosen() throws IOException {
    shelf.add(List.of(TestStacks.write(folder)));
    workspace.show(TestStacks.measured());
    work();
    assertThat(examined().source()).isEqualTo(Source.MEASUREMENT);
    examining.choose(Source.LOGS);
    work();
    assertThat(examined().source()).isEqualTo(Source.LOGS);
  }

  @Test
  void noRuleIsAskedWhileSomethingIsMeasured() {
    examining.hold(true);
    workspace.show(TestSnapshots.sample());
    assertThat(jobs).isEmpty();
    examining.hold(false);
    work();
    assertThat(asked).hasSize(1);
  }

  @Test
  void afterAWhileItIsSaidThatTheRulesAreBeingAsked() {
    workspace.show(TestSnapshots.sample());
    assertThat(delays).containsExactly(Examining.PATIENCE);
    assertThat(examining.slowProperty().get()).isFalse();
    alarms.forEach(Runnable::run);
    assertThat(examining.slowProperty().get()).isTrue();
    work();
    assertThat(examining.slowProperty().get()).isFalse();
  }

  @Test
  void aQuickAnswerIsNotAnnounced() {
    workspace.show(TestSnapshots.sample());
    work();
    alarms.forEach(Runnable::run);
    assertThat(examining.slowProperty().get()).isFalse();
  }

  @Test
  void withTheLastLogItsExaminingIsGone() throws IOException {
    shelf.add(List.of(TestStacks.write(folder)));
    alarms.forEach(Runnable::run);
    assertThat(examining.slowProperty().get()).isTrue();
    shelf.remove(List.copyOf(shelf.readings()));
    assertThat(examining.slowProperty().get()).isFalse();
    alarms.forEach(Runnable::run);
    work();
    assertThat(examining.slowProperty().get()).isFalse();
    assertThat(examining.examinedProperty().get()).isNull();
  }

  @Test
  void anErrorOfARuleIsToldAndTheNextQuestionIsAsked() {
    fails = true;
    workspace.show(TestSnapshots.sampleNamed("first"));
    work();
    assertThat(workspace.noticeProperty().get()).isNotNull();
    fails = false;
    Snapshot second = TestSnapshots.sampleNamed("second");
    workspace.show(second);
    work();
    assertThat(examined().isOf(second.id())).isTrue();
  }

  private Examined examined() {
    return Objects.requireNonNull(examining.examinedProperty().get());
  }

  private void work() {
    for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
      job.run();
    }
  }
}
