package dev.lightfoot.app.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.report.layout.StackLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StackViewModelTest {
  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final LogShelf shelf = TestShelf.of(workspace);
  private final StackViewModel model =
      new StackViewModel(workspace, shelf, Runnable::run, Runnable::run);

  @TempDir Path folder = Path.of("");

  @Test
  void withoutLogsTheWaitStaysClosedAndSaysHowToOpenIt() {
    workspace.show(TestStacks.measured());
    assertThat(StackSentences.headline(reading()))
        .isEqualTo("222.0\u00a0ms of waiting; no server log opens it yet.");
    assertThat(workspace.joinedProperty().get()).isNull();
  }

  @Test
  void logsThatComeAfterTheMeasurementOpenIt() throws IOException {
    workspace.show(TestStacks.measured());
    shelf.add(List.of(TestStacks.write(folder)));
    assertThat(StackSentences.headline(reading())).contains("51 trips to the database");
    assertThat(reading().number()).isEqualTo(4);
    // the picture's 1 to the resolver, 3 to the server, 51 to its database and 2 to its cache
    assertThat(reading().bill().critical().trips()).isEqualTo(57);
    assertThat(reading().bill().critical().totalNanos()).isEqualTo(reading().run().durationNanos());
    assertThat(reading().run().spans()).hasSize(58);
    assertThat(Objects.requireNonNull(workspace.joinedProperty().get()).runs())
        .allMatch(run -> run.spans().size() == 58);
  }

  @Test
  void theServersClockIsBoundedAroundItsTrueOffset() throws IOException {
    workspace.show(TestStacks.measured());
    shelf.add(List.of(TestStacks.write(folder)));
    ClockBound web = reading().stack().clocks().getFirst();
    assertThat(web.lowNanos()).isLessThanOrEqualTo(90_000_000_000L);
    assertThat(web.highNanos()).isGreaterThanOrEqualTo(90_000_000_000L);
    assertThat(StackSentences.clock(web)).startsWith("The clock of web-1 is between 90.0\u00a0s");
  }

  @Test
  void aJoinedSnapshotShowsTheSameWithoutItsLogs() throws IOException {
    workspace.show(TestStacks.measured());
    shelf.add(List.of(TestStacks.write(folder)));
    String sentence = StackSentences.headline(reading());
    Workspace other = new Workspace(Settings.DEFAULTS, Path.of("log"));
    StackViewModel reopened =
        new StackViewModel(other, TestShelf.of(other), Runnable::run, Runnable::run);
    other.show(Objects.requireNonNull(workspace.joinedProperty().get()));
    assertThat(StackSentences.headline(Objects.requireNonNull(reopened.readingProperty().get())))
        .isEqualTo(sentence);
  }

  @Test
  void rowsFoldAndTheSelectionStaysInSight() throws IOException {
    workspace.show(TestStacks.measured());
    shelf.add(List.of(TestStacks.write(folder)));
    StackLayout all = Objects.requireNonNull(model.layoutProperty().get());
    int last = all.rows() - 1;
    model.select(all.index(last));
    model.fold(1, true);
    assertThat(model.selectedProperty().get()).isEqualTo(1);
    model.select(all.index(last));
    assertThat(Objects.requireNonNull(model.layoutProperty().get()).rows()).isEqualTo(all.rows());
  }

  @Test
  void whatServersRecordedOpensAsATrace() throws IOException {
    workspace.show(TestStacks.measured());
    shelf.add(List.of(TestStacks.write(folder)));
    model.openTrace();
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.TRACE);
  }

  private StackReading reading() {
    return Objects.requireNonNull(model.readingProperty().get());
  }
}
