package dev.lightfoot.model;

import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.span.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// One probe of a target or one load of a page: its exchanges, which may overlap, and what servers
/// logged for them.
///
/// @param state what it found ready
/// @param startedAt wall-clock anchor of instant 0
/// @param error why it did not come to its end; empty where it did
/// @param interrupted whether our own process stalled or slept meanwhile: shown, but left out of
///   statistics
/// @param leftOut why it is left out of statistics though it came to its end
/// @param exchanges in the order in which they were asked for; each redirect hop is one of its own
/// @param spans what servers recorded
/// @param alignments bounds of the servers' clocks
/// @param page what it is beyond its exchanges as the load of a page; empty for a probe
public record Run(
    RunState state,
    OffsetDateTime startedAt,
    Optional<RunError> error,
    boolean interrupted,
    Optional<LeftOut> leftOut,
    List<Exchange> exchanges,
    List<Span> spans,
    List<Alignment> alignments,
    Optional<PageLoad> page) {
  private static final double BUSY_SHARE = 0.2;

  public Run {
    exchanges = List.copyOf(exchanges);
    spans = List.copyOf(spans);
    alignments = List.copyOf(alignments);
  }

  /// A probe that enters statistics where it came to its end.
  public Run(
      RunState state,
      OffsetDateTime startedAt,
      Optional<RunError> error,
      boolean interrupted,
      List<Exchange> exchanges,
      List<Span> spans,
      List<Alignment> alignments) {
    this(
        state,
        startedAt,
        error,
        interrupted,
        Optional.empty(),
        exchanges,
        spans,
        alignments,
        Optional.empty());
  }

  /// Its instant 0 by this computer's wall clock, in nanoseconds since 1970.
  public long startUnixNanos() {
    Instant start = startedAt.toInstant();
    return Math.addExact(
        Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
  }

  /// Wall time from the first start of an exchange to the last end of one; 0 where there is none.
  public long durationNanos() {
    if (exchanges.isEmpty()) {
      return 0;
    }
    long start = exchanges.stream().mapToLong(Exchange::startNanos).min().orElseThrow();
    return exchanges.stream().mapToLong(Exchange::endNanos).max().orElseThrow() - start;
  }

  /// How long this computer was busy while the program waited for what had arrived: no time of the
  /// network's nor of a server's.
  public long busyNanos() {
    if (exchanges.isEmpty()) {
      return 0;
    }
    long from = exchanges.stream().mapToLong(Exchange::startNanos).min().orElseThrow();
    long to = from + durationNanos();
    return Late.apart(exchanges.stream().flatMap(each -> each.late().stream()).toList()).stream()
        .mapToLong(each -> Math.min(to, each.endNanos()) - Math.max(from, each.atNanos()))
        .filter(nanos -> nanos > 0)
        .sum();
  }

  /// Whether that is so much that the run says as much of this computer as of the network: more
  /// than 20 % of its wall time.
  public boolean isBusy() {
    return busyNanos() > BUSY_SHARE * durationNanos();
  }

  /// Whether its times may enter statistics.
  public boolean counts() {
    return error.isEmpty() && !interrupted && leftOut.isEmpty();
  }

  /// The same with what servers recorded for it.
  public Run with(List<Exchange> exchanges, List<Span> spans, List<Alignment> alignments) {
    return new Run(
        state, startedAt, error, interrupted, leftOut, exchanges, spans, alignments, page);
  }

  /// The same, in or out of statistics.
  public Run with(Optional<LeftOut> reason) {
    return new Run(
        state, startedAt, error, interrupted, reason, exchanges, spans, alignments, page);
  }

  /// The same as the load of a page.
  public Run as(PageLoad load) {
    return new Run(
        state,
        startedAt,
        error,
        interrupted,
        leftOut,
        exchanges,
        spans,
        alignments,
        Optional.of(load));
  }
}
