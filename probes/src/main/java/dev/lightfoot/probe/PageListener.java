package dev.lightfoot.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.Resource;

/// Follows the loads of a page while they go on.
///
/// The grammar of calls, for runs that never overlap:
///
///     warmingUp? (turnOf runStarted (exchangeFound | exchangeStarted | exchangeEnded)* runEnded)*
///
/// where each exchange of a run, named by its index, gets `exchangeFound`, then `exchangeStarted` at
/// most once, then `exchangeEnded`, all before `runEnded`. Indexes are given in the order of
/// `exchangeFound`, from 0, without holes: they are those of the run's exchanges.
///
/// Calls come one at a time, from threads that measure nothing themselves but share the computer
/// with those that do: an implementation returns soon and throws nothing. Each method does nothing
/// by default.
public interface PageListener {

  /// Ignores everything.
  PageListener NONE = new PageListener() {};

  /// Class loading and compilation are being paid for against a server in this process.
  default void warmingUp() {}

  /// The next run is one of that plan.
  ///
  /// @param plan index among those that take turns; 0 where there is one
  default void turnOf(int plan) {}

  /// A load begins.
  ///
  /// @param index from 0, over all runs of the series
  default void runStarted(int index, RunState state) {}

  /// Something is to be asked for; it may have to wait before it is.
  default void exchangeFound(Found found) {}

  /// It need not wait for others any more: the engine has it.
  ///
  /// @param atNanos from the start of the run
  default void exchangeStarted(int exchange, long atNanos) {}

  /// It has ended, measured or failed. Priority changes and party may still come: the run has the
  /// last word.
  default void exchangeEnded(int exchange, Exchange measured) {}

  /// The load has ended, measured or failed.
  default void runEnded(int index, Run run) {}

  /// What is to be asked for.
  ///
  /// @param exchange its index in the run
  /// @param url absolute
  /// @param initiator what named it
  /// @param resource its type and priority, as far as they are known now
  /// @param atNanos when it was found, from the start of the run
  record Found(int exchange, String url, Initiator initiator, Resource resource, long atNanos) {}
}
