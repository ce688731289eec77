package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.count;

import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.words.Numbers;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The bill as a sentence needs it: the number that stands for all runs, and of the run nearest to
/// it what it consists of.
record Bill(LedgerTable table, int tripCount, long headlineNanos, long distanceNanos) {
  private static final Set<Layer> SERVER =
      EnumSet.of(
          Layer.APP, Layer.MIDDLEWARE, Layer.TEMPLATE, Layer.DATABASE, Layer.CACHE, Layer.EXTERNAL);

  static Bill of(Run run, Summary summary, List<Run> runs) {
    Ledger ledger = StackLedger.build(run, runs);
    return new Bill(
        LedgerTable.of(ledger),
        ledger.trips(),
        summary.headlineNanos().orElse(ledger.totalNanos()),
        ledger.distanceNanos());
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

  Optional<Long> server() {
    long nanos = 0;
    for (LedgerTable.Row row : table.rows()) {
      nanos += SERVER.contains(row.line().layer()) ? row.line().totalNanos() : 0;
    }
    return nanos == 0 ? Optional.empty() : Optional.of(nanos);
  }

  Optional<Long> serverTenths() {
    long tenths = 0;
    for (LedgerTable.Row row : table.rows()) {
      tenths += SERVER.contains(row.line().layer()) ? row.cells().total() : 0;
    }
    return tenths == 0 ? Optional.empty() : Optional.of(tenths);
  }
}
