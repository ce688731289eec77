package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.Surroundings;
import dev.lightfoot.probe.Turns;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The loads of one page in an installed browser, made one at a time, so that several pages can
/// take turns.
final class ChromeSide implements Turns.Side, AutoCloseable {
  private final ChromeWishes wishes;
  private final ChromeRuns made;
  private final PageListener listener;
  private final Cancellation cancellation;
  private final OffsetDateTime takenAt = OffsetDateTime.now(ZoneId.systemDefault());
  private final List<Run> runs = new ArrayList<>();

  ChromeSide(
      ChromeWishes wishes, ChromeRuns made, PageListener listener, Cancellation cancellation) {
    this.wishes = wishes;
    this.made = made;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  private List<RunState> states() {
    return wishes.plan().states();
  }

  /// A failure that comes twice in a row, or that would repeat, is the last run.
  @Override
  public boolean goesOn() {
    if (cancellation.isCancelled() || runs.size() == states().size()) {
      return false;
    }
    if (runs.isEmpty() || runs.getLast().error().isEmpty()) {
      return true;
    }
    boolean twice = runs.size() > 1 && runs.get(runs.size() - 2).error().isPresent();
    return !twice
        && switch (runs.getLast().error().get().errorType()) {
          case "timeout", "connection-reset", "connection-closed", "body-cut", "stream-reset" ->
              true;
          default -> false;
        };
  }

  @Override
  public void step(int number) {
    int at = runs.size();
    RunState state = states().get(at);
    listener.runStarted(number, state);
    boolean kept = at + 1 < states().size() && states().get(at + 1) == RunState.WARM;
    Run loaded = made.make(state, kept, new Findings(listener));
    Run run = at < wishes.plan().preparing() ? loaded.with(Optional.of(LeftOut.PREPARING)) : loaded;
    for (int each = 0; each < run.exchanges().size(); each++) {
      listener.exchangeEnded(each, run.exchanges().get(each));
    }
    listener.runEnded(number, run);
    runs.add(run);
  }

  /// Everything measured.
  Snapshot snapshot() {
    return new Snapshot(
        SnapshotId.next(takenAt.toInstant()),
        Optional.empty(),
        wishes.plan().request().url().toString(),
        takenAt,
        Surroundings.of("system", wishes.notes(), wishes.route()),
        runs,
        Map.of());
  }

  /// Ends the browser.
  @Override
  public void close() {
    made.close();
  }
}
