package dev.lightfoot.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.wire.BodyStart;

/// Follows a measurement while it goes on.
///
/// The grammar of calls, for runs that never overlap:
///
///     warmingUp? (turnOf runStarted hop* told* runEnded)*
///     hop = exchangeStarted phaseStarted*
///     told = bodyCame? exchangeEnded
///
/// There are as many `told` as hops, in their order. A hop may be told while a later one is under
/// way, but that one does not wait for it.
///
/// Calls come from measuring threads, some between two stamps: an implementation returns at once,
/// takes no lock that others hold for long, and throws nothing. Each method does nothing by default.
public interface ProbeListener {

  /// Ignores everything.
  ProbeListener NONE = new ProbeListener() {};

  /// Class loading and compilation are being paid for against a server in this process.
  default void warmingUp() {}

  /// The next run is one of that plan.
  ///
  /// @param plan index among those that take turns; 0 where there is one
  default void turnOf(int plan) {}

  /// A run begins.
  ///
  /// @param index from 0, over all runs of the series
  default void runStarted(int index, RunState state) {}

  /// A hop of the current run begins.
  default void exchangeStarted(String url) {}

  /// The current exchange entered that phase.
  ///
  /// @param atNanos from the start of the run
  default void phaseStarted(Phase phase, long atNanos) {}

  /// The exchange that is told next has a response, whose body begins so. It may hold secrets, and
  /// is not part of the exchange.
  default void bodyCame(BodyStart start) {}

  /// An exchange has ended, measured or failed.
  default void exchangeEnded(Exchange exchange) {}

  /// The run has ended, measured or failed.
  default void runEnded(int index, Run run) {}
}
