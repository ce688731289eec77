package dev.lightfoot.analysis.ledger;

import dev.lightfoot.model.span.CallerWork;
import dev.lightfoot.model.span.Span;
import java.util.Collection;
import java.util.OptionalLong;

/// What a call to a machine behind the server costs at least: the least of at least five that stand
/// for one round trip, each less what the called machine recorded of it and what the caller worked.
public final class CallFloor {
  private static final int ENOUGH_CALLS = 5;

  private CallFloor() {}

  /// How long that one call was on its way, in nanoseconds; empty where it failed: it may never
  /// have been there.
  ///
  /// @param answeredNanos what the called machine recorded of it, 0 where nothing
  public static OptionalLong way(Span call, long answeredNanos) {
    return call.failed()
        ? OptionalLong.empty()
        : OptionalLong.of(
            Math.max(0, call.time().durationNanos() - answeredNanos - CallerWork.nanos(call)));
  }

  /// The least of these; empty where they are too few.
  public static OptionalLong least(Collection<Long> ways) {
    return ways.size() < ENOUGH_CALLS
        ? OptionalLong.empty()
        : ways.stream().mapToLong(Long::longValue).min();
  }
}
