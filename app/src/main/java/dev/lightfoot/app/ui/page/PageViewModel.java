package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.page.live.LoadListener;
import dev.lightfoot.app.ui.page.live.LoadProgress;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.RecentAddresses;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.PagePlan;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// The page screen without its looks: what is loaded, and how far it has come. What was found is
/// its [ShownPage].
///
/// Used by one thread, that of [PagePorts#ui]. Loads that are cancelled end for the person at once;
/// what their thread still brings replaces what is shown when it comes.
public final class PageViewModel implements Measuring {
  private final PagePorts ports;
  private final Workspace workspace;
  private final RecentAddresses recent;
  private final PageForm form = new PageForm();
  private final ShownPage shown;
  private final PageSaving saving;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ObservableBooleanValue savable;
  private @Nullable PageMeasurement current;

  public PageViewModel(
      PagePorts ports, Workspace workspace, Library library, RecentAddresses recent) {
    this.ports = ports;
    this.workspace = workspace;
    this.recent = recent;
    this.shown = new ShownPage(ports, workspace, this::running);
    this.saving =
        new PageSaving(
            library,
            workspace,
            stage.getReadOnlyProperty(),
            ports.loading().refusal(),
            shown.reading());
    this.savable = saving.possible();
    workspace.openedProperty().subscribe(this::opened);
  }

  /// What is loaded with.
  public PageForm form() {
    return form;
  }

  /// What of the page is in sight.
  public PageSight sight() {
    return shown.sight();
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
    return shown.reading().getReadOnlyProperty();
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
    shown.forget();
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
    PageReading before = shown.reading().get();
    int runs = before == null ? 0 : before.snapshot().runs().size();
    found
        .filter(each -> each.snapshot().runs().size() >= runs)
        .ifPresent(each -> shown.take(each, true));
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
        stage.set(shown.reading().get() == null ? Stage.IDLE : Stage.STOPPED);
        shown.fault();
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
    shown.read(
        () -> PageReading.of(whole, measurement.planned(), false, OptionalInt.empty()), true);
  }

  /// See [ShownPage#place].
  void place(Optional<String> server, Optional<String> from) {
    shown.place(server, from);
  }

  /// See [ShownPage#lookAt].
  public void lookAt(OptionalInt run) {
    shown.lookAt(run);
  }

  /// Compares what is shown with the last one before it that fits.
  void compare() {
    PageReading reading = shown.reading().get();
    if (reading != null && savable.get()) {
      workspace.compareWith(reading.snapshot());
    }
  }

  @Override
  public boolean cancel() {
    PageMeasurement measurement = current;
    if (measurement == null || !running()) {
      return false;
    }
    stage.set(Stage.STOPPED);
    PageReading sofar = shown.reading().get();
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
    shown.read(
        () -> PageReading.of(snapshot, snapshot.runs().size(), false, OptionalInt.empty()), false);
  }

  private static boolean failed(Run run) {
    return run.error().isPresent();
  }
}
