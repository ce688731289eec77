package dev.lightfoot.app.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.chart.page.ChartLine;
import dev.lightfoot.app.ui.chart.page.PageLines;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestKeeping;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.RecentAddresses;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.report.layout.page.PageGrouping;
import dev.lightfoot.report.layout.page.PageLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageViewModelTest {
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each test
  private Workspace workspace;

  @SuppressWarnings("NullAway.Init") // before each test
  private PageViewModel model;

  private final Loading loading = new Loading();

  @BeforeEach
  void open() {
    workspace = new Workspace(Settings.DEFAULTS, folder.resolve("log"));
    Library library =
        new Library(
            TestKeeping.in(new MemoryStore()),
            TestSnapshots.files(),
            workspace,
            Runnable::run,
            Runnable::run);
    model =
        new PageViewModel(
            new PagePorts(
                loading,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                Runnable::run,
                StillScreen.never()),
            workspace,
            library,
            new RecentAddresses(folder, Runnable::run));
  }

  @Test
  void anOpenedPageIsShownByPartyWithItsFirstRequestSelected() {
    workspace.open(TestPages.picture());
    assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
    assertThat(loading.target).isEqualTo("https://www.shop.test/nplus1/?n=50");
    assertThat(lines().size()).isEqualTo(2 + 15 + 1 + 3);
    assertThat(model.sight().selectedRow()).hasValue(0);
    assertThat(workspace.subjectProperty().get()).isNotNull();
  }

  @Test
  void aProbeIsNoPage() {
    workspace.open(TestSnapshots.sample());
    assertThat(model.readingProperty().get()).isNull();
  }

  @Test
  void aFilterThatCannotBeReadSaysWhyAndShowsWhatWasShown() {
    workspace.open(TestPages.picture());
    model.sight().views().filterProperty().set("css");
    assertThat(lines().view().shown()).isEqualTo(3);
    model.sight().views().filterProperty().set("css trips>many");
    assertThat(model.sight().views().filterErrorProperty().get()).contains("many");
    assertThat(lines().view().shown()).isEqualTo(3);
    model.sight().views().filterProperty().set("");
    assertThat(model.sight().views().filterErrorProperty().get()).isEmpty();
    assertThat(lines().view().shown()).isEqualTo(15);
  }

  @Test
  void whatIsSelectedStaysInSightWhereItsGroupIsFolded() {
    workspace.open(TestPages.picture());
    model.sight().selectRow(13);
    int head = lines().parent(model.sight().selectedLine());
    model.sight().fold(head, true);
    assertThat(model.sight().selectedLine()).isEqualTo(head);
    model.sight().selectRow(13);
    assertThat(lines().lineOf(13)).hasValue(model.sight().selectedLine());
  }

  @Test
  void groupsAreKeptFoldedWhenTheFilterChanges() {
    workspace.open(TestPages.picture());
    model.sight().fold(0, true);
    assertThat(lines().size()).isEqualTo(1 + 1 + 3 + 1 + 3);
    model.sight().views().filterProperty().set("time>0");
    assertThat(lines().size()).isEqualTo(1 + 1 + 3 + 1 + 3);
    model.sight().views().groupingProperty().set(PageGrouping.NONE);
    assertThat(lines().size()).isEqualTo(15 + 1 + 3);
  }

  @Test
  void selectingBringsARequestIntoTheTimeInSight() {
    workspace.open(TestPages.picture());
    model.sight().look(0, 100_000_000);
    model.sight().selectRow(14);
    assertThat(model.sight().windowProperty().get().fromNanos()).isGreaterThan(500_000_000);
    assertThat(model.sight().windowProperty().get().length()).isEqualTo(100_000_000);
  }

  @Test
  void theNextFailedIsFoundInARing() {
    workspace.open(TestPages.broken());
    List<Integer> visited = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      assertThat(model.sight().nextFailed()).isTrue();
      visited.add(model.sight().selectedRow().orElseThrow());
    }
    assertThat(visited).containsExactly(1, 2, 1);
  }

  @Test
  void theRunThatStandsForAllIsShownAndAnyOtherAndTheAnswerStays() {
    workspace.open(TestPages.picture());
    assertThat(reading().drawn()).isEqualTo(2);
    String answer = reading().headline().first();
    model.lookAt(OptionalInt.of(3));
    assertThat(reading().drawn()).isEqualTo(3);
    assertThat(reading().isNearest()).isFalse();
    assertThat(reading().headline().first()).isEqualTo(answer);
    model.lookAt(OptionalInt.empty());
    assertThat(reading().isNearest()).isTrue();
  }

  @Test
  void aJoinedRequestOpensItsWaitBelowIt() {
    workspace.open(TestPages.joined());
    PageLines before = lines();
    int line = before.lineOf(0).orElseThrow();
    assertThat(before.foldable(line)).isTrue();
    model.sight().fold(line, false);
    assertThat(lines().size()).isGreaterThan(before.size());
    assertThat(lines().at(line + 1)).isInstanceOf(ChartLine.Wait.class);
    assertThat(lines().parent(line + 1)).isEqualTo(line);
    int next = lines().lineOf(1).orElseThrow();
    assertThat(lines().at(next)).isEqualTo(new ChartLine.Plain(new PageLine.Request(1)));
    model.sight().fold(line, true);
    assertThat(lines().size()).isEqualTo(before.size());
  }

  @Test
  void requestsHaveTheirPlaceWhileAPageIsLoadedAndKeepIt() {
    List<String> seen = new ArrayList<>();
    loading.found = () -> seen.add(lines().size() + " " + workspace.statusProperty().get());
    model.run();
    // Two groups, fifteen requests, one lane and its head come with the first that ended.
    assertThat(seen).hasSize(2).first().asString().endsWith("0 of 15 requests so far");
    assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
    assertThat(lines().size()).isEqualTo(21);
    assertThat(model.savable().get()).isTrue();
  }

  @Test
  void whatTheEngineRefusesIsSaidInPlace() {
    loading.refusal = "This computer has no Chrome.";
    model.form().engineProperty().set(PageEngine.CHROME);
    model.run();
    assertThat(loading.refused.get()).isEqualTo("This computer has no Chrome.");
    assertThat(model.stageProperty().get()).isEqualTo(Stage.IDLE);
  }

  @Test
  void aFaultIsToldWithItsCode() {
    loading.fault = true;
    model.run();
    assertThat(Objects.requireNonNull(workspace.noticeProperty().get()).text())
        .contains("LF-FAULT");
  }

  private PageLines lines() {
    return Objects.requireNonNull(model.sight().linesProperty().get());
  }

  private PageReading reading() {
    return Objects.requireNonNull(model.readingProperty().get());
  }

  /// Plays one load of the sample.
  private static final class Loading implements PageLoading {
    private String target = "";
    private final StringProperty refused = new SimpleStringProperty("");
    private String refusal = "";
    private boolean fault;
    private Runnable found = () -> {};

    @Override
    public Optional<PagePlan> plan(Viewport viewport) {
      return Optional.of(TestPages.plan(viewport));
    }

    @Override
    public void show(String shown) {
      target = shown;
    }

    @Override
    public void refuse(String sentence) {
      refused.set(sentence);
    }

    @Override
    public ObservableStringValue refusal() {
      return refused;
    }

    @Override
    public Snapshot load(
        PagePlan plan, PageEngine engine, PageListener listener, Cancellation cancellation) {
      if (!refusal.isEmpty()) {
        throw new IllegalArgumentException(refusal);
      }
      if (fault) {
        throw new IllegalStateException("planted");
      }
      Run run = TestPages.picture().runs().get(2);
      listener.runStarted(0, run.state());
      for (int i = 0; i < run.exchanges().size(); i++) {
        Exchange each = run.exchanges().get(i);
        listener.exchangeFound(
            new PageListener.Found(
                i, each.url(), each.initiator().orElseThrow(), each.resource(), each.startNanos()));
      }
      found.run();
      for (int i = 0; i < run.exchanges().size(); i++) {
        listener.exchangeEnded(i, run.exchanges().get(i));
      }
      found.run();
      listener.runEnded(0, run);
      return TestPages.of(plan.request().url().toString(), List.of(run));
    }
  }
}
