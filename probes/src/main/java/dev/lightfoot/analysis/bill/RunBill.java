package dev.lightfoot.analysis.bill;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PathCause;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.analysis.page.StepExchange;
import dev.lightfoot.analysis.stack.StackFloors;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import java.util.List;

/// What a run cost, by layer and peer, in two columns: in all, and of what it waited for. What it
/// waited for adds up to its wall time exactly: of a page the steps of its critical path with the
/// pauses between them and what lies after them, of a probe its chain of hops. In all adds up to
/// the times of the requests (of a probe, with the pauses between its hops) and what servers did
/// beside what those waited for.
///
/// @param lines in wire order
/// @param all their sum in all
/// @param critical their sum of what was waited for: the run's wall time
/// @param besideNanos what servers did beside what the requests waited for
public record RunBill(List<BillLine> lines, Amount all, Amount critical, long besideNanos) {
  public RunBill {
    lines = List.copyOf(lines);
  }

  /// The bill of that run.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static RunBill of(Run run, List<Run> runs) {
    return of(run, StackFloors.of(runs));
  }

  /// The bill of that run.
  public static RunBill of(Run run, StackFloors floors) {
    return new Making(run, floors).bill();
  }

  /// Whether something was done that was not waited for, so that the columns differ.
  public boolean differs() {
    return !all.equals(critical);
  }

  private static final class Making {
    private final Run run;
    private final StackFloors floors;
    private final StackLedger ledger;
    private final BillSums sums = new BillSums();
    private long beside;
    private boolean more;
    private boolean criticalMore;

    Making(Run run, StackFloors floors) {
      this.run = run;
      this.floors = floors;
      this.ledger = StackLedger.of(run, floors);
    }

    RunBill bill() {
      if (run.page().isPresent()) {
        addPage();
      } else {
        addChain();
      }
      List<BillLine> lines = sums.lines();
      Amount all = Amount.NONE.orMore(more);
      Amount critical = Amount.NONE.orMore(criticalMore);
      for (BillLine line : lines) {
        all = all.plus(line.all());
        critical = critical.plus(line.critical());
      }
      return new RunBill(lines, all, critical, beside);
    }

    private void addChain() {
      RedirectChain chain = RedirectChain.of(run);
      ledger
          .bill(chain)
          .lines()
          .forEach(
              line -> {
                Exchange hop = chain.hops().get(line.hop());
                sums.addToAll(line, hop);
                sums.addToCritical(line, hop);
              });
      chain.hops().forEach(this::addBeside);
      more = isMore(chain.hops());
      criticalMore = more;
    }

    private void addPage() {
      for (Exchange exchange : run.exchanges()) {
        alone(exchange).lines().forEach(line -> sums.addToAll(line, exchange));
        addBeside(exchange);
      }
      PageCriticalPath path = PageCriticalPath.of(run, floors.floors());
      path.steps().forEach(this::addStep);
      sums.addBetween(Peer.Known.AFTER, unexplained(path.afterNanos()));
      more = isMore(run.exchanges());
      criticalMore = path.isLowerBound() || (path.trips().isEmpty() && !path.steps().isEmpty());
    }

    private void addStep(PathStep step) {
      Exchange exchange = run.exchanges().get(step.exchange());
      boolean known = step.cause() != PathCause.UNKNOWN;
      long pause = step.pauseNanos();
      sums.addBetween(Peer.Known.BETWEEN, known ? work(pause) : unexplained(pause));
      alone(StepExchange.of(exchange, step))
          .lines()
          .forEach(line -> sums.addToCritical(line, exchange));
    }

    private Ledger alone(Exchange exchange) {
      return ledger.bill(new RedirectChain(List.of(exchange)));
    }

    private void addBeside(Exchange exchange) {
      ledger
          .beside(exchange)
          .forEach(
              line -> {
                beside += line.totalNanos();
                sums.addToAll(line, exchange);
              });
    }

    /// Whether there were more trips than are counted, for all that is known: where none could be
    /// counted, too.
    private boolean isMore(List<Exchange> exchanges) {
      TripSum sum =
          TripSum.of(
              exchanges.stream().map(each -> ExchangeTrips.of(each, floors.floors())).toList());
      return sum.lowerBound() || (sum.trips().isEmpty() && !exchanges.isEmpty());
    }

    private static Amount work(long nanos) {
      return new Amount(0, false, 0, nanos, 0, 0, 0, nanos);
    }

    private static Amount unexplained(long nanos) {
      return new Amount(0, false, 0, 0, 0, 0, nanos, nanos);
    }
  }
}
