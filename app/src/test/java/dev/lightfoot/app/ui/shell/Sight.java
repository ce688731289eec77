package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestBusyRuns;
import dev.lightfoot.app.ui.testing.TestComparisons;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestPredictions;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.testing.TestTraces;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.probe.Probe;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.PredictionStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// Everything that the window can come to show, each brought about in a window of its own: what is
/// looked at by [RoomTest] and drawn by [Pictures].
enum Sight {
  FIRST_START(stage -> {}),
  SCENARIO(
      stage -> {
        stage.press("open-scenario");
        stage.until("scenario-verdict");
      }),
  SCENARIO_OWN_LINE(
      stage -> {
        stage.press("open-scenario");
        stage.on(() -> stage.rig().field("scenario-rtt").setText("166 ms"));
        stage.on(() -> stage.rig().field("scenario-width").setText("100 Mbit/s"));
        stage.on(() -> stage.rig().field("scenario-bytes").setText("1 MB"));
      }),
  SCENARIO_WRONG(
      stage -> {
        stage.press("open-scenario");
        stage.on(() -> stage.rig().field("scenario-bytes").setText("much"));
        stage.until("scenario-wrong");
      }),
  WRONG_ADDRESS(stage -> stage.run("http://[", "address-error", "")),
  PROBE(Stand::sample),
  PROBE_DISTANCE(
      stage -> {
        Snapshot placed = placed(TestSnapshots.sample());
        stage.on(() -> stage.rig().wiring.workspace().open(placed));
        stage.until("chart-light");
      }),
  PROBE_PLACES(
      stage -> {
        stage.sample();
        stage.press("chart-places");
        stage.on(() -> stage.rig().field("place-from").setText("nowhere at all"));
        stage.press("places-use");
        stage.until("place-from-error");
      }),
  PROBE_CHOSEN_RUN(
      stage -> {
        stage.sample();
        stage.key("phase-bar", KeyCode.DOWN);
        stage.until("chart-back");
      }),
  PROBE_OPENED(
      stage -> {
        stage.stack();
        stage.show(Screen.PROBE);
      }),
  PROBE_CERTIFICATES(stage -> stage.detail("certificates")),
  PROBE_HEADERS(stage -> stage.detail("headers")),
  PROBE_BODY(stage -> stage.detail("body")),
  PROBE_ATTEMPTS(stage -> stage.detail("attempts")),
  PROBE_TRANSPORT(stage -> stage.detail("transport")),
  PROBE_RUNS(stage -> stage.detail("runs")),
  PROBE_BUSY(Stand::busy),
  PROBE_FIRST_RUN(stage -> stage.run("https://first.shop.test/", "verdict", "")),
  PROBE_RUNNING(stage -> stage.run("https://fifth.shop.test/", "verdict", "About")),
  PROBE_STOPPED(
      stage -> {
        stage.run("https://fifth.shop.test/", "verdict", "About");
        stage.on(() -> stage.rig().press(KeyCode.ESCAPE));
        stage.until("verdict", "Stopped");
      }),
  PROBE_WARM(
      stage -> {
        stage.press("mode-warm");
        stage.run("https://www.shop.test/nplus1/?n=50", "status", "Done");
      }),
  PROBE_BOTH(
      stage -> {
        stage.press("mode-both");
        stage.run("https://www.shop.test/nplus1/?n=50", "status", "Done");
      }),
  FAILED_CERTIFICATE(stage -> stage.run("https://expired.shop.test/", "failure", "")),
  FAILED_NAME(
      stage -> {
        Workspace workspace = stage.rig().wiring.workspace();
        String resolver = stage.broken().resolver();
        stage.on(
            () -> workspace.settingsProperty().set(workspace.settings().withResolver(resolver)));
        stage.run("http://no-such-name.example/", "failure", "");
      }),
  FAILED_REFUSED(stage -> stage.run(stage.broken().refused(), "failure", "")),
  FAILED_RESET(stage -> stage.run(stage.broken().reset(), "failure", "")),
  FAILED_CUT_BODY(stage -> stage.run(stage.broken().cut(), "failure", "")),
  PAGE_EMPTY(stage -> stage.show(Screen.PAGE)),
  PAGE(stage -> stage.page(TestPages.picture())),
  PAGE_ELSEWHERE(
      stage -> {
        stage.page(TestPages.picture());
        stage.on(() -> stage.rig().field("page-address").setText("http://exa mple.test/"));
        stage.press("page-run");
        stage.until("page-address-error");
      }),
  PAGE_DISTANCE(stage -> stage.page(placed(TestPages.picture()))),
  PAGE_SELECTED(
      stage -> {
        stage.page(TestPages.picture());
        stage.on(
            () ->
                stage
                    .rig()
                    .node("page-table", TableView.class)
                    .getSelectionModel()
                    .clearAndSelect(3));
      }),
  PAGE_JOINED_ROW(
      stage -> {
        stage.page(TestPages.joined());
        stage.key("page-chart", KeyCode.RIGHT);
      }),
  PAGE_BY_CONNECTION(
      stage -> {
        stage.page(TestPages.picture());
        stage.press("page-group-connection");
      }),
  PAGE_FILTERED_TO_NOTHING(
      stage -> {
        stage.page(TestPages.picture());
        stage.on(() -> stage.rig().field("page-filter").setText("host:nowhere"));
        stage.until("page-filter-clear");
      }),
  PAGE_WRONG_FILTER(
      stage -> {
        stage.page(TestPages.picture());
        stage.on(() -> stage.rig().field("page-filter").setText("trips>many"));
        stage.until("page-filter-error");
      }),
  PAGE_FAILED_ROWS(
      stage -> {
        stage.page(TestPages.broken());
        stage.key("page-chart", KeyCode.N);
      }),
  PAGE_LEDGER(
      stage -> {
        stage.page(TestPages.picture());
        stage.tab("page-details", 1);
      }),
  PAGE_LARGE(stage -> stage.page(TestPages.large(10_000))),
  STACK_EMPTY(stage -> stage.show(Screen.STACK)),
  STACK_CLOSED(
      stage -> {
        stage.on(() -> stage.rig().wiring.workspace().open(TestStacks.measured()));
        stage.show(Screen.STACK);
        stage.until("stack-sentence", "");
      }),
  STACK(Stand::stack),
  STACK_SELECTED(
      stage -> {
        stage.stack();
        stage.key("stack-chart", KeyCode.END);
      }),
  FINDINGS_EMPTY(stage -> stage.show(Screen.FINDINGS)),
  FINDINGS(Stand::findings),
  FINDINGS_OF_LOGS(
      stage -> {
        stage.findings();
        stage.press("findings-source-logs");
        stage.until("finding-title");
      }),
  FINDINGS_FILTERED_TO_NOTHING(
      stage -> {
        stage.findings();
        stage.on(() -> stage.rig().field("findings-filter").setText("nowhere"));
        stage.until("findings-clear");
      }),
  FINDINGS_ACKNOWLEDGED(
      stage -> {
        stage.findings();
        stage.press("finding-acknowledge");
        stage.on(() -> stage.rig().field("acknowledge-reason").setText("It goes with version 4."));
        stage.press("acknowledge-confirm");
        stage.on(
            () ->
                stage.rig().node("findings-checked", TabPane.class).getSelectionModel().select(3));
        stage.on(
            () ->
                stage
                    .rig()
                    .node("findings-acknowledged", TableView.class)
                    .getSelectionModel()
                    .select(0));
      }),
  FINDINGS_ACKNOWLEDGE(
      stage -> {
        stage.findings();
        stage.press("finding-acknowledge");
        stage.until("acknowledge-confirm");
      }),
  FINDINGS_WHAT_IF(
      stage -> {
        stage.findings();
        stage.whatIf(0);
      }),
  FINDINGS_WHAT_IF_REFUSED(
      stage -> {
        stage.findings();
        stage.whatIf(0);
        stage.whatIf(2);
        stage.until("whatif-refused");
      }),
  FINDINGS_PREDICTIONS(
      stage -> {
        stage.findings();
        stage.predictions();
        stage.tab("findings-checked", 4);
      }),
  STACK_LEDGER(
      stage -> {
        stage.stack();
        stage.tab("stack-details", 2);
      }),
  COMPARE_EMPTY(stage -> stage.show(Screen.COMPARE)),
  COMPARE_PROPOSED(
      stage -> {
        stage.history();
        stage.show(Screen.COMPARE);
        stage.until("compare-proposed");
      }),
  COMPARE_HALF(
      stage -> {
        stage.on(() -> stage.rig().wiring.workspace().compareWith(TestComparisons.after()));
        stage.until("compare-choose-side");
      }),
  COMPARE(stage -> stage.compare(TestComparisons.before(), TestComparisons.after())),
  COMPARE_APART(stage -> stage.compare(TestComparisons.before(), TestComparisons.later())),
  COMPARE_TABLE(
      stage -> {
        stage.compare(TestComparisons.before(), TestComparisons.after());
        stage.key("compare-strips", KeyCode.T);
      }),
  COMPARE_LEDGER(
      stage -> {
        stage.compare(TestComparisons.before(), TestComparisons.after());
        stage.on(
            () -> {
              TabPane tabs = stage.rig().node("compare-details", TabPane.class);
              tabs.getTabs().stream()
                  .filter(tab -> "compare-tab-ledger".equals(tab.getId()))
                  .forEach(tabs.getSelectionModel()::select);
            });
      }),
  COMPARE_PAGES(stage -> stage.compare(TestPages.picture(), TestComparisons.smallerPage())),
  COMPARE_WATERFALLS(
      stage -> {
        stage.compare(TestPages.picture(), TestComparisons.smallerPage());
        stage.on(
            () -> {
              TabPane tabs = stage.rig().node("compare-details", TabPane.class);
              tabs.getSelectionModel().select(5);
            });
        stage.key("compare-waterfall-a", KeyCode.DOWN);
      }),
  COMPARE_OVERLAY(
      stage -> {
        stage.compare(TestPages.picture(), TestComparisons.smallerPage());
        stage.tab("compare-details", 5);
        stage.press("compare-from-first-byte");
        stage.press("compare-overlaid");
        stage.key("compare-overlay", KeyCode.DOWN);
      }),
  COMPARE_OVERLAY_OF_PROBES(
      stage -> {
        stage.compare(TestComparisons.before(), TestComparisons.later());
        stage.tab("compare-details", 5);
      }),
  COMPARE_SERIES(
      stage -> {
        stage.on(
            () ->
                stage
                    .rig()
                    .wiring
                    .workspace()
                    .compareAll(
                        TestComparisons.before(),
                        List.of(TestComparisons.after(), TestComparisons.later())));
        stage.until("compare-sentence", "");
        stage.tab("compare-details", 6);
      }),
  COMPARE_FROM_REQUEST(
      stage -> {
        stage.compare(TestPages.picture(), TestComparisons.smallerPage());
        stage.press("compare-from-request");
        stage.until("compare-from-take");
      }),
  COMPARE_CHOOSE(
      stage -> {
        stage.history();
        stage.show(Screen.COMPARE);
        stage.press("compare-a");
        stage.until("compare-choose-take");
      }),
  LOGS_EMPTY(stage -> stage.show(Screen.LOGS)),
  LOGS(Stand::logs),
  LOGS_STATEMENTS(
      stage -> {
        stage.logs();
        stage.press("logs-kind-statements");
      }),
  LOGS_UNITS(
      stage -> {
        stage.show(Screen.LOGS);
        java.nio.file.Path log = stage.rig().folder.resolve("app.jsonl");
        java.nio.file.Files.writeString(
            log,
            "{\"time\":\"2026-11-20T10:00:02Z\",\"method\":\"GET\",\"uri\":\"/cart\",\"status\":200,\"duration\":980}\n");
        stage.on(() -> stage.rig().wiring.open(List.of(log)));
        stage.until("logs-sentences", "app.jsonl");
        stage.press("logs-units");
        stage.until("units-read");
      }),
  LOGS_TRACES(
      stage -> {
        stage.logs();
        stage.on(() -> stage.rig().node("routes", TableView.class).getSelectionModel().select(0));
        stage.key("routes", KeyCode.ENTER);
        stage.until("logs-back");
      }),
  LOGS_RECEIVER(
      stage -> {
        stage.show(Screen.LOGS);
        stage.press("receiver-turn");
        stage.until("receiver-settings");
      }),
  TRACE_EMPTY(stage -> stage.show(Screen.TRACE)),
  TRACE(Stand::trace),
  TRACE_FLAME(
      stage -> {
        stage.trace();
        stage.press("trace-picture-flame");
      }),
  HISTORY_EMPTY(stage -> stage.show(Screen.HISTORY)),
  HISTORY(Stand::history),
  HISTORY_OF_A_TARGET(Stand::target),
  HISTORY_CHANGES(
      stage -> {
        for (Snapshot each : TestComparisons.daily()) {
          stage.store.save(each);
        }
        stage.on(() -> stage.rig().wiring.refresh());
        stage.show(Screen.HISTORY);
        TableView<?> rows = stage.rig().node("history", TableView.class);
        Rig.await("all rows", () -> rows.getItems().size() == 24);
        TableView<?> targets = stage.rig().node("history-targets", TableView.class);
        stage.on(() -> targets.getSelectionModel().select(1));
        stage.until("history-change", "▲");
      }),
  HISTORY_FIT(
      stage -> {
        stage.target();
        for (int rtt : List.of(10, 40, 90)) {
          stage.store.save(TestSnapshots.away(rtt));
        }
        stage.on(() -> stage.rig().wiring.refresh());
        TableView<?> rows = stage.rig().node("history", TableView.class);
        Rig.await("all rows", () -> rows.getItems().size() == 5);
        stage.press("history-fit");
        stage.until("fit-chart");
      }),
  SCHEDULE(
      stage -> {
        stage.history();
        stage.press("history-schedule");
        stage.until("schedule-confirm");
      }),
  TOUR(
      stage -> {
        stage.press("take-tour");
        stage.until("tour-next");
        Rig.await("the page", () -> stage.rig().text("verdict").contains("ms"));
      }),
  ANNOTATE(
      stage -> {
        stage.history();
        stage.press("history-annotate");
        stage.until("annotate-confirm");
      }),
  RENAME(
      stage -> {
        stage.history();
        stage.press("history-rename");
        stage.until("rename-confirm");
      }),
  SETTINGS(stage -> stage.show(Screen.SETTINGS)),
  SAVE(
      stage -> {
        stage.sample();
        stage.press("save");
        stage.until("save-confirm");
      }),
  HELP(
      stage -> {
        stage.on(() -> stage.rig().press(KeyCode.F1));
        stage.until("close-sheet");
      }),
  ABOUT(
      stage -> {
        stage.show(Screen.SETTINGS);
        stage.press("about");
        stage.until("close-sheet");
      }),
  NOTICE(
      stage -> {
        stage.sample();
        Notice notice =
            Notice.plain("“shop before the change” is deleted.").offering("Undo", () -> {});
        stage.on(() -> stage.rig().wiring.workspace().tell(notice));
        stage.until("notice-text");
      }),
  ERROR(
      stage -> {
        stage.logs();
        Notice notice =
            Notice.bad("/var/log/nginx/access.log could not be read: permission denied. ".repeat(3))
                .offering("Show in Logs", () -> {});
        stage.on(() -> stage.rig().wiring.workspace().tell(notice));
        stage.until("notice-text");
      });

  /// Brings it about.
  private interface Way {
    void take(Stand stand) throws Exception;
  }

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda that captures nothing
  private final Way way;

  Sight(Way way) {
    this.way = way;
  }

  /// Opens a window on that stage that shows it.
  Stand open(Stage stage) throws Exception {
    Stand stand = new Stand(stage);
    way.take(stand);
    return stand;
  }

  /// Measured from Zürich, against a server in Helsinki.
  private static Snapshot placed(Snapshot snapshot) {
    return snapshot.with(
        snapshot.environment().at(Optional.of("Zürich")).servedFrom(Optional.of("Helsinki")));
  }

  /// A window, and what is done in it.
  static final class Stand implements AutoCloseable {
    private final BrokenServers broken = new BrokenServers();
    private final MemoryStore store = new MemoryStore();
    private final List<ScriptedSeries> held = List.of(played().holdingAt(0), played().holdingAt(4));
    private final Rig rig;

    Stand(Stage stage) {
      ScriptedSeries failing = new ScriptedSeries(List.of(TestSnapshots.expired()));
      ScriptedSeries usual = played();
      ProbeSeries series =
          (plans, listener, cancellation) -> {
            String host = plans.getFirst().request().url().host();
            ProbeSeries measures =
                switch (host) {
                  case "www.shop.test" -> usual;
                  case "expired.shop.test" -> failing;
                  case "first.shop.test" -> held.getFirst();
                  case "fifth.shop.test" -> held.getLast();
                  default -> Probe.series();
                };
            return measures.compare(plans, listener, cancellation);
          };
      rig =
          WaitForAsyncUtils.waitForAsyncFx(
              20_000,
              () -> {
                Rig made = new Rig(stage, series, store);
                return made;
              });
    }

    private static ScriptedSeries played() {
      return new ScriptedSeries(TestSnapshots.sample().runs());
    }

    Rig rig() {
      return rig;
    }

    private BrokenServers broken() {
      return broken;
    }

    private void on(Runnable task) {
      WaitForAsyncUtils.waitForAsyncFx(20_000, task);
      WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(Screen screen) {
      on(() -> rig.wiring.workspace().screenProperty().set(screen));
    }

    private void press(String id) {
      on(
          () -> {
            ButtonBase button = rig.node(id, ButtonBase.class);
            if (button instanceof ToggleButton toggle) {
              toggle.setSelected(true);
            }
            button.fire();
          });
    }

    private void key(String id, KeyCode code) {
      on(
          () -> {
            rig.node(id, javafx.scene.Node.class).requestFocus();
            rig.press(code);
          });
    }

    private void until(String id) throws Exception {
      Rig.await(
          id,
          () -> {
            javafx.scene.Node node = rig.scene().lookup("#" + id);
            return node != null && Rig.visible(node);
          });
    }

    private void until(String id, String begin) throws Exception {
      Rig.await(id + " " + begin, () -> !rig.text(id).isEmpty() && rig.text(id).startsWith(begin));
    }

    private void run(String address, String id, String begin) throws Exception {
      on(() -> rig.field("address").setText(address));
      on(() -> rig.button("run").fire());
      until(id, begin);
    }

    private void sample() throws Exception {
      on(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
      until("verdict");
    }

    private void page(Snapshot snapshot) throws Exception {
      on(() -> rig.wiring.workspace().open(snapshot));
      Rig.await("its rows", () -> !rig.node("page-table", TableView.class).getItems().isEmpty());
    }

    private void compare(Snapshot a, Snapshot b) throws Exception {
      on(() -> rig.wiring.workspace().compare(a, b));
      until("compare-sentence", "");
      Rig.await("its runs", () -> !rig.node("compare-runs", TableView.class).getItems().isEmpty());
    }

    private void detail(String key) throws Exception {
      sample();
      selectDetail(key);
    }

    private void selectDetail(String key) {
      TabPane details = rig.node("details", TabPane.class);
      on(
          () ->
              details.getTabs().stream()
                  .filter(tab -> ("tab-" + key).equals(tab.getId()))
                  .forEach(tab -> details.getSelectionModel().select(tab)));
    }

    /// A run of a busy computer, its bill, and the times of each run.
    private void busy() throws Exception {
      on(() -> rig.wiring.workspace().open(TestBusyRuns.sample()));
      until("verdict");
      key("phase-bar", KeyCode.DOWN);
      until("chart-back");
      selectDetail("runs");
    }

    private void tab(String pane, int index) {
      on(() -> rig.node(pane, TabPane.class).getSelectionModel().select(index));
    }

    private void stack() throws Exception {
      on(() -> rig.wiring.workspace().open(placed(TestStacks.measured())));
      show(Screen.STACK);
      read();
      Rig.await("joined", () -> rig.text("stack-sentence").contains("51 trips"));
    }

    private void findings() throws Exception {
      stack();
      show(Screen.FINDINGS);
      until("findings-sentence", "7 findings");
    }

    /// Switches the change of that row on.
    private void whatIf(int row) throws Exception {
      TableView<?> table = rig.node("findings", TableView.class);
      on(() -> table.getSelectionModel().clearAndSelect(row));
      key("findings", KeyCode.SPACE);
      until("whatif-outcome");
    }

    /// Keeps three predictions: one that held, one that missed and one that waits.
    private void predictions() throws Exception {
      PredictionStore kept = new PredictionStore(DataFolder.predictions(rig.folder));
      for (Prediction each : TestPredictions.all()) {
        kept.keep(each);
      }
      store.save(TestSnapshots.sampleNamed("shop before the change"));
      on(rig.wiring::refresh);
      TableView<?> table = rig.node("findings-predictions", TableView.class);
      Rig.await("predictions", () -> table.getItems().size() == 3);
    }

    private void logs() throws Exception {
      show(Screen.LOGS);
      read();
      Rig.await("routes", () -> rig.node("routes", TableView.class).getItems().size() == 2);
    }

    private void read() throws IOException {
      java.nio.file.Path file = TestStacks.write(rig.folder);
      on(() -> rig.wiring.open(List.of(file)));
    }

    private void trace() throws Exception {
      on(() -> rig.wiring.workspace().open(TestTraces.large(2_000)));
      Rig.await("the trace", () -> rig.text("trace-sentence").contains("took"));
      key("trace-chart", KeyCode.END);
    }

    private void history() throws Exception {
      store.save(TestSnapshots.sampleNamed("shop before the change"));
      store.save(TestSnapshots.sampleNamed("shop with select_related, second try on Tuesday"));
      on(rig.wiring::refresh);
      show(Screen.HISTORY);
      TableView<?> table = rig.node("history", TableView.class);
      Rig.await("rows", () -> table.getItems().size() == 2);
      on(() -> table.getSelectionModel().select(0));
    }

    private void target() throws Exception {
      history();
      TableView<?> targets = rig.node("history-targets", TableView.class);
      on(() -> targets.getSelectionModel().select(1));
      Rig.await("the trend", () -> rig.node("history-trend", Node.class).getParent().isVisible());
    }

    @Override
    public void close() throws IOException {
      on(() -> rig.wiring.close());
      held.forEach(ScriptedSeries::release);
      rig.close();
      broken.close();
    }
  }
}
