package dev.lightfoot.app.ui.shell.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestKeeping;
import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.ToCompare;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where what is given opens: decided without a toolkit, all in the test's own thread.
class FileDoorTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String OTHER = "0af7651916cd43dd8448eb211c80319c";

  @TempDir Path folder = Path.of("");

  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final IntakeLogFiles logs = new IntakeLogFiles();
  private final LogShelf shelf = TestShelf.of(logs, workspace);
  private final Library library =
      new Library(
          TestKeeping.in(new MemoryStore()),
          new JsonSnapshotFiles(),
          workspace,
          Runnable::run,
          Runnable::run);
  private final FileDoor door =
      new FileDoor(workspace, library, shelf, logs.traceFormats(), Runnable::run, Runnable::run);

  /// As the probe screen does with what is opened.
  @BeforeEach
  void showWhatIsOpened() {
    workspace
        .openedProperty()
        .subscribe(
            snapshot -> {
              if (snapshot != null) {
                workspace.show(snapshot);
              }
            });
  }

  @Test
  void aSnapshotOpensInProbe() throws IOException {
    workspace.screenProperty().set(Screen.LOGS);
    door.open(List.of(snapshot("access.log")));
    assertThat(opened()).isEqualTo(TestSnapshots.sample().id());
    assertThat(screen()).isEqualTo(Screen.PROBE);
    assertThat(notice()).isEmpty();
  }

  @Test
  void oneTraceOpensInTraceAndAgainWhenItIsGivenAgain() throws IOException {
    Path file = trace("shop.lightfoot.json", TRACE);
    for (int i = 0; i < 2; i++) {
      workspace.screenProperty().set(Screen.PROBE);
      door.open(List.of(file));
      assertThat(screen()).isEqualTo(Screen.TRACE);
      assertThat(trace().name()).isEqualTo(TRACE);
      assertThat(trace().spans()).hasSize(1);
    }
    assertThat(notice()).isEmpty();
  }

  @Test
  void severalTracesOpenInLogs() throws IOException {
    door.open(List.of(trace("a", TRACE), trace("b", OTHER)));
    assertThat(screen()).isEqualTo(Screen.LOGS);
    assertThat(workspace.traceProperty().get()).isNull();
    assertThat(shelf.readings()).hasSize(2);
  }

  @Test
  void aLogIsNoTraceHoweverShortItIs() throws IOException {
    Files.writeString(
        folder.resolve("access.log"),
        "127.0.0.1 - - [23/Nov/2026:16:29:00 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"curl\"\n");
    door.open(List.of(folder));
    assertThat(screen()).isEqualTo(Screen.LOGS);
    assertThat(shelf.readings().getFirst().read()).isEqualTo(1);
    assertThat(notice()).isEmpty();
  }

  @Test
  void ofSeveralSnapshotsTheFirstOpensAndANoticeNamesTheOthers() throws IOException {
    Path second = snapshot("second.json");
    Path third = snapshot("third.json");
    door.open(List.of(snapshot("first.json"), second, third));
    assertThat(opened()).isEqualTo(TestSnapshots.sample().id());
    assertThat(notice())
        .isEqualTo(
            "One snapshot is shown at a time, so these were not opened: "
                + second
                + ", "
                + third
                + ".");
    assertThat(Objects.requireNonNull(workspace.noticeProperty().get()).bad()).isFalse();
  }

  @Test
  void twoSnapshotsAreComparedTheEarlierOneBeingA() throws IOException {
    Snapshot late = TestSnapshots.sampleAt(TestSnapshots.sample().takenAt().plusHours(3));
    Path after = Files.write(folder.resolve("after.json"), SnapshotCodec.encode(late));
    door.open(List.of(after, snapshot("before.json")));
    ToCompare compared = Objects.requireNonNull(workspace.comparedProperty().get());
    assertThat(compared.a().orElseThrow().id()).isEqualTo(TestSnapshots.sample().id());
    assertThat(compared.b().id()).isEqualTo(late.id());
    assertThat(screen()).isEqualTo(Screen.COMPARE);
    assertThat(notice()).isEmpty();
  }

  @Test
  void ofTwoSnapshotsOneThatIsDamagedIsNamedAndNothingIsCompared() throws IOException {
    Path cut = Files.writeString(folder.resolve("cut"), "{\"format\":\"lightfoot/snapshot\",\"v");
    door.open(List.of(snapshot("good"), cut));
    assertThat(notice()).startsWith(cut + " could not be opened as a snapshot.");
    assertThat(workspace.comparedProperty().get()).isNull();
    assertThat(screen()).isEqualTo(Screen.PROBE);
  }

  @Test
  void aSnapshotAndLogsOpenBothInStack() throws IOException {
    door.open(List.of(trace("a", TRACE), trace("b", OTHER), snapshot("s")));
    assertThat(opened()).isEqualTo(TestSnapshots.sample().id());
    assertThat(shelf.readings()).hasSize(2);
    assertThat(screen()).isEqualTo(Screen.STACK);
  }

  @Test
  void inStackLogsOpenTheWaitThatIsInSight() throws IOException {
    workspace.show(TestStacks.measured());
    workspace.screenProperty().set(Screen.STACK);
    door.open(List.of(TestStacks.write(folder)));
    assertThat(screen()).isEqualTo(Screen.STACK);
    workspace.screenProperty().set(Screen.PROBE);
    door.open(List.of(TestStacks.write(folder)));
    assertThat(screen()).isEqualTo(Screen.LOGS);
  }

  @Test
  void whatIsMissingOrNotReadYetGetsASentenceAndNothingElseIsLost() throws IOException {
    Path missing = folder.resolve("missing.json");
    Path har = Files.writeString(folder.resolve("a.har"), "{\"log\":{\"entries\":[]}}");
    door.open(List.of(missing, har, trace("t", TRACE)));
    assertThat(screen()).isEqualTo(Screen.TRACE);
    assertThat(notice()).startsWith(missing + " does not exist. " + har + " cannot be opened.");
  }

  @Test
  void aDamagedSnapshotIsNamedAndWhatWasOpenStays() throws IOException {
    door.open(List.of(snapshot("good")));
    Path cut = Files.writeString(folder.resolve("cut"), "{\"format\":\"lightfoot/snapshot\",\"v");
    door.open(List.of(cut));
    assertThat(notice()).startsWith(cut + " could not be opened as a snapshot.");
    assertThat(opened()).isEqualTo(TestSnapshots.sample().id());
  }

  @Test
  void whatNobodyKnowsIsNamed() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader\n");
    door.open(List.of(letter));
    assertThat(screen()).isEqualTo(Screen.LOGS);
    assertThat(notice()).startsWith(letter + ": Its format was not recognised");
  }

  @Test
  void aTraceThatIsReadInPartSaysSo() throws IOException {
    Path file = trace("t", TRACE);
    Files.writeString(file, Files.readString(file) + "{\"resourceSpans\":[{\n");
    door.open(List.of(file));
    assertThat(screen()).isEqualTo(Screen.TRACE);
    assertThat(notice()).isEqualTo(file + ": entries that could not be read: 1.");
    Notice shown = Objects.requireNonNull(workspace.noticeProperty().get());
    shown.action().orElseThrow().run().run();
    assertThat(screen()).isEqualTo(Screen.LOGS);
  }

  private Path snapshot(String name) throws IOException {
    return Files.write(folder.resolve(name), SnapshotCodec.encode(TestSnapshots.sample()));
  }

  private Path trace(String name, String id) throws IOException {
    String span =
        """
        {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"%s","spanId":"%s","name":"GET /",\
        "kind":2,"startTimeUnixNano":"1795000000000000000",\
        "endTimeUnixNano":"1795000000050000000"}]}]}]}
        """
            .formatted(id, id.substring(16));
    return Files.writeString(folder.resolve(name), span);
  }

  private Screen screen() {
    return workspace.screenProperty().get();
  }

  private @Nullable String opened() {
    return Objects.requireNonNull(workspace.openedProperty().get()).id();
  }

  private TraceSource trace() {
    return Objects.requireNonNull(workspace.traceProperty().get());
  }

  private String notice() {
    Notice notice = workspace.noticeProperty().get();
    return notice == null ? "" : notice.text();
  }
}
