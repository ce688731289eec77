package dev.lightfoot.probe.trace;

import dev.lightfoot.model.DnsQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is noted about finding a host's addresses for one exchange. Safe for use by several
/// threads.
public final class LookupNotes {
  private final List<Deferred<DnsQuery>> queries = new ArrayList<>();
  private OptionalInt trips = OptionalInt.empty();
  private Optional<String> skipped = Optional.empty();
  private OptionalLong wentOnNanos = OptionalLong.empty();
  private String wentOnWhy = "";

  LookupNotes() {}

  /// The host needed no question; see [dev.lightfoot.model.PhaseTiming.Reason].
  public synchronized void skipped(String reason) {
    skipped = Optional.of(reason);
  }

  public synchronized Optional<String> skipped() {
    return skipped;
  }

  public synchronized void query(Deferred<DnsQuery> query) {
    queries.add(query);
  }

  void adopt(LookupNotes ahead) {
    List<Deferred<DnsQuery>> its;
    synchronized (ahead) {
      its = List.copyOf(ahead.queries);
    }
    synchronized (this) {
      queries.addAll(its);
    }
  }

  public synchronized List<DnsQuery> queries() {
    return queries.stream().map(Deferred::get).toList();
  }

  /// The exchange has ended: a question that was not waited for is as it stands now.
  synchronized void over() {
    if (wentOnNanos.isPresent()) {
      queries.forEach(Deferred::get);
    }
  }

  /// The addresses at hand are used from now on.
  ///
  /// @param why what is still open is not waited for, in words
  public synchronized void wentOn(long atNanos, String why) {
    wentOnNanos = OptionalLong.of(atNanos);
    wentOnWhy = why;
  }

  /// Why a question was not waited for; empty where it was.
  ///
  /// @param endNanos when its answer came or it was given up
  public synchronized Optional<String> notWaitedFor(long endNanos) {
    return wentOnNanos.isPresent() && endNanos > wentOnNanos.getAsLong()
        ? Optional.of(wentOnWhy)
        : Optional.empty();
  }

  public synchronized void trips(OptionalInt counted) {
    trips = counted;
  }

  public synchronized OptionalInt trips() {
    return trips;
  }
}
