package dev.lightfoot.app.ui.page;

import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The page that is shown: what was found so far, which run of it, and what of that is in sight.
/// Its readings are computed off the window's thread, and only the newest one asked for is shown.
final class ShownPage {
  private static final Logger LOG = Logger.getLogger(ShownPage.class.getName());

  private final PagePorts ports;
  private final Workspace workspace;
  private final BooleanSupplier running;
  private final PageSight sight;
  private final ReadOnlyObjectWrapper<@Nullable PageReading> reading =
      new ReadOnlyObjectWrapper<>();
  private int turn;

  /// @param running whether a load is under way
  ShownPage(PagePorts ports, Workspace workspace, BooleanSupplier running) {
    this.ports = ports;
    this.workspace = workspace;
    this.running = running;
    this.sight = new PageSight(ports.ui(), ports.jobs());
    workspace.joinedProperty().subscribe(this::joined);
    workspace.pointedProperty().subscribe(this::pointed);
  }

  /// What of the page is in sight.
  PageSight sight() {
    return sight;
  }

  /// What was found so far; null before anything was.
  ReadOnlyObjectWrapper<@Nullable PageReading> reading() {
    return reading;
  }

  /// Shows nothing, as a new load begins.
  void forget() {
    turn++;
    reading.set(null);
    sight.forget();
  }

  /// Says that something went wrong that should not.
  void fault() {
    String sentence = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
    workspace.tell(Notice.bad(sentence));
    workspace.say(sentence);
  }

  /// Computes a reading off this thread; it is dropped where something else is shown by then.
  void read(Supplier<PageReading> how, boolean same) {
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

  /// Shows a reading.
  ///
  /// @param same whether it is the same page with more of it
  void take(PageReading made, boolean same) {
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
    if (shown != null && !running.getAsBoolean()) {
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
  void lookAt(OptionalInt run) {
    PageReading shown = reading.get();
    if (shown != null && !shown.chosen().equals(run) && !running.getAsBoolean()) {
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

  /// The same page with what servers recorded: shown and saved from now on.
  private void joined(@Nullable Snapshot snapshot) {
    PageReading shown = reading.get();
    if (snapshot != null
        && shown != null
        && !running.getAsBoolean()
        && shown.snapshot().id().equals(snapshot.id())) {
      read(() -> shown.with(snapshot), true);
    }
  }
}
