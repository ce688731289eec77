package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.reception.ReceiverAddresses;
import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.receive.PortInUseException;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.receive.Refusal;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.Listing;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.journal.JournalSpanStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The window's receiver: off until a person starts it, ended with the window. Its store is opened
/// by the first start and stays open when it is stopped, so that what came can be looked at.
/// Properties change on the window's thread; sockets and disk are used off it.
public final class Receiving {
  private static final Logger LOG = Logger.getLogger(Receiving.class.getName());

  /// So many looks at the counts make one look at the spans.
  private static final int LOOKS = 8;

  private static final long NANOS = 1_000_000_000;

  private final Path folder;
  private final Workspace workspace;
  private final Executor ui;
  private final Executor jobs;
  private final Executor pace;
  private final ObjectProperty<ReceiverSettings> ports;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.OFF);
  private final ReadOnlyObjectWrapper<@Nullable Counts> counts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ReceiverAddresses> addresses =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Reception> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final ReentrantLock turning = new ReentrantLock();
  private volatile @Nullable Reception reception;
  private volatile boolean ended;
  private int turn;

  /// What it is doing.
  public enum Stage {
    OFF,
    STARTING,
    ON,
    STOPPING
  }

  /// What came so far.
  ///
  /// @param perSecond spans accepted in each of the last seconds, on average
  /// @param refusals the last of what was refused, the newest first
  public record Counts(Reception.Totals totals, long perSecond, List<Refusal> refusals) {}

  /// @param folder where received spans stay
  /// @param ports where it listens unless the person says otherwise
  /// @param pace hears of counts, at most four times a second
  public Receiving(
      Path folder,
      ReceiverSettings ports,
      Workspace workspace,
      Executor ui,
      Executor jobs,
      Executor pace) {
    this.folder = folder;
    this.ports = new SimpleObjectProperty<>(ports);
    this.workspace = workspace;
    this.ui = ui;
    this.jobs = jobs;
    this.pace = pace;
  }

  /// Where the next start listens.
  public ObjectProperty<ReceiverSettings> portsProperty() {
    return ports;
  }

  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// What came since it was started last; null before.
  public ReadOnlyObjectProperty<@Nullable Counts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /// Where it listens; null while it does not.
  public ReadOnlyObjectProperty<@Nullable ReceiverAddresses> addressesProperty() {
    return addresses.getReadOnlyProperty();
  }

  /// A sentence: why it could not be started, or what was found damaged. Empty where all is well.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Grows when spans have come or gone, every two seconds at most.
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// The receiver and its store, once it was started; null before.
  public ReadOnlyObjectProperty<@Nullable Reception> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// Whether spans are kept from before, which the next start shows.
  public boolean keepsSpans() {
    return reception == null && JournalSpanStore.holdsSpans(folder);
  }

  /// Says that more of what came was counted.
  void counted() {
    changes.set(changes.get() + 1);
  }

  /// What was received, once it was started; to be asked off the window's thread.
  public Optional<SpanStore> store() {
    return Optional.ofNullable(reception).map(Reception::store);
  }

  /// Begins to listen, where it does not.
  public void start() {
    if (stage.get() != Stage.OFF) {
      return;
    }
    int mine = ++turn;
    ReceiverSettings wanted = ports.get();
    stage.set(Stage.STARTING);
    problem.set("");
    jobs.execute(
        () -> {
          try {
            Reception present = open(wanted);
            ReceiverAddresses where = present.addresses();
            ui.execute(() -> started(mine, present, where));
          } catch (IOException | RuntimeException e) {
            String sentence =
                e instanceof PortInUseException taken
                    ? Words.text("receiver.port-in-use", Integer.toString(taken.port()))
                    : String.valueOf(e.getMessage());
            LOG.log(Level.WARNING, "the receiver could not be started", e);
            ui.execute(() -> failed(sentence));
          }
        });
  }

  private Reception open(ReceiverSettings wanted) throws IOException {
    turning.lock();
    try {
      Reception present = reception;
      if (ended) {
        throw new IOException("the window is closed");
      }
      if (present == null) {
        present = Reception.start(folder, SpanRetention.STANDARD, wanted);
        reception = present;
      } else {
        present.restart(wanted);
      }
      return present;
    } finally {
      turning.unlock();
    }
  }

  private static String damage(List<Listing.Damaged> found) {
    return found.isEmpty()
        ? ""
        : Words.text(
            "receiver.damaged",
            found.getFirst().reason(),
            Numbers.count(found.size()),
            String.valueOf(found.getFirst().path().getParent()));
  }

  private void started(int mine, Reception present, ReceiverAddresses where) {
    stage.set(Stage.ON);
    addresses.set(where);
    opened.set(present);
    changes.set(changes.get() + 1);
    workspace.say(Words.text("receiver.status.on"));
    new Looking(mine).later();
  }

  private void failed(String sentence) {
    stage.set(Stage.OFF);
    problem.set(sentence);
    workspace.say(Words.text("receiver.status.failed"));
  }

  /// Stops listening; what came stays.
  public void stop() {
    Reception present = reception;
    if (stage.get() != Stage.ON || present == null) {
      return;
    }
    turn++;
    stage.set(Stage.STOPPING);
    jobs.execute(
        () -> {
          turning.lock();
          try {
            present.stop();
          } finally {
            turning.unlock();
          }
          Counts last = new Counts(present.totals(), 0, present.refusals());
          ui.execute(
              () -> {
                stage.set(Stage.OFF);
                addresses.set(null);
                counts.set(last);
                changes.set(changes.get() + 1);
                workspace.say(Words.text("receiver.status.off"));
              });
        });
  }

  /// Stops listening and lets go of the store, for good; returns when that is done.
  public void close() {
    ended = true;
    turning.lock();
    try {
      Reception present = reception;
      reception = null;
      if (present != null) {
        present.close();
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the store of spans was not closed", e);
    } finally {
      turning.unlock();
    }
  }

  /// Looks at the counts for as long as it is on.
  private final class Looking {
    private final int mine;
    private int looks;
    private long seenAt = System.nanoTime();
    private long accepted;
    private long perSecond;
    private long toldOf = -1;

    Looking(int mine) {
      this.mine = mine;
    }

    void later() {
      pace.execute(this::look);
    }

    private void look() {
      Reception present = reception;
      if (present == null) {
        return;
      }
      Reception.Totals totals = present.totals();
      List<Refusal> refusals = present.refusals();
      boolean spansToo = looks++ % LOOKS == 0;
      if (spansToo) {
        long now = System.nanoTime();
        perSecond = Math.round((totals.accepted() - accepted) * (double) NANOS / (now - seenAt));
        accepted = totals.accepted();
        seenAt = now;
      }
      String damage = damage(present.damaged());
      ui.execute(
          () -> {
            if (mine == turn && stage.get() == Stage.ON) {
              problem.set(damage);
              tell(new Counts(totals, perSecond, refusals), spansToo);
            }
          });
    }

    private void tell(Counts found, boolean spansToo) {
      counts.set(found);
      long state = found.totals().accepted() + found.totals().dropped();
      if (spansToo && state != toldOf) {
        toldOf = state;
        changes.set(changes.get() + 1);
      }
      later();
    }
  }
}
