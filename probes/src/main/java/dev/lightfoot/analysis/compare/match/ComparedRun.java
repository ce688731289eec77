package dev.lightfoot.analysis.compare.match;

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
/// @param totalNanos what it took from there
public record ComparedRun(
    int index, Run run, RedirectChain chain, OptionalLong fromNanos, long totalNanos) {

  /// The run measured from that event; empty where it has no such event.
  static Optional<ComparedRun> of(int index, Run run, Origin origin) {
    RedirectChain chain = RedirectChain.of(run);
    long total = RunTime.nanos(run);
    if (origin instanceof Origin.Start) {
      return Optional.of(new ComparedRun(index, run, chain, OptionalLong.empty(), total));
    }
    OptionalLong from = instant(run, chain, origin);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    long begun =
        run.page().isPresent() || chain.hops().isEmpty() ? 0 : chain.hops().getFirst().startNanos();
    long left = Math.max(0, begun + total - from.getAsLong());
    return Optional.of(new ComparedRun(index, run, chain, from, left));
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
    if (fromNanos.isEmpty()) {
      return chain.durationNanos(phase);
    }
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
    return Math.max(0, end - Math.max(start, fromNanos.orElse(start)));
  }

  /// The trips of that phase: none where it did not take place, empty where they were not seen.
  public OptionalInt trips(Phase phase) {
    return took(phase) ? chain.trips(phase) : OptionalInt.of(0);
  }
}
