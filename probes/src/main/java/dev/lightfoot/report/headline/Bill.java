package dev.lightfoot.report.headline;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.words.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The bill as a sentence needs it: the number that stands for all runs, and of the run nearest to
/// it what it consists of.
///
/// @param run number of that run, from 1
/// @param totalNanos its own total
record Bill(
    LedgerTable table,
    int tripCount,
    long headlineNanos,
    long distanceNanos,
    int run,
    long totalNanos) {
  static Bill of(Run run, Summary summary, List<Run> runs) {
    Ledger ledger = StackLedger.build(run, runs);
    return new Bill(
        LedgerTable.of(ledger, RedirectChain.of(run)),
        ledger.trips(),
        summary.headlineNanos().orElse(ledger.totalNanos()),
        ledger.distanceNanos(),
        summary.billed().orElse(0) + 1,
        ledger.totalNanos());
  }

  String trips() {
    return count("trips", tripCount);
  }

  String distance() {
    return Numbers.durationOfTenths(table.total().distance());
  }

  String roughTotal() {
    return Numbers.roughly(headlineNanos);
  }

  String roughDistance() {
    return Numbers.roughly(distanceNanos);
  }

  /// Time inside the servers, in tenths of a millisecond; empty where none was waited for.
  OptionalLong serverTenths() {
    return table.serverTenths();
  }

  /// Whether the run that is billed spent more inside the servers than the headline says in all: of
  /// an even number of runs that lies between two of them.
  boolean isServerBeyondHeadline() {
    return serverTenths().orElse(0) > Numbers.tenths(headlineNanos);
  }

  /// Time inside the servers as it is said beside the headline: where it is beyond that, of which
  /// run, and of how much.
  String serverTime() {
    String tenths = Numbers.durationOfTenths(serverTenths().orElseThrow());
    String time = table.isWayUnknown() ? say("atMost", tenths) : tenths;
    return isServerBeyondHeadline()
        ? say("headline.server.ofRun", time, run, Numbers.duration(totalNanos))
        : time;
  }

  /// The layer behind the server that most of its own trips went to.
  Optional<LedgerLine> busiestBehind() {
    return table.rows().stream()
        .map(LedgerTable.Row::line)
        .filter(line -> line.isServers() && line.trips().orElse(0) > 0)
        .max(Comparator.comparingInt(line -> line.trips().orElse(0)));
  }
}
