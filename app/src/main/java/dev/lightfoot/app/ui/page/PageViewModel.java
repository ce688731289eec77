package dev.lightfoot.app.ui.page;

import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.app.ui.page.live.LoadListener;
import dev.lightfoot.app.ui.page.live.LoadProgress;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.RecentAddresses;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.PagePlan;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// The page screen without its looks: what is loaded, how far it has come, what was found. What of
/// it is in sight is its [PageSight].
///
/// Used by one thread, that of [PagePorts#ui]. Loads that are cancelled end for the person at once;
/// what their thread still brings replaces what is shown when it comes.
public final class PageViewModel implements Measuring {
  private static final Logger LOG = Logger.getLogger(PageViewModel.class.getName());

  private final PagePorts ports;
  private final Workspace workspace;
  private final RecentAddresses recent;
  private final PageForm form = new PageForm();
  private final PageSight sight;
  private final PageSaving saving;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable PageReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ObservableBooleanValue savable;
  private @Nullable PageMeasurement current;
  private int turn;

  public PageViewModel(
      PagePorts ports, Workspace workspace, Library library, RecentAddresses recent) {
    this.ports = ports;
    this.workspace = workspace;
    this.recent = recent;
    this.sight = new PageSight(ports.ui(), ports.jobs());
    this.saving = new PageSaving(library, workspace, stage.getReadOnlyProperty(), reading);
    this.savable = saving.possible();
    workspace.openedProperty().subscribe(this::opened);
    workspace.joinedProperty().subscribe(this::joined);
    workspace.pointedProperty().subscribe(this::pointed);
  }

  /// What is loaded with.
  public PageForm form() {
    return form;
  }

  /// What of the page is in sight.
  public PageSight sight() {
    return sight;
  }

  /// Keeping what was found.
  public PageSaving saving() {
    return saving;
  }

  @Override
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  @Override
  public ObservableBooleanValue savable() {
    return savable;
  }

  /// What was found so far; null before anything was.
  public ReadOnlyObjectProperty<@Nullable PageReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  @Override
  public void run() {
    Optional<PagePlan> plan = ports.loading().plan(form.deviceProperty().get().viewport());
    if (plan.isPresent()) {
      stop();
      start(
          new PageMeasurement(
              plan.get(),
              form.engineProperty().get(),
              workspace.settings().requests().whereabouts()));
    }
  }

  private void start(PageMeasurement measurement) {
    current = measurement;
    turn++;
    reading.set(null);
    sight.forget();
    progress.set(0);
    stage.set(Stage.RUNNING);
    workspace.dismissNotice();
    workspace.say(Words.text("status.starting"));
    recent.add(measurement.plan().request().url());
    LoadListener listener =
        new LoadListener(
            ports.pace(),
            state -> came(measurement, state),
            state -> {
              came(measurement, state);
              ports.still().drawn().run();
            },
            ports.still());
    ports
        .measuring()
        .execute(
            () -> {
              PageMeasurement.End end = measurement.load(ports.loading(), listener);
              ports.ui().execute(() -> ended(measurement, end));
            });
  }

  /// Read here, by whoever tells it, and shown by the window's thread.
  private void came(PageMeasurement measurement, LoadProgress state) {
    Snapshot sofar = measurement.sofar(state);
    boolean live = state.live().isPresent();
    boolean any =
        PageReading.possible(sofar)
            && (!live || sofar.runs().size() > 1 || !state.live().get().exchanges().isEmpty());
    Optional<PageReading> found =
        any
            ? Optional.of(PageReading.of(sofar, measurement.planned(), live, OptionalInt.empty()))
            : Optional.empty();
    ports.ui().execute(() -> show(measurement, state, found));
  }

  private void show(PageMeasurement measurement, LoadProgress state, Optional<PageReading> found) {
    if (current != measurement || !running()) {
      return;
    }
    progress.set((double) state.runs().size() / measurement.planned());
    workspace.say(PageStatus.loading(state, measurement.planned()));
    // An early reading never replaces a later one: results only grow.
    PageReading before = reading.get();
    int runs = before == null ? 0 : before.snapshot().runs().size();
    found.filter(each -> each.snapshot().runs().size() >= runs).ifPresent(each -> take(each, true));
  }

  private void ended(PageMeasurement measurement, PageMeasurement.End end) {
    if (current != measurement) {
      return;
    }
    switch (end) {
      case PageMeasurement.Whole(Snapshot whole) -> finish(measurement, whole);
      case PageMeasurement.Refused(String sentence) -> {
        current = null;
        stage.set(Stage.IDLE);
        workspace.say(Words.text("status.refused"));
        ports.loading().refuse(sentence);
      }
      case PageMeasurement.BrokenOff _ -> {
        current = null;
        stage.set(reading.get() == null ? Stage.IDLE : Stage.STOPPED);
        fault();
      }
    }
  }

  private void finish(PageMeasurement measurement, Snapshot whole) {
    boolean stopped = stage.get() == Stage.STOPPED;
    current = null;
    progress.set(1);
    if (!PageReading.possible(whole)) {
      stage.set(Stage.IDLE);
      workspace.say(PageStatus.nothing(whole));
      return;
    }
    boolean failed = whole.runs().stream().noneMatch(run -> run.error().isEmpty());
    if (!stopped) {
      stage.set(failed ? Stage.FAILED : Stage.DONE);
    }
    workspace.say(
        stopped
            ? PageStatus.stopped(whole, measurement.planned())
            : PageStatus.done(whole, measurement.planned()));
    read(() -> PageReading.of(whole, measurement.planned(), false, OptionalInt.empty()), true);
  }

  private void fault() {
    String sentence = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
    workspace.tell(Notice.bad(sentence));
    workspace.say(sentence);
  }

  /// Computes a reading off this thread; it is dropped where something else is shown by then.
  private void read(Supplier<PageReading> how, boolean same) {
    int mine = ++turn;
    ports
        .jobs()
        .execute(
            () -> {
              try {
                PageReading made = how.get();
                ports
                    .ui()
                    .execute(
                        () -> {
                          if (turn == mine) {
                            take(made, same);
                          }
                        });
              } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "the page could not be laid out", e);
                ports.ui().execute(this::fault);
              }
            });
  }

  /// @param same whether it is the same page with more of it
  private void take(PageReading made, boolean same) {
    reading.set(made);
    sight.show(made.waterfall(), made::stack, same);
    Snapshot subject = workspace.subjectProperty().get();
    boolean whole = !made.snapshot().id().isEmpty();
    if (whole && (subject == null || !subject.id().equals(made.snapshot().id()))) {
      workspace.show(made.snapshot()); // joined with what servers recorded, which takes its time
    }
  }

  /// Says where both ends of what is shown were, and keeps the server's place for what is loaded of
  /// it next.
  ///
  /// @param server where the server stands
  /// @param from where it was loaded from
  void place(Optional<String> server, Optional<String> from) {
    PageReading shown = reading.get();
    if (shown != null && !running()) {
      Snapshot snapshot = shown.snapshot();
      workspace.keepServerPlace(snapshot.target(), server);
      Snapshot placed = snapshot.with(snapshot.environment().at(from).servedFrom(server));
      workspace.show(placed);
      workspace.say(Words.text("status.placed"));
      read(() -> shown.with(placed), true);
    }
  }

  /// Looks at one run.
  ///
  /// @param run its index; empty for the one nearest to the median
  public void lookAt(OptionalInt run) {
    PageReading shown = reading.get();
    if (shown != null && !shown.chosen().equals(run) && !running()) {
      read(() -> shown.lookingAt(run), false);
    }
  }

  /// Looks at a request that shows a finding, in its run.
  private void pointed(@Nullable Proof proof) {
    PageReading shown = reading.get();
    Snapshot subject = workspace.subjectProperty().get();
    if (proof instanceof Proof.OfExchange(int run, int exchange)
        && shown != null
        && subject != null
        && shown.snapshot().id().equals(subject.id())) {
      workspace.screenProperty().set(Screen.PAGE);
      if (shown.drawn() == run) {
        sight.selectRow(exchange);
      } else {
        sight.selectNext(exchange);
        lookAt(OptionalInt.of(run));
      }
    }
  }

  /// Compares what is shown with the last one before it that fits.
  void compare() {
    PageReading shown = reading.get();
    if (shown != null && savable.get()) {
      workspace.compareWith(shown.snapshot());
    }
  }

  @Override
  public boolean cancel() {
    PageMeasurement measurement = current;
    if (measurement == null || !running()) {
      return false;
    }
    stage.set(Stage.STOPPED);
    PageReading sofar = reading.get();
    workspace.say(
        sofar == null
            ? Words.text("status.stopped-early")
            : PageStatus.stopped(sofar.snapshot(), measurement.planned()));
    // Closing sockets and ending a browser take their time: the person has been told before.
    ports.measuring().execute(() -> measurement.cancellation().cancel());
    return true;
  }

  /// Stops whatever runs, without a word: before the next load, and when the window closes.
  public void stop() {
    PageMeasurement measurement = current;
    current = null;
    if (measurement != null) {
      measurement.cancellation().cancel();
    }
  }

  private void opened(@Nullable Snapshot snapshot) {
    if (snapshot == null || !PageReading.possible(snapshot)) {
      return;
    }
    stop();
    ports.loading().show(snapshot.target());
    progress.set(1);
    boolean failed = snapshot.runs().stream().allMatch(PageViewModel::failed);
    stage.set(failed ? Stage.FAILED : Stage.DONE);
    workspace.say(PageStatus.opened(snapshot));
    read(() -> PageReading.of(snapshot, snapshot.runs().size(), false, OptionalInt.empty()), false);
  }

  private static boolean failed(Run run) {
    return run.error().isPresent();
  }

  /// The same page with what servers recorded: shown and saved from now on.
  private void joined(@Nullable Snapshot snapshot) {
    PageReading shown = reading.get();
    if (snapshot != null
        && shown != null
        && !running()
        && shown.snapshot().id().equals(snapshot.id())) {
      read(() -> shown.with(snapshot), true);
    }
  }
}
