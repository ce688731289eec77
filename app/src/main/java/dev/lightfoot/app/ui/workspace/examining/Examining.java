package dev.lightfoot.app.ui.workspace.examining;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.examining.Examined.Source;
import dev.lightfoot.app.ui.workspace.log.AllSpans;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.finding.EvidencePlaces;
import dev.lightfoot.report.finding.FindingWords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Asks the rules of what is open, for all screens, again whenever that changes. One question at a
/// time, off the window's thread; what is newer takes the place of what is under way. While
/// something is measured nothing is asked.
public final class Examining {
  private static final Logger LOG = Logger.getLogger(Examining.class.getName());

  /// So long people wait without a word.
  static final Duration PATIENCE = Duration.ofMillis(300);

  /// Spans that keep coming are looked at this often at most.
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final ExaminingPorts ports;
  private final Workspace workspace;
  private final LogShelf shelf;
  private final ReadOnlyObjectWrapper<@Nullable Examined> examined = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Source> source =
      new ReadOnlyObjectWrapper<>(Source.MEASUREMENT);
  private final ReadOnlyObjectWrapper<@Nullable String> wanted = new ReadOnlyObjectWrapper<>();
  private @Nullable Snapshot measured;
  private final AtomicInteger turn = new AtomicInteger();
  private int asked;
  private boolean busy;
  private boolean due;
  private boolean held;
  private boolean resting;
  private boolean missed;

  public Examining(ExaminingPorts ports, Workspace workspace, LogShelf shelf) {
    this.ports = ports;
    this.workspace = workspace;
    this.shelf = shelf;
    workspace.subjectProperty().subscribe(this::shown);
    workspace.joinedProperty().subscribe(this::joined);
    shelf.changesProperty().subscribe(this::logsChanged);
    shelf.readingProperty().subscribe(this::logsChanged);
    shelf.receiving().openedProperty().subscribe(this::logsChanged);
    shelf.receiving().changesProperty().subscribe(this::came);
  }

  /// What the rules said last; null before they were asked, and of what is not open any more.
  public ReadOnlyObjectProperty<@Nullable Examined> examinedProperty() {
    return examined.getReadOnlyProperty();
  }

  /// Whether they are being asked, and have been for longer than a person waits without a word.
  public ReadOnlyBooleanProperty slowProperty() {
    return slow.getReadOnlyProperty();
  }

  /// What is examined.
  public ReadOnlyObjectProperty<Source> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /// Whether there is something of that kind.
  public boolean isOpen(Source which) {
    return switch (which) {
      case MEASUREMENT -> measured != null;
      case LOGS -> !shelf.readings().isEmpty() || shelf.receiving().openedProperty().get() != null;
    };
  }

  /// Examines that from now on.
  public void choose(Source which) {
    if (source.get() != which && isOpen(which)) {
      source.set(which);
      ask();
    }
  }

  /// The fingerprint of the finding that was last asked to be shown; null for none.
  public ReadOnlyObjectProperty<@Nullable String> wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /// Leads to a finding.
  public void show(Finding finding) {
    workspace.screenProperty().set(Screen.FINDINGS);
    wanted.set(null);
    wanted.set(finding.fingerprint());
  }

  /// Says whether something is measured: meanwhile no rule is asked.
  public void hold(boolean measuring) {
    held = measuring;
    begin();
  }

  private void shown(@Nullable Snapshot subject) {
    measured = subject;
    if (subject != null) {
      source.set(Source.MEASUREMENT);
    }
    Examined last = examined.get();
    if (last != null && (subject == null || !last.isOf(subject.id()))) {
      examined.set(null);
    }
    ask();
  }

  private void joined(@Nullable Snapshot snapshot) {
    Snapshot present = measured;
    if (snapshot != null && present != null && snapshot.id().equals(present.id())) {
      measured = snapshot;
      ask();
    }
  }

  /// Spans of logs that belong to the measurement come with it, joined.
  private void logsChanged() {
    if (source.get() == Source.MEASUREMENT && measured == null && isOpen(Source.LOGS)) {
      source.set(Source.LOGS);
    }
    if (source.get() == Source.LOGS && !shelf.readingProperty().get()) {
      ask();
    }
  }

  private void came() {
    if (source.get() != Source.LOGS) {
      return;
    }
    missed = resting;
    if (!resting) {
      resting = true;
      ask();
      ports.alarm().in(BETWEEN_LOOKS, () -> ports.ui().execute(this::rested));
    }
  }

  private void rested() {
    resting = false;
    if (missed) {
      came();
    }
  }

  private void ask() {
    turn.incrementAndGet();
    due = true;
    begin();
  }

  private void begin() {
    if (due && !isOpen(source.get())) {
      due = false;
      slow.set(false);
      examined.set(null);
    }
    if (busy || held || !due) {
      return;
    }
    due = false;
    busy = true;
    int mine = turn.get();
    Optional<Snapshot> of =
        source.get() == Source.MEASUREMENT ? Optional.ofNullable(measured) : Optional.empty();
    int question = ++asked;
    ports.alarm().in(PATIENCE, () -> ports.ui().execute(() -> stillAsking(question)));
    ports.jobs().execute(() -> examine(mine, of));
  }

  private void stillAsking(int question) {
    if (busy && question == asked && isOpen(source.get())) {
      slow.set(true);
    }
  }

  private void examine(int mine, Optional<Snapshot> of) {
    try {
      BooleanSupplier superseded = () -> mine != turn.get();
      Examined made = of.isPresent() ? measurement(of.get()) : logs(superseded);
      ports.ui().execute(() -> end(mine, Optional.of(made)));
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "the findings could not be made", e);
      ports.ui().execute(() -> failed(mine));
    }
  }

  private Examined measurement(Snapshot snapshot) {
    List<Run> runs = snapshot.runs();
    OptionalLong whole =
        Summary.of(runs).billed().stream().mapToLong(run -> RunTime.nanos(runs.get(run))).findAny();
    Findings findings = ports.examiner().examine(snapshot);
    EvidencePlaces places = EvidencePlaces.of(findings, snapshot);
    return new Examined(
        Optional.of(snapshot), whole, findings, places, FindingWords.redacted(snapshot));
  }

  private Examined logs(BooleanSupplier superseded) throws IOException {
    ServedSpans spans = AllSpans.of(shelf, superseded);
    Findings findings = ports.examiner().examine(spans);
    EvidencePlaces places = EvidencePlaces.of(findings, spans);
    return new Examined(
        Optional.empty(), OptionalLong.empty(), findings, places, FindingWords.redacted());
  }

  private void failed(int mine) {
    String text = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
    workspace.tell(Notice.bad(text));
    end(mine, Optional.empty());
  }

  private void end(int mine, Optional<Examined> made) {
    busy = false;
    if (mine == turn.get()) {
      slow.set(false);
      examined.set(made.orElse(null));
    }
    begin();
  }
}
