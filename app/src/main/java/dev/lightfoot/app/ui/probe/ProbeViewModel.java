package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.app.ui.probe.live.Progress;
import dev.lightfoot.app.ui.probe.live.ProgressListener;
import dev.lightfoot.app.ui.probe.live.RunBodies;
import dev.lightfoot.app.ui.thread.Latest;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Library;
import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.setting.RecentAddresses;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.wire.BodyStart;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// The probe screen without its looks: what is asked for, how far it has come, what was found.
///
/// Used by one thread, that of [ProbePorts#ui]. A cancelled measurement ends for the person at
/// once; what its thread still brings replaces what is shown when it comes.
public final class ProbeViewModel implements Measuring {
  private final ProbePorts ports;
  private final Workspace workspace;
  private final Library library;
  private final RecentAddresses recent;
  private final ProbeForm form;
  private final AskedRequest request;
  private final RunChoice runs;
  private final PlaceChoice places;
  private final Saving saving;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable ProbeReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ObservableBooleanValue savable;
  private @Nullable Measurement current;
  private RunBodies bodies = new RunBodies();

  public ProbeViewModel(
      ProbePorts ports, Workspace workspace, Library library, RecentAddresses recent) {
    this.ports = ports;
    this.workspace = workspace;
    this.library = library;
    this.recent = recent;
    this.form = new ProbeForm(workspace.settings().runs());
    this.request = new AskedRequest(form, workspace);
    ShownReading shown = new ShownReading(ports, reading);
    this.runs = new RunChoice(shown, workspace);
    this.places = new PlaceChoice(shown, workspace);
    this.saving = new Saving(library, workspace, form, stage.getReadOnlyProperty(), reading);
    this.savable = saving.possible();
    workspace.openedProperty().subscribe(this::opened);
    workspace.joinedProperty().subscribe(this::joined);
    workspace.pointedProperty().subscribe(this::pointed);
  }

  /// What is asked for.
  public ProbeForm form() {
    return form;
  }

  /// The same for who fills it in from elsewhere.
  public AskedRequest request() {
    return request;
  }

  /// Keeping what was found.
  public Saving saving() {
    return saving;
  }

  /// Which run is looked at, and which are left out.
  public RunChoice runs() {
    return runs;
  }

  /// Where both ends were.
  public PlaceChoice places() {
    return places;
  }

  @Override
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  @Override
  public ObservableBooleanValue savable() {
    return savable;
  }

  /// What was found so far; null before anything was.
  public ReadOnlyObjectProperty<@Nullable ProbeReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// How the body of a run's response begins, where that is still known: of what this window
  /// measured last, not of a snapshot that was opened.
  ///
  /// @param run its index
  public Optional<BodyStart> bodyOf(int run) {
    return bodies.of(run);
  }

  @Override
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  @Override
  public void run() {
    if (request.paste(form.addressProperty().get())) {
      return;
    }
    Optional<ProbePlan> plan = form.plan(workspace.settings());
    if (plan.isPresent()) {
      stop();
      start(
          new Measurement(
              plan.get(),
              workspace.settings().requests().whereabouts(),
              ports.nanoTime().getAsLong()));
    }
  }

  private void start(Measurement measurement) {
    ProbePlan plan = measurement.plan();
    current = measurement;
    bodies = new RunBodies();
    reading.set(null);
    progress.set(0);
    stage.set(Stage.RUNNING);
    workspace.dismissNotice();
    workspace.say(Words.text("status.starting"));
    recent.add(plan.request().url());
    Latest<Progress> latest = new Latest<>(ports.pace(), state -> showSoon(measurement, state));
    ProgressListener listener =
        new ProgressListener(
            measurement.target(),
            latest::offer,
            state -> {
              showSoon(measurement, state);
              ports.still().drawn().run();
            },
            bodies,
            ports.still());
    ports.measuring().execute(() -> measure(measurement, listener));
  }

  private void showSoon(Measurement measurement, Progress state) {
    ProbeReading found = measurement.reading(state);
    ports.ui().execute(() -> show(measurement, state, found));
  }

  private void measure(Measurement measurement, ProgressListener listener) {
    Measurement.End end = measurement.measure(ports.series(), listener);
    ports.ui().execute(() -> ended(measurement, end));
  }

  private void ended(Measurement measurement, Measurement.End end) {
    if (current != measurement) {
      return;
    }
    switch (end) {
      case Measurement.Whole(ProbeReading whole) -> finish(measurement, whole);
      case Measurement.Refused(String sentence) -> refuse(sentence);
      case Measurement.BrokenOff _ -> fault();
    }
  }

  private void show(Measurement measurement, Progress state, ProbeReading found) {
    if (current != measurement || !running()) {
      return;
    }
    // An early reading never replaces a later one: results only grow.
    ProbeReading before = reading.get();
    if (before != null && before.snapshot().runs().size() > found.snapshot().runs().size()) {
      return;
    }
    reading.set(found);
    progress.set((double) state.runs().size() / measurement.planned());
    long passed = ports.nanoTime().getAsLong() - measurement.startedNanos();
    workspace.say(MeasurementWords.measuring(found, state, passed));
  }

  private void finish(Measurement measurement, ProbeReading whole) {
    boolean stopped = stage.get() == Stage.STOPPED;
    current = null;
    reading.set(whole);
    progress.set(1);
    tellSubject(whole);
    if (!stopped) {
      stage.set(whole.failure().isPresent() ? Stage.FAILED : Stage.DONE);
      long passed = ports.nanoTime().getAsLong() - measurement.startedNanos();
      workspace.say(MeasurementWords.done(whole, passed));
    } else if (whole.snapshot().runs().isEmpty()) {
      reading.set(null);
      stage.set(Stage.IDLE);
    } else {
      workspace.say(MeasurementWords.stopped(whole));
    }
  }

  private void refuse(String sentence) {
    current = null;
    stage.set(Stage.IDLE);
    workspace.say(Words.text("status.refused"));
    form.refuse(sentence);
  }

  private void fault() {
    current = null;
    stage.set(reading.get() == null ? Stage.IDLE : Stage.STOPPED);
    String sentence = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
    workspace.tell(Notice.bad(sentence));
    workspace.say(sentence);
  }

  @Override
  public boolean cancel() {
    Measurement measurement = current;
    if (measurement == null || !running()) {
      return false;
    }
    ProbeReading sofar = reading.get();
    stage.set(Stage.STOPPED);
    workspace.say(
        sofar == null ? Words.text("status.stopped-early") : MeasurementWords.stopped(sofar));
    // Closing sockets and adding up take their time: the person has been told before they begin.
    ports.measuring().execute(() -> measurement.cancellation().cancel());
    if (sofar != null) {
      ports.pace().execute(() -> showStopped(measurement, sofar.stopped()));
    }
    return true;
  }

  private void showStopped(Measurement measurement, ProbeReading sofar) {
    ports
        .ui()
        .execute(
            () -> {
              if (current == measurement && stage.get() == Stage.STOPPED) {
                reading.set(sofar);
              }
            });
  }

  /// Stops whatever runs, without a word: before the next measurement, and when the window closes.
  public void stop() {
    Measurement measurement = current;
    current = null;
    if (measurement != null) {
      measurement.cancellation().cancel();
    }
  }

  /// Looks at the run of a request that shows a finding.
  private void pointed(@Nullable Proof proof) {
    Snapshot subject = workspace.subjectProperty().get();
    if (proof instanceof Proof.OfExchange(int run, int _)
        && subject != null
        && !Workspace.isPage(subject)) {
      runs.lookAt(run);
      workspace.screenProperty().set(Screen.PROBE);
    }
  }

  /// Opens the finished example.
  public void openSample() {
    library.openSample();
  }

  private void opened(@Nullable Snapshot snapshot) {
    if (snapshot == null || Workspace.isPage(snapshot)) {
      return;
    }
    stop();
    ProbeReading before = reading.get();
    if (before == null || !before.snapshot().id().equals(snapshot.id())) {
      bodies = new RunBodies(); // those of another measurement
    }
    ProbeReading found = ProbeReading.of(snapshot, snapshot.runs().size());
    form.addressProperty().set(snapshot.target());
    reading.set(found);
    progress.set(1);
    tellSubject(found);
    stage.set(found.failure().isPresent() ? Stage.FAILED : Stage.DONE);
    workspace.say(MeasurementWords.opened(snapshot));
  }

  private void tellSubject(ProbeReading whole) {
    if (!whole.snapshot().runs().isEmpty()) {
      workspace.show(whole.snapshot());
    }
  }

  /// The same measurement with what servers recorded: shown and saved from now on.
  private void joined(@Nullable Snapshot snapshot) {
    ProbeReading shown = reading.get();
    if (snapshot == null || shown == null || running()) {
      return;
    }
    if (shown.snapshot().id().equals(snapshot.id())) {
      reading.set(shown.of(snapshot));
    }
  }
}
