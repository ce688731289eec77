package dev.lightfoot.app.ui.page.live;

import dev.lightfoot.app.ui.thread.Latest;
import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.PageListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns the calls of a page that is being loaded into its newest [LoadProgress]: each request has
/// its place from when it was found.
///
/// While a load is short, only its end is told: see [StillScreen]. One that lasts is told at a
/// pace, and put together only then, for a large page has many calls.
public final class LoadListener implements PageListener {
  private final Consumer<LoadProgress> settled;
  private final Latest<Boolean> moved;
  private final StillScreen still;
  private final List<Run> runs = new ArrayList<>();
  private @Nullable Under under;
  private boolean followed;

  /// The load under way.
  private static final class Under {
    private final int index;
    private final RunState state;
    private final List<Exchange> exchanges = new ArrayList<>();
    private int ended;

    Under(int index, RunState state) {
      this.index = index;
      this.state = state;
    }
  }

  /// Tells two sinks.
  ///
  /// @param pace runs what follows a load under way
  /// @param moving hears of it, once it lasts
  /// @param settled hears of the time between loads; may block, for nothing is measured then
  public LoadListener(
      Executor pace,
      Consumer<LoadProgress> moving,
      Consumer<LoadProgress> settled,
      StillScreen still) {
    this.settled = settled;
    this.still = still;
    this.moved = new Latest<>(pace, _ -> moving.accept(progress()));
  }

  @Override
  public void warmingUp() {
    settled.accept(new LoadProgress(List.of(), Optional.empty(), true));
  }

  @Override
  public void runStarted(int index, RunState state) {
    synchronized (this) {
      followed = false;
      under = new Under(index, state);
    }
    if (index == 0) {
      settled.accept(progress());
    }
    still.patience().execute(() -> follow(index));
  }

  private synchronized void follow(int index) {
    if (under != null && under.index == index) {
      followed = true;
      moved.offer(true);
    }
  }

  @Override
  public synchronized void exchangeFound(Found found) {
    if (under != null) {
      under.exchanges.add(pending(found));
      move();
    }
  }

  /// A request that has not ended: where it stands and by what it was found.
  private static Exchange pending(Found found) {
    return new ExchangeBuilder(found.url(), "GET")
        .startNanos(found.atNanos())
        .initiator(Optional.of(found.initiator()))
        .resource(found.resource())
        .build();
  }

  @Override
  public synchronized void exchangeEnded(int exchange, Exchange measured) {
    if (under != null && exchange < under.exchanges.size()) {
      under.exchanges.set(exchange, measured);
      under.ended++;
      move();
    }
  }

  private void move() {
    if (followed) {
      moved.offer(true);
    }
  }

  @Override
  public void runEnded(int index, Run run) {
    synchronized (this) {
      runs.add(run);
      under = null;
    }
    settled.accept(progress());
  }

  private synchronized LoadProgress progress() {
    Under now = under;
    return new LoadProgress(
        runs,
        now == null
            ? Optional.empty()
            : Optional.of(new LoadProgress.Load(now.index, now.state, now.exchanges, now.ended)),
        false);
  }
}
