package dev.lightfoot.report.layout;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import java.util.List;

/// What a run waited for first bytes and how much of that passed inside servers, in tenths of a
/// millisecond: the numbers of its bars and of its bill.
///
/// @param waited of all hops
/// @param server the wait less its way there and back
/// @param bounded whether that way is not known, so that the server's part is at most this
public record WaitTenths(long waited, long server, boolean bounded) {

  /// Those of that run's chain of hops.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static WaitTenths of(Run run, List<Run> runs) {
    BilledChain billed = BilledChain.of(run, runs);
    return new WaitTenths(
        billed.tenths().of(Phase.WAIT),
        billed.table().serverTenths().orElse(0),
        billed.isWayUnknown());
  }
}
