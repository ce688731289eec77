package dev.lightfoot.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.probe.http.ExchangeResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The hops of one run. What is known of one is put together, and told, when no next hop waits for
/// that: when the chain is over, or where it lasts, for whoever looks on.
final class HopNotes implements AutoCloseable {
  /// A chain that takes longer than this is looked at while it goes on.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ProbeListener listener;
  private final Queue<ExchangeResult> ended = new ConcurrentLinkedQueue<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final ScheduledFuture<?> teller;

  HopNotes(ProbeListener listener, ScheduledExecutorService scheduler) {
    this.listener = listener;
    this.teller =
        scheduler.scheduleWithFixedDelay(
            this::tell, PATIENCE.toMillis(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A hop has ended; costs nothing yet.
  void ended(ExchangeResult hop) {
    ended.add(hop);
  }

  private synchronized void tell() {
    ExchangeResult hop;
    while ((hop = ended.peek()) != null) {
      ExchangeResult.Facts facts = hop.facts();
      ended.remove();
      exchanges.add(facts.exchange());
      remarks.addAll(facts.remarks());
      facts.body().ifPresent(listener::bodyCame);
      listener.exchangeEnded(facts.exchange());
    }
  }

  /// Every hop, in order; the last ones are told now.
  synchronized List<Exchange> exchanges() {
    tell();
    return List.copyOf(exchanges);
  }

  /// What was wrong with answers although they were measured, in sentences.
  synchronized Set<String> remarks() {
    return new LinkedHashSet<>(remarks);
  }

  @Override
  public void close() {
    teller.cancel(false);
  }
}
