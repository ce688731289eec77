package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.analysis.change.ChangeFault;
import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.app.prediction.Foretold;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.RefusalText;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What-if without its looks: which changes are switched on, what they are predicted to bring
/// together, and how earlier predictions did. Used by the window's thread; predictions are made by
/// `jobs`, one after the other, and not while something is measured.
public final class WhatIfViewModel {
  private static final Logger LOG = Logger.getLogger(WhatIfViewModel.class.getName());

  /// So long people wait without a word.
  static final Duration PATIENCE = Duration.ofMillis(300);

  private final WhatIfPorts ports;
  private final Workspace workspace;
  private final PredictionShelf shelf;
  private final ReadOnlyObjectWrapper<@Nullable WhatIfSubject> subject =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<@Nullable Foreseen> foreseen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final AtomicInteger turn = new AtomicInteger();
  private boolean busy;
  private boolean due;
  private boolean held;

  public WhatIfViewModel(WhatIfPorts ports, Workspace workspace) {
    this.ports = ports;
    this.workspace = workspace;
    this.shelf = new PredictionShelf(ports, workspace);
  }

  /// What changes are made to; null where nothing was measured.
  public ReadOnlyObjectProperty<@Nullable WhatIfSubject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /// The changes that are switched on, as they are asked for.
  public ReadOnlyObjectProperty<Set<String>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// What they bring; null before that is known, and where none is switched on.
  public ReadOnlyObjectProperty<@Nullable Foreseen> foreseenProperty() {
    return foreseen.getReadOnlyProperty();
  }

  /// All predictions that are kept, of whatever snapshot, without secrets.
  public ReadOnlyObjectProperty<List<Prediction>> keptProperty() {
    return shelf.keptProperty();
  }

  /// Whether a prediction is being made, and has been for longer than people wait without a word.
  public ReadOnlyBooleanProperty slowProperty() {
    return slow.getReadOnlyProperty();
  }

  /// Whether the person has stopped it.
  public ReadOnlyBooleanProperty stoppedProperty() {
    return stopped.getReadOnlyProperty();
  }

  /// How far it has come, 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Takes up what is shown now. Changes stay switched on while it is the same measurement.
  public void of(@Nullable WhatIfSubject now) {
    WhatIfSubject before = subject.get();
    boolean same =
        now != null && before != null && now.snapshot().id().equals(before.snapshot().id());
    subject.set(now);
    if (!same) {
      chosen.set(Set.of());
    }
    settle();
    ask();
  }

  /// Whether all of these are switched on.
  public boolean isOn(List<String> changes) {
    return !changes.isEmpty() && chosen.get().containsAll(changes);
  }

  /// Switches them on, or off where all of them are on.
  public void toggle(List<String> changes) {
    Set<String> now = new LinkedHashSet<>(chosen.get());
    if (isOn(changes)) {
      changes.forEach(now::remove);
    } else {
      now.addAll(changes);
    }
    choose(now);
  }

  /// Switches all of them off.
  public void clear() {
    choose(Set.of());
  }

  private void choose(Set<String> now) {
    chosen.set(Collections.unmodifiableSet(now));
    ask();
  }

  /// Ends the prediction that is being made.
  public void cancel() {
    turn.incrementAndGet();
    due = false;
    slow.set(false);
    stopped.set(!chosen.get().isEmpty());
  }

  /// Makes the prediction after all that was stopped.
  public void ask() {
    turn.incrementAndGet();
    stopped.set(false);
    due = !chosen.get().isEmpty() && subject.get() != null;
    if (!due) {
      slow.set(false);
      foreseen.set(null);
    }
    begin();
  }

  /// Says whether something is measured: meanwhile nothing is predicted.
  public void hold(boolean measuring) {
    held = measuring;
    if (measuring && busy) {
      turn.incrementAndGet();
      due = true;
    }
    begin();
  }

  private void begin() {
    WhatIfSubject of = subject.get();
    if (busy || held || !due || of == null) {
      return;
    }
    due = false;
    busy = true;
    progress.set(0);
    int mine = turn.get();
    List<String> changes = List.copyOf(chosen.get());
    ports.alarm().in(PATIENCE, () -> ports.ui().execute(() -> stillAsking(mine)));
    ports.jobs().execute(() -> foresee(mine, of, changes));
  }

  private void stillAsking(int mine) {
    if (busy && mine == turn.get()) {
      slow.set(true);
    }
  }

  private void foresee(int mine, WhatIfSubject of, List<String> changes) {
    try {
      GradeHistory history = new GradeHistory(ports.kept().all());
      Foretold told =
          Foretold.of(of.snapshot(), changes, of.known(), history, share -> goesOn(mine, share));
      Foreseen made = foreseen(of, told);
      ports.ui().execute(() -> end(mine, made));
    } catch (CancellationException _) {
      ports.ui().execute(() -> end(mine, null));
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "what changes bring could not be predicted", e);
      ports.ui().execute(() -> failed(mine));
    }
  }

  private boolean goesOn(int mine, double share) {
    ports.ui().execute(() -> reached(mine, share));
    return mine == turn.get();
  }

  private void reached(int mine, double share) {
    if (mine == turn.get()) {
      progress.set(share);
    }
  }

  private static Foreseen foreseen(WhatIfSubject of, Foretold told) {
    return new Foreseen(
        told.prediction().map(of::shown),
        told.prediction(),
        told.refused().stream()
            .map(each -> new Foreseen.Refused(each.change(), sentence(of, each.fault())))
            .toList(),
        new Foreseen.Standing.Unkept());
  }

  private static String sentence(WhatIfSubject of, ChangeFault fault) {
    return of.shown()
        .apply(RefusalText.of(fault, text -> Words.text("whatif.quoted", of.words(text))));
  }

  private void failed(int mine) {
    String text = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
    workspace.tell(Notice.bad(text));
    end(mine, null);
  }

  private void end(int mine, @Nullable Foreseen made) {
    busy = false;
    if (mine == turn.get()) {
      slow.set(false);
      foreseen.set(made);
      settle();
    }
    begin();
  }

  /// Keeps the prediction that is shown where its snapshot is kept, and looks how all that are kept
  /// did.
  public void settle() {
    if (subject.get() == null) {
      return; // nobody looks at them
    }
    Foreseen shown = foreseen.get();
    Optional<Prediction> unkept =
        Optional.ofNullable(shown)
            .filter(it -> it.standing() instanceof Foreseen.Standing.Unkept)
            .flatMap(Foreseen::made);
    shelf.settle(unkept, this::settled);
  }

  private void settled(List<Prediction> all) {
    Foreseen now = foreseen.get();
    if (now != null) {
      foreseen.set(now.among(all));
    }
  }
}
