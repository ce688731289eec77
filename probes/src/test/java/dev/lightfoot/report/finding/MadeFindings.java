package dev.lightfoot.report.finding;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Findings made by hand.
public final class MadeFindings {
  private static final long MILLI = 1_000_000;

  private MadeFindings() {}

  /// A handshake that takes a trip too many, seen in ten runs.
  public static Finding extraTrip(String service, Proof... evidence) {
    return new Finding(
        Rule.TLS_EXTRA_TRIP,
        Severity.MEDIUM,
        new FindingSubject(service, "GET /", Optional.empty(), ""),
        2,
        10,
        List.of(evidence),
        0,
        Optional.of(new Saving(1, 40 * MILLI, 41 * MILLI, 44 * MILLI)),
        Evidence.MEASURED,
        List.of(
            Fact.word("variant", "version"),
            Fact.count("handshake_trips", 2),
            Fact.time("handshake", 84_300_000),
            Fact.time("floor", 40_100_000)));
  }

  /// These, one rule in order, and two that could not look.
  public static Findings with(Finding... found) {
    return new Findings(
        List.of(found),
        List.of(Rule.REDIRECT),
        Map.of(
            Rule.REPEATED_QUERY, Reason.cannotTell(Rule.STATEMENT_TEXT_CUT),
            Rule.FAR_CACHE, Reason.of(Reason.Kind.NO_RECORDS)));
  }
}
