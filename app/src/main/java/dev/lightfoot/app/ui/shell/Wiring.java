package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.probe.ProbeView;
import dev.lightfoot.app.ui.shell.file.FileDoor;
import dev.lightfoot.app.ui.shell.file.FilePicker;
import dev.lightfoot.app.ui.shell.file.GivenFiles;
import dev.lightfoot.app.ui.tour.TourBar;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Builds the window's objects and connects them, part by part: what all screens work on
/// ([Workbench]), what measures ([Measurements]), what judges ([Judging]), what the screens stand
/// in ([Surroundings]), and the screens ([AddressedScreens], [Screens]).
public final class Wiring {
  private final WindowParts parts;
  private final Stage stage;
  private final Workbench bench;
  private final Measurements measured;
  private final Judging judging;
  private final FilePicker picker;
  private final FileDoor door;
  private boolean closed;

  /// Builds on the window's thread, for a stage that is not shown yet.
  public Wiring(WindowParts parts, Stage stage) {
    this.parts = parts;
    this.stage = stage;
    this.bench = Workbench.of(parts);
    this.measured = Measurements.of(bench);
    this.judging = Judging.of(bench);
    measured.takeTurns(judging);
    this.picker = new FilePicker(stage);
    this.door =
        new FileDoor(
            bench.workspace(),
            bench.library(),
            bench.shelf(),
            parts.logs().traceFormats(),
            parts.ui(),
            parts.jobs());
  }

  /// Puts the window's content on the stage, sized as it was last.
  public void build() {
    Workspace workspace = bench.workspace();
    GivenFiles files = new GivenFiles(picker, door);
    Surroundings around = Surroundings.of(bench, picker, files);
    Told told = new Told(workspace);
    AddressedScreens addressed = new AddressedScreens(bench, measured, judging, around, told);
    ProbeView probe = addressed.probe();
    MainWindow window =
        new MainWindow(
            workspace,
            new Rail(workspace.screenProperty(), judging.findings().urgentProperty()),
            screens(addressed, probe, new Screens(bench, around, told)),
            new NoticeBar(workspace, parts.ui(), parts.noticed()),
            around.frame(),
            new TourBar(around.tour(), around.look()),
            around.sheets());
    Settings.Bounds bounds = workspace.settings().bounds();
    Scene scene = new Scene(window, bounds.width(), bounds.height());
    new Appearance(scene, around.look(), workspace).follow();
    KeyCommands keys =
        new KeyCommands(workspace, measured, bench.shelf(), around, probe, addressed);
    new Shortcuts(window, workspace, keys).listen(scene);
    files.acceptOn(scene);
    dress(scene, bounds.maximised());
    FirstFrame.then(scene, parts.ui(), probe::prepare);
    workspace.say(Words.text("status.ready"));
    bench.library().refresh();
    judging.acknowledging().refresh();
    probe.start().requestFocus();
  }

  private Map<Screen, Supplier<ScreenView>> screens(
      AddressedScreens addressed, ProbeView probe, Screens others) {
    Map<Screen, Supplier<ScreenView>> screens = new EnumMap<>(Screen.class);
    screens.put(Screen.PROBE, () -> probe);
    screens.put(Screen.PAGE, () -> addressed.page(probe));
    screens.put(Screen.STACK, () -> addressed.stack(others, probe));
    screens.put(Screen.FINDINGS, () -> addressed.findings(probe));
    screens.put(Screen.COMPARE, () -> others.compare(measured.compare()));
    screens.put(Screen.LOGS, others::logs);
    screens.put(Screen.TRACE, others::trace);
    screens.put(Screen.HISTORY, () -> others.history(measured.scheduled()));
    screens.put(Screen.SETTINGS, others::settings);
    return screens;
  }

  private void dress(Scene scene, boolean maximised) {
    Icons.dress(stage);
    stage.setTitle(Words.text("window.title"));
    stage.setMinWidth(560);
    stage.setMinHeight(420);
    stage.setMaximized(maximised);
    stage.setScene(scene);
  }

  /// Measures an address at once.
  public void measure(String address) {
    measured.probe().form().addressProperty().set(address);
    measured.probe().run();
  }

  /// Opens files and folders of any kind, each where it belongs.
  public void open(List<Path> files) {
    door.open(files);
  }

  /// Opens the log files again that were open when the window was closed, and goes on with the
  /// scheduled probes; from now on remembers which log files are open.
  public void restore() {
    measured.follow(() -> bench.shelf().measuring(measured.running()));
    bench.reopenLogs();
    measured.scheduled().restore();
    bench.rememberLogs();
  }

  /// Lists the saved snapshots again.
  public void refresh() {
    bench.library().refresh();
  }

  /// The state that the screens share.
  public Workspace workspace() {
    return bench.workspace();
  }

  /// Whether it has been closed, or is being closed.
  public boolean isClosed() {
    return closed;
  }

  /// Keeps what the window remembers, and stops what runs.
  public void close() {
    closed = true;
    measured.stop();
    bench.close();
    // A maximised window keeps the size it had before.
    Settings settings = bench.workspace().settings();
    Settings.Bounds before = settings.bounds();
    Scene scene = stage.getScene();
    Settings.Bounds bounds =
        stage.isMaximized()
            ? new Settings.Bounds(before.width(), before.height(), true)
            : new Settings.Bounds((int) scene.getWidth(), (int) scene.getHeight(), false);
    bench.settings().keep(settings.withBounds(bounds));
  }
}
