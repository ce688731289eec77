package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.Run;
import dev.lightfoot.report.layout.LedgerTable;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PeerNames;
import dev.lightfoot.report.words.PhaseNames;
import java.util.List;

/// The ledger of one run as text.
final class LedgerText {
  private LedgerText() {}

  static TextTable table(Run run, List<Run> runs) {
    Ledger ledger = StackLedger.build(run, runs);
    LedgerTable rounded = LedgerTable.of(ledger, RedirectChain.of(run));
    TextTable table = new TextTable("llrrrrrrrr");
    if (ledger.lines().isEmpty()) {
      return table;
    }
    table.row(heads());
    for (LedgerTable.Row row : rounded.rows()) {
      LedgerLine line = row.line();
      table.row(
          PhaseNames.of(line.layer()),
          PeerNames.of(line.peer()),
          line.trips().isPresent()
              ? (line.atLeast() ? "≥ " : "") + line.trips().getAsInt()
              : Numbers.NOT_APPLICABLE,
          line.rttNanos().isPresent()
              ? Numbers.rtt(line.rttNanos().getAsLong())
              : Numbers.NOT_APPLICABLE,
          part(row.cells().distance(), line.distanceNanos()),
          part(row.cells().work(), line.workNanos()),
          part(row.cells().transfer(), line.transferNanos()),
          part(row.cells().queue(), line.queueNanos()),
          part(row.cells().unexplained(), line.unexplainedNanos()),
          Numbers.ofTenths(row.cells().total()));
    }
    LedgerTable.Cells sum = rounded.total();
    return table.total(
        List.of(
            say("column.total"),
            say("text.share", Numbers.percent(rounded.shares()[0])),
            Integer.toString(ledger.trips()),
            "",
            Numbers.ofTenths(sum.distance()),
            Numbers.ofTenths(sum.work()),
            Numbers.ofTenths(sum.transfer()),
            Numbers.ofTenths(sum.queue()),
            Numbers.ofTenths(sum.unexplained()),
            Numbers.ofTenths(sum.total())));
  }

  static List<String> heads() {
    return List.of(
        say("column.layer"),
        say("column.peer"),
        say("column.trips"),
        say("column.rtt"),
        say("column.distance"),
        say("column.work"),
        say("column.transfer"),
        say("column.queue"),
        say("column.unexplained"),
        say("column.total"));
  }

  static String part(long tenths, long nanos) {
    return nanos == 0 ? Numbers.NOT_APPLICABLE : Numbers.ofTenths(tenths);
  }
}
