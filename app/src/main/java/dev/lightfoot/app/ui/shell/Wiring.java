package dev.lightfoot.app.ui.shell;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.app.prediction.GradedKeeping;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.compare.ComparePorts;
import dev.lightfoot.app.ui.compare.CompareViewModel;
import dev.lightfoot.app.ui.control.SaveSheet;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.export.Exporting;
import dev.lightfoot.app.ui.finding.EvidenceLeads;
import dev.lightfoot.app.ui.finding.FindingsView;
import dev.lightfoot.app.ui.finding.FindingsViewModel;
import dev.lightfoot.app.ui.history.HistoryView;
import dev.lightfoot.app.ui.history.HistoryViewModel;
import dev.lightfoot.app.ui.history.schedule.ScheduleFile;
import dev.lightfoot.app.ui.history.schedule.SchedulePorts;
import dev.lightfoot.app.ui.history.schedule.ScheduledProbes;
import dev.lightfoot.app.ui.page.PagePorts;
import dev.lightfoot.app.ui.page.PageSaving;
import dev.lightfoot.app.ui.page.PageScreen;
import dev.lightfoot.app.ui.page.PageViewModel;
import dev.lightfoot.app.ui.probe.AddressBar;
import dev.lightfoot.app.ui.probe.ProbePorts;
import dev.lightfoot.app.ui.probe.ProbeView;
import dev.lightfoot.app.ui.probe.ProbeViewModel;
import dev.lightfoot.app.ui.tour.Tour;
import dev.lightfoot.app.ui.tour.TourBar;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Acknowledging;
import dev.lightfoot.app.ui.workspace.Examining;
import dev.lightfoot.app.ui.workspace.ExaminingPorts;
import dev.lightfoot.app.ui.workspace.KeptSettings;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.LogShelf;
import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Receiving;
import dev.lightfoot.app.ui.workspace.RecentAddresses;
import dev.lightfoot.app.ui.workspace.RememberedLogs;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Settings;
import dev.lightfoot.app.ui.workspace.SettingsFile;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.store.AcknowledgementStore;
import dev.lightfoot.store.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// The one place that builds the window's objects and connects them.
public final class Wiring {
  private final WindowParts parts;
  private final Stage stage;
  private final Workspace workspace;
  private final KeptSettings settings;
  private final Library library;
  private final Receiving receiving;
  private final LogShelf shelf;
  private final RememberedLogs remembered;
  private final RecentAddresses recent;
  private final Look look = new Look();
  private final ProbeViewModel probe;
  private final PageViewModel page;
  private final CompareViewModel compare;
  private final Examining examining;
  private final Acknowledging acknowledging;
  private final FindingsViewModel findings;
  private final ScheduledProbes scheduled;
  private final FilePicker picker;
  private final FileDoor door;
  private final GivenFiles files;

  /// Builds on the window's thread, for a stage that is not shown yet.
  public Wiring(WindowParts parts, Stage stage) {
    this.parts = parts;
    this.stage = stage;
    SettingsFile file = new SettingsFile(parts.dataFolder());
    this.workspace = new Workspace(file.read(), parts.logFile());
    this.settings = new KeptSettings(file, workspace.settings(), parts.jobs());
    workspace.settingsProperty().subscribe(settings::keep);
    this.library =
        new Library(
            GradedKeeping.in(parts.dataFolder(), parts.store()),
            parts.files(),
            workspace,
            parts.ui(),
            parts.jobs());
    this.receiving =
        new Receiving(
            DataFolder.spans(parts.dataFolder()),
            parts.ports(),
            workspace,
            parts.ui(),
            parts.jobs(),
            parts.pace());
    this.shelf =
        new LogShelf(
            parts.logs(),
            parts.spans(),
            receiving,
            workspace,
            parts.ui(),
            parts.jobs(),
            parts.pace());
    this.remembered = new RememberedLogs(parts.dataFolder(), parts.jobs());
    this.recent = new RecentAddresses(parts.dataFolder(), parts.jobs());
    this.probe =
        new ProbeViewModel(
            new ProbePorts(
                parts.series(),
                parts.ui(),
                parts.measuring(),
                parts.pace(),
                parts.still(),
                System::nanoTime),
            workspace,
            library,
            recent);
    this.page =
        new PageViewModel(
            new PagePorts(
                new FormPages(probe, workspace, parts.pages()),
                parts.ui(),
                parts.measuring(),
                parts.jobs(),
                parts.pace(),
                parts.still()),
            workspace,
            library,
            recent);
    this.compare =
        new CompareViewModel(
            new ComparePorts(
                Comparison::of,
                new FormComparisons(
                    target -> probe.form().requestTo(target, workspace.settings()),
                    workspace,
                    parts.series(),
                    parts.pages()),
                parts.ui(),
                parts.jobs(),
                parts.measuring(),
                parts.still()),
            workspace,
            library);
    this.examining =
        new Examining(
            new ExaminingPorts(parts.examiner(), parts.ui(), parts.jobs(), this::later),
            workspace,
            shelf);
    this.acknowledging =
        new Acknowledging(
            new AcknowledgementStore(parts.dataFolder()),
            () -> LocalDate.now(parts.zone()),
            workspace,
            parts.ui(),
            parts.jobs());
    this.findings =
        new FindingsViewModel(
            examining,
            acknowledging,
            workspace,
            new EvidenceLeads(workspace, shelf),
            parts.ui(),
            parts.jobs());
    this.scheduled =
        new ScheduledProbes(
            new SchedulePorts(
                parts.series(),
                parts.ui(),
                parts.measuring(),
                this::later,
                InstantSource.system(),
                System::nanoTime,
                RandomGenerator.getDefault(),
                () -> probe.running() || page.running() || compare.running()),
            workspace,
            library,
            new ScheduleFile(parts.dataFolder()));
    takeTurns();
    this.picker = new FilePicker(stage);
    this.door =
        new FileDoor(
            workspace, library, shelf, parts.logs().traceFormats(), parts.ui(), parts.jobs());
    this.files = new GivenFiles(picker, door);
  }

  /// One measurement at a time: where one begins, another ends with what it has.
  private void takeTurns() {
    List<Measuring> all = List.of(probe, page, compare);
    for (Measuring each : all) {
      each.stageProperty().subscribe(_ -> endOthers(each, all));
      each.stageProperty()
          .subscribe(_ -> examining.hold(all.stream().anyMatch(Measuring::running)));
    }
  }

  private void endOthers(Measuring began, List<Measuring> all) {
    if (began.running()) {
      all.stream().filter(each -> !each.equals(began)).forEach(Measuring::cancel);
      scheduled.giveWay();
    }
  }

  private void later(Duration delay, Runnable task) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, parts.jobs())
        .execute(task);
  }

  /// Puts the window's content on the stage, sized as it was last.
  public void build() {
    BorderPane frame = new BorderPane();
    Tour tour = new Tour(new TourFiles(), workspace, parts.dataFolder(), parts.ui(), parts.jobs());
    Sheets sheets = new Sheets(frame);
    HelpSheets help = new HelpSheets(sheets, look, parts.logFile());
    ProbeView probeView =
        new ProbeView(
            probe,
            workspace,
            recent,
            look,
            sheets,
            parts.ui(),
            new PickedFiles(picker, parts.ui(), parts.jobs()),
            files::pick,
            tour::start,
            largest("probe-largest"));
    Screens others = new Screens(parts, workspace, look, files::pick);
    AddressBar pageBar =
        new AddressBar("page-", probe, page, () -> savePage(sheets), probeView::request);
    PageScreen pageView =
        new PageScreen(
            page,
            workspace,
            look,
            pageBar,
            pageBar.field(),
            largest("page-largest"),
            pageWays(others));
    Map<Screen, ScreenView> screens = new EnumMap<>(Screen.class);
    Exports exports =
        new Exports(
            sheets, workspace, new Exporting(workspace, parts.ui(), parts.jobs()), picker::export);
    probeView.bar().exporting(() -> exports.probed(probe));
    pageBar.exporting(() -> exports.loaded(page));
    screens.put(Screen.PROBE, probeView);
    screens.put(Screen.PAGE, pageView);
    AddressBar stackBar =
        new AddressBar("stack-", probe, probe, probeView::save, probeView::request)
            .exporting(() -> exports.probed(probe));
    screens.put(Screen.STACK, others.stack(shelf, stackBar, largest("stack-largest")));
    screens.put(Screen.FINDINGS, findings(others, sheets, probeView, exports));
    screens.put(Screen.COMPARE, others.compare(compare, sheets, picker));
    screens.put(Screen.LOGS, others.logs(shelf, receiving));
    screens.put(Screen.TRACE, others.trace());
    HistoryViewModel history = new HistoryViewModel(library);
    screens.put(Screen.HISTORY, new HistoryView(history, scheduled, look, sheets, parts.zone()));
    screens.put(Screen.SETTINGS, others.settings(picker, help, tour::start));
    MainWindow window =
        new MainWindow(
            workspace,
            new Rail(workspace.screenProperty(), findings.urgentProperty()),
            screens,
            new NoticeBar(workspace, parts.ui(), parts.noticed()),
            frame,
            new TourBar(tour, look),
            sheets);
    Settings.Bounds bounds = workspace.settings().bounds();
    Scene scene = new Scene(window, bounds.width(), bounds.height());
    new Appearance(scene, look, workspace).follow();
    new Shortcuts(window, workspace, commands(probeView, help, sheets)).listen(scene);
    files.acceptOn(scene);
    Icons.dress(stage);
    stage.setTitle(Words.text("window.title"));
    stage.setMinWidth(560);
    stage.setMinHeight(420);
    stage.setMaximized(bounds.maximised());
    stage.setScene(scene);
    workspace.say(Words.text("status.ready"));
    library.refresh();
    acknowledging.refresh();
    probeView.start().requestFocus();
  }

  private LargestSaving largest(String id) {
    return new LargestSaving(id, examining, acknowledging);
  }

  private FindingsView findings(
      Screens others, Sheets sheets, ProbeView probeView, Exports exports) {
    AddressBar bar =
        new AddressBar("findings-", probe, probe, probeView::save, probeView::request)
            .exporting(() -> exports.probed(probe));
    FindingsView.Ways ways =
        new FindingsView.Ways() {
          @Override
          public void openFile() {
            files.pick();
          }

          @Override
          public void openSample() {
            library.openSample();
          }

          @Override
          public void copied() {
            others.tellCopiedText();
          }
        };
    return new FindingsView(findings, look, sheets, bar, bar.field(), ways);
  }

  private void savePage(Sheets sheets) {
    if (page.savable().get()) {
      PageSaving saving = page.saving();
      SaveSheet.open(sheets, saving.proposedName(), saving::save);
    }
  }

  private PageScreen.Ways pageWays(Screens others) {
    return new PageScreen.Ways() {
      @Override
      public void openFile() {
        files.pick();
      }

      @Override
      public void openSample() {
        library.openPageSample();
      }

      @Override
      public void copied() {
        others.tellCopied();
      }
    };
  }

  private Shortcuts.Commands commands(ProbeView view, HelpSheets help, Sheets sheets) {
    return new Shortcuts.Commands() {
      @Override
      public void save() {
        switch (workspace.screenProperty().get()) {
          case PAGE -> savePage(sheets);
          case COMPARE -> compare.save();
          case PROBE, STACK, FINDINGS, LOGS, TRACE, HISTORY, SETTINGS -> {
            leadToAddress();
            view.save();
          }
        }
      }

      @Override
      public void request() {
        leadToAddress();
        view.request();
      }

      @Override
      public void openFile() {
        files.pick();
      }

      @Override
      public void calculate() {
        view.calculate();
      }

      @Override
      public void help() {
        help.help();
      }

      @Override
      public boolean cancel() {
        return workspace.screenProperty().get() == Screen.LOGS
            ? shelf.cancel()
            : probe.cancel() || page.cancel() || compare.cancel();
      }
    };
  }

  /// To Probe from screens without an address.
  private void leadToAddress() {
    switch (workspace.screenProperty().get()) {
      case PROBE, PAGE, STACK, FINDINGS -> {}
      case COMPARE, LOGS, TRACE, HISTORY, SETTINGS -> workspace.screenProperty().set(Screen.PROBE);
    }
  }

  /// Measures an address at once.
  public void measure(String address) {
    probe.form().addressProperty().set(address);
    probe.run();
  }

  /// Opens files and folders of any kind, each where it belongs.
  public void open(List<Path> files) {
    door.open(files);
  }

  /// Opens the log files again that were open when the window was closed, unless the person wants
  /// them forgotten; from now on remembers those that are open.
  public void restore() {
    List<Measuring> all = List.of(probe, page, compare);
    Runnable measuring = () -> shelf.measuring(all.stream().anyMatch(Measuring::running));
    all.forEach(each -> each.stageProperty().subscribe(measuring));
    if (workspace.settings().reopenLogs()) {
      shelf.restore(remembered.paths());
    }
    scheduled.restore();
    shelf.openProperty().subscribe(this::remember);
    workspace.settingsProperty().subscribe(this::remember);
  }

  private void remember() {
    boolean wanted = workspace.settings().reopenLogs();
    remembered.keep(wanted ? shelf.openProperty().get() : List.of());
  }

  /// Lists the saved snapshots again.
  public void refresh() {
    library.refresh();
  }

  /// The state that the screens share.
  public Workspace workspace() {
    return workspace;
  }

  /// Keeps what the window remembers, and stops what runs.
  public void close() {
    probe.stop();
    page.stop();
    compare.stop();
    scheduled.close();
    shelf.cancel();
    shelf.stopFollowing();
    // Off this thread, as what follows, too: the program waits for it, and ends the rest meanwhile.
    parts.jobs().execute(receiving::close);
    // A maximised window keeps the size it had before.
    Settings.Bounds before = workspace.settings().bounds();
    Scene scene = stage.getScene();
    Settings.Bounds bounds =
        stage.isMaximized()
            ? new Settings.Bounds(before.width(), before.height(), true)
            : new Settings.Bounds((int) scene.getWidth(), (int) scene.getHeight(), false);
    settings.keep(workspace.settings().withBounds(bounds));
  }
}
