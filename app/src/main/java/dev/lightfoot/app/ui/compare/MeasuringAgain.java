package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.compare.reading.BothAgain;
import dev.lightfoot.app.ui.compare.reading.ComparePorts;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.ProbePlan;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Both sides of a comparison measured once more, in turn. What was compared before stays in sight
/// until then, and also where it is stopped before each side has a run.
final class MeasuringAgain {
  /// Fewer runs a side allow no verdict.
  static final int LEAST_RUNS = 10;

  private static final Logger LOG = Logger.getLogger(MeasuringAgain.class.getName());

  private final ComparePorts ports;
  private final Workspace workspace;
  private final BiConsumer<BothAgain.Again, List<Snapshot>> measured;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private @Nullable Cancellation current;

  /// @param measured hears of what was wanted, and of A and B
  MeasuringAgain(
      ComparePorts ports,
      Workspace workspace,
      BiConsumer<BothAgain.Again, List<Snapshot>> measured) {
    this.ports = ports;
    this.workspace = workspace;
    this.measured = measured;
  }

  /// How far it has come.
  ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// Part of the runs that are done, 0 to 1.
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Whether runs are being made.
  boolean running() {
    return stage.get() == Stage.RUNNING;
  }

  void begin(CompareReading before) {
    if (running()) {
      return;
    }
    BothAgain.Again wanted = wanted(before);
    Cancellation cancellation = new Cancellation();
    current = cancellation;
    progress.set(0);
    stage.set(Stage.RUNNING);
    workspace.dismissNotice();
    workspace.say(Words.text("status.starting"));
    ports.measuring().execute(() -> measure(wanted, cancellation));
  }

  /// As many runs as the side with most of them had, enough for a verdict.
  private static BothAgain.Again wanted(CompareReading before) {
    int made = Math.max(before.comparison().a().made(), before.comparison().b().made());
    return new BothAgain.Again(
        before.a(),
        before.b(),
        before.comparison().state().orElse(RunState.COLD),
        Math.clamp(made, LEAST_RUNS, ProbePlan.MAX_RUNS));
  }

  private void measure(BothAgain.Again wanted, Cancellation cancellation) {
    try {
      List<Snapshot> both =
          ports.again().measure(wanted, ended -> came(cancellation, wanted, ended), cancellation);
      ports.ui().execute(() -> ended(cancellation, wanted, both));
    } catch (IllegalArgumentException e) {
      ports.ui().execute(() -> refused(cancellation, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "measuring both again broke off", e);
      String text = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
      ports.ui().execute(() -> refused(cancellation, text));
    }
  }

  /// Between two runs: drawn before the next one begins.
  private void came(Cancellation cancellation, BothAgain.Again wanted, int ended) {
    int all = 2 * wanted.runs();
    ports
        .ui()
        .execute(
            () -> {
              if (current == cancellation && running()) {
                progress.set(Math.min(1, (double) ended / all));
                workspace.say(
                    Words.text(
                        "compare.status.running", Integer.toString(ended), Integer.toString(all)));
              }
            });
    ports.still().drawn().run();
  }

  private void ended(Cancellation cancellation, BothAgain.Again wanted, List<Snapshot> both) {
    if (current != cancellation) {
      return;
    }
    current = null;
    boolean any =
        both.size() == 2
            && both.stream().allMatch(each -> each.runs().stream().anyMatch(Run::counts));
    boolean stopped = stage.get() == Stage.STOPPED;
    if (any) {
      measured.accept(wanted, both);
    } else {
      workspace.say(Words.text(stopped ? "compare.status.stopped" : "compare.status.failed"));
      both.stream()
          .flatMap(each -> each.runs().stream())
          .flatMap(run -> run.error().stream())
          .filter(_ -> !stopped)
          .findFirst()
          .ifPresent(error -> workspace.tell(Notice.bad(error.message())));
    }
    stage.set(stopped ? Stage.STOPPED : any ? Stage.DONE : Stage.FAILED);
  }

  private void refused(Cancellation cancellation, String sentence) {
    if (current == cancellation) {
      current = null;
      stage.set(Stage.IDLE);
      workspace.say(Words.text("compare.status.refused"));
      workspace.tell(Notice.bad(sentence));
    }
  }

  /// Stops it; what was measured of both sides is compared.
  ///
  /// @return whether there was something to stop
  boolean cancel() {
    Cancellation running = current;
    if (running == null || !running()) {
      return false;
    }
    stage.set(Stage.STOPPED);
    workspace.say(Words.text("compare.status.stopping"));
    ports.measuring().execute(running::cancel);
    return true;
  }

  /// Stops whatever runs, without a word: when the window closes.
  void stop() {
    Cancellation running = current;
    current = null;
    if (running != null) {
      running.cancel();
    }
  }
}
