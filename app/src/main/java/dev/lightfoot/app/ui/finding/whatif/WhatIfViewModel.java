package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.app.prediction.Foretold;
import dev.lightfoot.app.ui.thread.Latest;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.prediction.Prediction;
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
  private final ReadOnlyObjectWrapper<Asking> asking = new ReadOnlyObjectWrapper<>(Asking.SETTLED);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final AtomicInteger turn = new AtomicInteger();
  private boolean busy;
  private boolean due;
  private boolean held;
  private boolean seen;

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

  /// What they bring, and no others; null before that is known, and where none is switched on.
  public ReadOnlyObjectProperty<@Nullable Foreseen> foreseenProperty() {
    return foreseen.getReadOnlyProperty();
  }

  /// All predictions that are kept, of whatever snapshot, without secrets.
  public ReadOnlyObjectProperty<List<Prediction>> keptProperty() {
    return shelf.keptProperty();
  }

  /// How far the question is what they bring.
  public ReadOnlyObjectProperty<Asking> askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /// How far it has come, 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Takes up what is shown now. Changes stay switched on while it is the same measurement.
  ///
  /// @param now what changes are made to; null where no measurement is shown
  /// @param findings whether findings are shown, so that people see how predictions did
  public void of(@Nullable WhatIfSubject now, boolean findings) {
    WhatIfSubject before = subject.get();
    boolean same =
        now != null && before != null && now.snapshot().id().equals(before.snapshot().id());
    seen = findings;
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
    foreseen.set(null);
    asking.set(chosen.get().isEmpty() ? Asking.SETTLED : Asking.STOPPED);
  }

  /// Makes the prediction, also after one that was stopped or failed. What was foreseen of other
  /// changes is forgotten at once.
  public void ask() {
    turn.incrementAndGet();
    foreseen.set(null);
    due = !chosen.get().isEmpty() && subject.get() != null;
    asking.set(due ? begun() : Asking.SETTLED);
    begin();
  }

  /// Says whether something is measured: meanwhile nothing is predicted.
  public void hold(boolean measuring) {
    if (held == measuring) {
      return;
    }
    held = measuring;
    if (asking.get().isWanted()) {
      if (measuring && busy) {
        turn.incrementAndGet();
        due = true;
      }
      asking.set(begun());
    }
    begin();
  }

  private Asking begun() {
    return held ? Asking.WAITING : Asking.WORKING;
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
    if (asking.get() == Asking.WORKING && mine == turn.get()) {
      asking.set(Asking.SLOW);
    }
  }

  private void foresee(int mine, WhatIfSubject of, List<String> changes) {
    Latest<Double> reached =
        new Latest<>(ports.pace(), share -> ports.ui().execute(() -> reached(mine, share)));
    try {
      GradeHistory history = new GradeHistory(ports.kept().all());
      Foretold told =
          Foretold.of(
              of.snapshot(),
              changes,
              of.known(),
              history,
              share -> {
                reached.offer(share);
                return mine == turn.get();
              });
      Foreseen made = Foreseen.of(of, told);
      ports.ui().execute(() -> end(mine, made, Asking.SETTLED));
    } catch (CancellationException _) {
      ports.ui().execute(() -> end(mine, null, Asking.STOPPED));
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.SEVERE, "what changes bring could not be predicted", e);
      ports.ui().execute(() -> failed(mine));
    }
  }

  private void reached(int mine, double share) {
    if (mine == turn.get()) {
      progress.set(share);
    }
  }

  private void failed(int mine) {
    String text = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
    workspace.tell(Notice.bad(text));
    end(mine, null, Asking.FAILED);
  }

  private void end(int mine, @Nullable Foreseen made, Asking how) {
    busy = false;
    if (mine == turn.get()) {
      foreseen.set(made);
      asking.set(how);
      settle();
    }
    begin();
  }

  /// Keeps what is shown where its snapshot is kept, and looks how all that are kept did.
  public void settle() {
    if (!seen) {
      return; // nobody looks at them
    }
    Foreseen shown = foreseen.get();
    shelf.settle(shown == null ? Optional.empty() : shown.unkept(), this::settled);
  }

  private void settled(List<Prediction> all) {
    Foreseen now = foreseen.get();
    if (now != null) {
      foreseen.set(now.among(all));
    }
  }
}
