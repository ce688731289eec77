package dev.lightfoot.app.ui.testing;

import dev.lightfoot.app.ui.page.PageEngines;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.PageSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Plays the loads of a page instead of making them; holds still in one of them, after so many
/// requests, until it is let go or cancelled.
public final class ScriptedPages implements PageEngines {
  private final List<PagePlan> plans = new ArrayList<>();
  private final List<PageEngine> engines = new ArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private Run script = TestPages.picture().runs().getFirst();
  private int holdAfter = -1;

  /// Plays that load.
  public synchronized void play(Run run) {
    script = run;
  }

  /// Holds still in the first load, where so many requests have ended.
  public synchronized void holdAfter(int requests) {
    holdAfter = requests;
  }

  /// Waits until it holds still.
  public void awaitHeld() throws InterruptedException {
    held.await();
  }

  /// Lets it go on.
  public void release() {
    released.countDown();
  }

  /// What it was asked for.
  public synchronized List<PagePlan> plans() {
    return List.copyOf(plans);
  }

  /// By which engines.
  public synchronized List<PageEngine> engines() {
    return List.copyOf(engines);
  }

  @Override
  public synchronized PageSeries of(PageEngine engine) {
    engines.add(engine);
    return this::compare;
  }

  private List<Snapshot> compare(
      List<PagePlan> asked, PageListener listener, Cancellation cancellation) {
    return asked.stream().map(plan -> load(plan, listener, cancellation)).toList();
  }

  private Snapshot load(PagePlan plan, PageListener listener, Cancellation cancellation) {
    Run scripted;
    synchronized (this) {
      plans.add(plan);
      scripted = script;
    }
    List<Run> made = new ArrayList<>();
    for (int i = 0; i < plan.states().size() && !cancellation.isCancelled(); i++) {
      listener.runStarted(i, plan.states().get(i));
      Run run = play(i, scripted, listener, cancellation);
      listener.runEnded(i, run);
      made.add(run);
    }
    return TestPages.of(plan.request().url().toString(), made);
  }

  private Run play(int index, Run run, PageListener listener, Cancellation cancellation) {
    List<Exchange> exchanges = run.exchanges();
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange each = exchanges.get(i);
      listener.exchangeFound(
          new PageListener.Found(
              i,
              each.url(),
              each.initiator().orElse(Initiator.of(Initiator.Type.PARSER)),
              each.resource(),
              each.startNanos()));
    }
    for (int i = 0; i < exchanges.size(); i++) {
      if (index == 0 && i == holdAfter && cancelledWhileHeld(cancellation)) {
        RunError error =
            new RunError(Optional.empty(), ErrorType.CANCELLED.label(), "It was stopped.");
        return new Run(
                run.state(),
                run.startedAt(),
                Optional.of(error),
                false,
                exchanges.subList(0, i),
                List.of(),
                List.of())
            .as(run.page().orElseThrow());
      }
      listener.exchangeStarted(i, exchanges.get(i).startNanos());
      listener.exchangeEnded(i, exchanges.get(i));
    }
    return run;
  }

  private boolean cancelledWhileHeld(Cancellation cancellation) {
    held.countDown();
    cancellation.onCancel(released::countDown);
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return cancellation.isCancelled();
  }
}
