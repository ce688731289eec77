package dev.lightfoot.analysis.ledger;

import java.util.List;

/// The round-trip bill of one run.
///
/// @param lines in wire order; they add up to the total
/// @param totalNanos wall time of the run
public record Ledger(List<LedgerLine> lines, long totalNanos) {
  public Ledger {
    lines = List.copyOf(lines);
  }

  /// All counted trips.
  public int trips() {
    return lines.stream().mapToInt(line -> line.trips().orElse(0)).sum();
  }

  /// All distance, in nanoseconds.
  public long distanceNanos() {
    return lines.stream().mapToLong(LedgerLine::distanceNanos).sum();
  }
}
