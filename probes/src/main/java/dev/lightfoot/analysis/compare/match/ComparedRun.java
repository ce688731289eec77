package dev.lightfoot.analysis.compare.match;

import dev.lightfoot.analysis.chain.OwnTime;
import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One run that is compared.
///
/// @param index in its snapshot
/// @param run itself
/// @param chain of its first request
/// @param fromNanos the event that its times are measured from, from the start of the run; empty
///   for its start
/// @param totalNanos what it took from there, without this computer's own time
/// @param own this computer's own time, which is left out of all its times; none where those are
///   taken as they are
public record ComparedRun(
    int index, Run run, RedirectChain chain, OptionalLong fromNanos, long totalNanos, OwnTime own) {

  /// The run measured from that event; empty where it has no such event.
  static Optional<ComparedRun> of(int index, Run run, Origin origin) {
    RedirectChain chain = RedirectChain.of(run);
    long total = RunTime.nanos(run);
    if (origin instanceof Origin.Start) {
      return Optional.of(
          new ComparedRun(index, run, chain, OptionalLong.empty(), total, OwnTime.NONE));
    }
    OptionalLong from = instant(run, chain, origin);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    long begun =
        run.page().isPresent() || chain.hops().isEmpty() ? 0 : chain.hops().getFirst().startNanos();
    long left = Math.max(0, begun + total - from.getAsLong());
    return Optional.of(new ComparedRun(index, run, chain, from, left, OwnTime.NONE));
  }

  /// Whether it is known when only this computer was at work: where we measured a single request.
  boolean knowsOwn() {
    return OwnTime.of(run).isPresent();
  }

  /// The same without the time in which only this computer was at work.
  ComparedRun withoutOwn() {
    OwnTime known = OwnTime.of(run).orElse(OwnTime.NONE);
    ComparedRun without = new ComparedRun(index, run, chain, fromNanos, totalNanos, known);
    return new ComparedRun(index, run, chain, fromNanos, totalNanos - without.ownNanos(), known);
  }

  /// How much of this computer's own time is left out of its total.
  public long ownNanos() {
    return chain.hops().isEmpty()
        ? 0
        : own.within(
            fromNanos.orElse(chain.hops().getFirst().startNanos()),
            chain.hops().getLast().endNanos());
  }

  static OptionalLong instant(Run run, RedirectChain chain, Origin origin) {
    return switch (origin) {
      case Origin.Start _ -> OptionalLong.of(0);
      case Origin.FirstByte _ ->
          chain.hops().isEmpty()
              ? OptionalLong.empty()
              : chain.hops().getFirst().marks().firstByteNanos();
      case Origin.Request asked -> start(run, RequestNames.of(asked.url()));
    };
  }

  /// The surest match first, of equal ones the first.
  private static OptionalLong start(Run run, RequestNames asked) {
    for (int level = 0; level < RequestNames.LEVELS; level++) {
      for (Exchange exchange : run.exchanges()) {
        if (RequestNames.of(exchange.url()).at(level).equals(asked.at(level))) {
          return OptionalLong.of(exchange.startNanos());
        }
      }
    }
    return OptionalLong.empty();
  }

  public boolean took(Phase phase) {
    return chain.took(phase);
  }

  /// Time in that phase over all hops, as far as it counts.
  public long nanos(Phase phase) {
    return chain.hops().stream()
        .flatMap(hop -> hop.phases().timing(phase).stream())
        .mapToLong(this::counting)
        .sum();
  }

  private long counting(PhaseTiming timing) {
    return switch (timing) {
      case PhaseTiming.Measured it ->
          counting(it.startNanos(), it.startNanos() + it.durationNanos());
      case PhaseTiming.Failed it -> counting(it.startNanos(), it.startNanos() + it.durationNanos());
      case PhaseTiming.NotApplicable _ -> 0;
    };
  }

  /// How much of that stretch counts.
  public long counting(long start, long end) {
    long from = Math.max(start, fromNanos.orElse(start));
    return Math.max(0, end - from - own.within(from, end));
  }

  /// The trips of that phase: none where it did not take place, empty where they were not seen.
  public OptionalInt trips(Phase phase) {
    return took(phase) ? chain.trips(phase) : OptionalInt.of(0);
  }
}
