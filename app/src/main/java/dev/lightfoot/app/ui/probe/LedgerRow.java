package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PeerNames;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A row of the ledger's table: a line of the bill, or their sum.
///
/// @param name the layer as people name it
/// @param line the line; empty for the sum
/// @param trips counted round trips
/// @param cells what is shown, in tenths of a millisecond
/// @param remark what stands beside the sum instead of a bar
record LedgerRow(
    String name,
    Optional<LedgerLine> line,
    OptionalInt trips,
    LedgerTable.Cells cells,
    String remark) {

  /// The rows of a reading, its sum last.
  static List<LedgerRow> of(ProbeReading reading) {
    List<LedgerRow> rows = new ArrayList<>();
    for (LedgerTable.Row row : reading.table().rows()) {
      LedgerLine line = row.line();
      rows.add(
          new LedgerRow(name(line, reading), Optional.of(line), line.trips(), row.cells(), ""));
    }
    if (!rows.isEmpty()) {
      rows.add(sum(reading));
    }
    return rows;
  }

  private static LedgerRow sum(ProbeReading reading) {
    Ledger ledger = reading.ledger();
    boolean live = reading.live().isPresent();
    return new LedgerRow(
        Words.text(live ? "ledger.total-so-far" : "ledger.total"),
        Optional.empty(),
        OptionalInt.of(ledger.trips()),
        reading.table().total(),
        live ? Words.text("ledger.grows") : shares(reading.table().total()));
  }

  /// Of what there is none, the row above has a dash: there is no share of it either.
  static String shares(LedgerTable.Cells total) {
    long[] shares = LedgerTable.shares(total);
    List<String> parts = new ArrayList<>();
    if (total.distance() != 0) {
      parts.add(Words.text("ledger.share.distance", Numbers.percent(shares[0])));
    }
    if (total.work() != 0) {
      parts.add(Words.text("ledger.share.work", Numbers.percent(shares[1])));
    }
    parts.add(Words.text("ledger.share.other", Numbers.percent(shares[2])));
    return String.join(" · ", parts);
  }

  private static String name(LedgerLine line, ProbeReading reading) {
    if (line.layer() != Layer.TLS) {
      return PhaseNames.of(line.layer());
    }
    return reading
        .lastHop()
        .map((Exchange hop) -> PhaseNames.of(Phase.TLS, hop))
        .orElseGet(() -> PhaseNames.of(line.layer()));
  }

  boolean isSum() {
    return line.isEmpty();
  }

  String peer() {
    return line.map(LedgerLine::peer).map(PeerNames::of).orElse("");
  }

  String tripsText() {
    return trips.isEmpty() ? Numbers.NOT_APPLICABLE : Numbers.count(trips.getAsInt());
  }

  String rttText() {
    return line.map(
            each ->
                each.rttNanos().isEmpty() || each.trips().isEmpty()
                    ? Numbers.NOT_APPLICABLE
                    : Numbers.rtt(each.rttNanos().getAsLong()))
        .orElse("");
  }

  /// A part of the line, a dash where it does not apply.
  static String part(long tenths, boolean applies) {
    return applies || tenths != 0 ? Numbers.ofTenths(tenths) : Numbers.NOT_APPLICABLE;
  }

  String evidence() {
    return line.map(each -> mark(each.evidence())).orElse("");
  }

  private static String mark(Evidence evidence) {
    return switch (evidence) {
      case MEASURED -> "●";
      case IMPORTED -> "◆";
      case INFERRED -> "○";
    };
  }
}
