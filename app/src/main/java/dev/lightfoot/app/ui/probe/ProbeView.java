package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.SaveSheet;
import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.ScrollPages;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Suggestions;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.detail.LargestSaving;
import dev.lightfoot.app.ui.place.PlacesSheet;
import dev.lightfoot.app.ui.probe.request.RequestFiles;
import dev.lightfoot.app.ui.probe.request.RequestSheet;
import dev.lightfoot.app.ui.probe.scenario.ScenarioSheet;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.RecentAddresses;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The probe screen: address, answer, chart, bill, details; or, before that, three ways on.
public final class ProbeView implements ScreenView {
  private final StackPane notices = new StackPane();
  private final ProbeViewModel model;
  private final Sheets sheets;
  private final AddressBar bar;
  private final VerdictPane verdict;
  private final LargestSaving largest;
  private final FailurePane failure = new FailurePane();
  private final ChartPane chart;
  private final LedgerPane ledger;
  private final DetailsPane details;
  private final RemedyPane remedy;
  private final VBox content;
  private final ScrollPane scroll;
  private final StackPane front;
  private final ScrollPane first;
  private final StackPane root;
  private final Executor ui;
  private final Workspace workspace;
  private final Look look;
  private final RequestFiles requestFiles;
  private Optional<ScenarioSheet> scenario = Optional.empty();
  private boolean due;

  /// @param ui runs what changes the screen
  /// @param requestFiles asks for the files of a request
  /// @param takeTour begins the tour
  /// @param openFile asks for files and opens them
  /// @param largest what saves most of what is shown
  public ProbeView(
      ProbeViewModel model,
      Workspace workspace,
      RecentAddresses recent,
      Look look,
      Sheets sheets,
      Executor ui,
      RequestFiles requestFiles,
      Runnable openFile,
      Runnable takeTour,
      LargestSaving largest) {
    this.look = look;
    this.largest = largest;
    this.requestFiles = requestFiles;
    this.ui = ui;
    this.model = model;
    this.workspace = workspace;
    this.sheets = sheets;
    Copies copies = new Copies(model, workspace);
    bar =
        new AddressBar(model, this::save, this::request)
            .above(model.readingProperty().map(ProbeReading::snapshot));
    details = new DetailsPane(look, model);
    ledger = new LedgerPane(look);
    chart = new ChartPane(look, details::showRuns, this::askPlaces, model);
    verdict =
        new VerdictPane(
            look,
            copies::curl,
            () -> copies.table(Tables.tabSeparated(ledger.table())),
            () -> workspace.screenProperty().set(Screen.STACK),
            () -> {
              // Logs that are opened there open the wait of what was measured.
              workspace.screenProperty().set(Screen.STACK);
              openFile.run();
            },
            this::compare);
    remedy = new RemedyPane(look, workspace, model::run, copies);
    content = new VBox(verdict, largest, failure, chart, ledger, details, remedy);
    content.getStyleClass().add("content");
    VBox.setVgrow(details, Priority.ALWAYS);
    scroll = ScrollPages.of(content);
    first = ScrollPages.of(new FirstStart(look, ways(openFile, takeTour)));
    front = new StackPane(first);
    VBox page = new VBox(bar, notices, front);
    VBox.setVgrow(front, Priority.ALWAYS);
    root = new StackPane(page);
    new Suggestions(bar.field(), Words.text("bar.recent"), recent::matching).attach(root);
    model.readingProperty().subscribe(_ -> showSoon());
    model.stageProperty().subscribe(_ -> showSoon());
    workspace.joinedProperty().subscribe(_ -> showSoon());
  }

  private FirstStart.Ways ways(Runnable openFile, Runnable takeTour) {
    return new FirstStart.Ways() {
      @Override
      public void type() {
        bar.field().requestFocus();
      }

      @Override
      public void openFile() {
        openFile.run();
      }

      @Override
      public void openSample() {
        model.openSample();
      }

      @Override
      public void takeTour() {
        takeTour.run();
      }

      @Override
      public void calculate() {
        ProbeView.this.calculate();
      }
    };
  }

  private void askPlaces() {
    ProbeReading reading = model.readingProperty().get();
    if (reading != null && !sheets.isOpen()) {
      PlacesSheet.open(sheets, look, reading.snapshot(), model.places()::place);
    }
  }

  /// Calculates bandwidth against latency. The sheet is made when it is first wanted, as it takes
  /// its part of the start.
  public void calculate() {
    ScenarioSheet sheet = scenario.orElseGet(() -> new ScenarioSheet(sheets, look));
    scenario = Optional.of(sheet);
    sheet.open();
  }

  /// Asks for a name and saves, where there is something to save.
  public void save() {
    if (model.saving().possible().get()) {
      Saving saving = model.saving();
      SaveSheet.open(sheets, saving.proposedName(), saving::save);
    }
  }

  private void compare() {
    ProbeReading reading = model.readingProperty().get();
    if (reading != null && !reading.snapshot().id().isEmpty()) {
      workspace.compareWith(reading.snapshot());
    }
  }

  /// The bar with the address.
  public AddressBar bar() {
    return bar;
  }

  /// Asks what else the next runs send.
  public void request() {
    RequestSheet.open(sheets, look, model.request(), requestFiles);
  }

  /// Makes ready what shows a result: until something is measured a start does without it.
  public void prepare() {
    if (!front.getChildren().contains(scroll)) {
      front.getChildren().add(scroll);
      scroll.applyCss();
    }
  }

  /// What changes together is shown together, once.
  private void showSoon() {
    if (!due) {
      due = true;
      ui.execute(this::show);
    }
  }

  private void show() {
    due = false;
    @Nullable ProbeReading reading = model.readingProperty().get();
    Stage stage = model.stageProperty().get();
    first.setVisible(reading == null);
    scroll.setVisible(reading != null);
    if (reading == null) {
      largest.of("");
      return;
    }
    prepare();
    boolean failed = stage == Stage.FAILED;
    largest.of(failed ? "" : reading.snapshot().id());
    shown(verdict, !failed);
    shown(failure, failed);
    shown(ledger, !failed);
    shown(remedy, failed);
    if (failed) {
      failure.show(reading.headline());
      remedy.show(reading);
    } else {
      Snapshot joined = workspace.joinedProperty().get();
      verdict.show(reading, stage, joined != null && joined.id().equals(reading.snapshot().id()));
      ledger.show(reading);
    }
    chart.show(reading, stage);
    details.show(reading, stage);
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public Pane notices() {
    return notices;
  }

  @Override
  public Node start() {
    return bar.field();
  }

  @Override
  public List<Node> regions() {
    return List.of(
        bar.field(),
        verdict.start(),
        chart.chart(),
        ledger.table(),
        details.tabs(),
        remedy.start());
  }
}
