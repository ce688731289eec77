package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// A [Ledger] rounded to what is shown, so that the parts shown add up to the totals shown: along
/// each row, down each column, and to the wall time.
///
/// @param rows one for each line of the ledger, but for time between phases that would read 0.0
/// @param total their sums; its line is the ledger's own total
public record LedgerTable(List<Row> rows, Cells total) {
  public LedgerTable {
    rows = List.copyOf(rows);
  }

  /// One line as it is shown.
  public record Row(LedgerLine line, Cells cells) {}

  /// Tenths of a millisecond.
  public record Cells(
      long distance, long work, long transfer, long queue, long unexplained, long total) {
    /// Nothing at all.
    static final Cells NONE = new Cells(0, 0, 0, 0, 0, 0);

    /// @param distanceNanos is rounded by itself, for people multiply trips by round-trip time
    /// @param total tenths that all parts are to add up to
    /// @param nanos work, transfer, queue and unexplained
    static Cells of(long distanceNanos, long total, long... nanos) {
      long distance = Math.min(total, Numbers.tenths(distanceNanos));
      if (Arrays.stream(nanos).allMatch(each -> each == 0)) {
        return new Cells(total, 0, 0, 0, 0, total);
      }
      long[] tenths = Rounding.toTenths(nanos, total - distance);
      return new Cells(distance, tenths[0], tenths[1], tenths[2], tenths[3], total);
    }

    Cells plus(Cells other) {
      return new Cells(
          distance + other.distance,
          work + other.work,
          transfer + other.transfer,
          queue + other.queue,
          unexplained + other.unexplained,
          total + other.total);
    }
  }

  /// The table of that bill.
  ///
  /// @param chain what is billed
  public static LedgerTable of(Ledger ledger, RedirectChain chain) {
    PhaseTenths tenths = PhaseTenths.of(chain);
    List<Row> rows = new ArrayList<>();
    List<LedgerLine> lines = ledger.lines();
    for (int from = 0; from < lines.size(); ) {
      int to = from + 1;
      while (to < lines.size() && together(lines.get(from), lines.get(to))) {
        to++;
      }
      rows(lines.subList(from, to), sum(lines, lines.get(from), tenths)).stream()
          .filter(row -> row.line().phase().isPresent() || row.cells().total() != 0)
          .forEach(rows::add);
      from = to;
    }
    Cells sum = Cells.NONE;
    for (Row row : rows) {
      sum = sum.plus(row.cells());
    }
    return new LedgerTable(rows, sum);
  }

  private static boolean together(LedgerLine one, LedgerLine other) {
    return one.hop() == other.hop() && one.phase().equals(other.phase());
  }

  /// What the lines of one phase add up to. Sending is billed with the wait, and so is what lies
  /// between phases where it has no line of its own.
  private static long sum(List<LedgerLine> lines, LedgerLine line, PhaseTenths tenths) {
    if (line.phase().isEmpty()) {
      return tenths.gap(line.hop());
    }
    Phase phase = line.phase().get();
    if (phase != Phase.WAIT) {
      return tenths.of(line.hop(), phase);
    }
    boolean ownGap =
        lines.stream().anyMatch(each -> each.hop() == line.hop() && each.phase().isEmpty());
    return tenths.of(line.hop(), Phase.SEND)
        + tenths.of(line.hop(), Phase.WAIT)
        + (ownGap ? 0 : tenths.gap(line.hop()));
  }

  private static List<Row> rows(List<LedgerLine> lines, long sum) {
    long[] totals =
        Rounding.toTenths(lines.stream().mapToLong(LedgerLine::totalNanos).toArray(), sum);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      rows.add(new Row(lines.get(i), cells(lines.get(i), totals[i])));
    }
    return rows;
  }

  /// Time inside the servers as it is shown; empty where no line is theirs.
  public OptionalLong serverTenths() {
    return rows.stream().anyMatch(row -> row.line().isServers())
        ? OptionalLong.of(serverTenths(row -> true))
        : OptionalLong.empty();
  }

  /// Whether the way to some server is not known, so that the server's time is at most what is
  /// said.
  public boolean isWayUnknown() {
    return rows.stream()
        .map(Row::line)
        .anyMatch(line -> line.layer() == Layer.REQUEST && line.rttNanos().isEmpty());
  }

  /// The same of one hop.
  long serverTenths(int hop) {
    return serverTenths(row -> row.line().hop() == hop);
  }

  private long serverTenths(Predicate<Row> wanted) {
    return rows.stream()
        .filter(row -> row.line().isServers() && wanted.test(row))
        .mapToLong(row -> row.cells().total())
        .sum();
  }

  /// Distance, work and the rest as whole parts of 100, which they add up to.
  public long[] shares() {
    return shares(total);
  }

  /// The same of any such cells.
  public static long[] shares(Cells cells) {
    return Rounding.toHundred(
        cells.distance(), cells.work(), cells.total() - cells.distance() - cells.work());
  }

  private static Cells cells(LedgerLine line, long total) {
    return Cells.of(
        line.distanceNanos(),
        total,
        line.workNanos(),
        line.transferNanos(),
        line.queueNanos(),
        line.unexplainedNanos());
  }
}
