package dev.lightfoot.app.ui.testing;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.app.ui.workspace.examining.Examiner;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Findings as they might be of the sample: the same whatever is examined, but for what shows them.
public final class TestFindings {
  private static final long MILLI = 1_000_000;

  private TestFindings() {}

  /// Finds the same in everything.
  public static Examiner examiner() {
    return new Examiner() {
      @Override
      public Findings examine(Snapshot snapshot) {
        return all(snapshot.runs().stream().flatMap(run -> run.spans().stream()).toList());
      }

      @Override
      public Findings examine(ServedSpans spans) {
        List<Span> listed = new ArrayList<>();
        spans.forEach(listed::add);
        return all(listed);
      }
    };
  }

  /// Seven findings, two of them high; three rules in order, all others without records.
  static Findings all(Iterable<Span> spans) {
    List<Proof> statements = new ArrayList<>();
    for (Span span : spans) {
      if (span.layer() == Layer.DATABASE) {
        statements.add(new Proof.OfSpan(span.traceId(), span.spanId()));
      }
    }
    Map<Rule, Reason> notApplicable = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      notApplicable.put(rule, Reason.of(Reason.Kind.NO_RECORDS));
    }
    List<Finding> found =
        List.of(
            repeated(statements),
            late("fonts.cdn.example", 60, 64, 66),
            firstByte(),
            late("a-host-with-a-very-long-name.static.assets.shop.test", 40, 41, 44),
            missing(),
            transactions(),
            unseen());
    List<Rule> inOrder = List.of(Rule.DNS_CHAIN, Rule.REDIRECT, Rule.NOT_COMPRESSED);
    found.forEach(finding -> notApplicable.remove(finding.rule()));
    inOrder.forEach(notApplicable::remove);
    return new Findings(found, inOrder, notApplicable);
  }

  /// The one that saves most.
  public static Finding repeated(List<Proof> evidence) {
    return new Finding(
        Rule.REPEATED_QUERY,
        Severity.HIGH,
        new FindingSubject(
            "shop",
            "GET /nplus1/",
            Optional.of(Layer.DATABASE),
            "SELECT id, name FROM shop_supplier WHERE id = ?"),
        50,
        10,
        evidence,
        0,
        Optional.of(new Saving(49, 116 * MILLI, 142 * MILLI, 149 * MILLI, Saving.From.REPLAY)),
        Evidence.IMPORTED,
        List.of(
            Fact.word("variant", "read"),
            Fact.count("values", 50),
            Fact.time("time", 119 * MILLI),
            Fact.share("share", 0.54)));
  }

  private static Finding late(String host, long low, long likely, long high) {
    return finding(
        Rule.LATE_CONNECTION,
        Severity.MEDIUM,
        new FindingSubject(host, "GET /inter.woff2", Optional.empty(), host),
        Optional.of(new Saving(3, low * MILLI, likely * MILLI, high * MILLI)),
        Evidence.MEASURED,
        List.of(
            Fact.word("variant", "font"),
            Fact.name("file", "inter.woff2"),
            Fact.time("connecting", 81 * MILLI),
            Fact.time("slack", likely * MILLI)));
  }

  private static Finding firstByte() {
    return finding(
        Rule.FIRST_BYTE_WAITS,
        Severity.HIGH,
        new FindingSubject("shop", "GET /nplus1/", Optional.empty(), ""),
        Optional.of(new Saving(0, 60 * MILLI, 85 * MILLI, 168 * MILLI)),
        Evidence.INFERRED,
        List.of(Fact.time("server", 181 * MILLI), Fact.count("calls", 53)));
  }

  private static Finding missing() {
    return finding(
        Rule.MISSING_RESOURCE,
        Severity.LOW,
        new FindingSubject("www.shop.test", "GET /favicon.ico", Optional.empty(), ""),
        Optional.of(new Saving(1, 0, 0, 0)),
        Evidence.MEASURED,
        List.of(Fact.count("status", 404), Fact.time("took", 41 * MILLI)));
  }

  private static Finding transactions() {
    return finding(
        Rule.TRANSACTION_TRIPS,
        Severity.LOW,
        new FindingSubject("shop", "GET /nplus1/", Optional.of(Layer.DATABASE), ""),
        Optional.of(new Saving(2, MILLI, 2 * MILLI, 3 * MILLI)),
        Evidence.IMPORTED,
        List.of(
            Fact.word("variant", "reads"),
            Fact.time("time", 3 * MILLI),
            Fact.share("share", 0.02)));
  }

  private static Finding unseen() {
    return finding(
        Rule.CACHE_UNSEEN,
        Severity.LOW,
        new FindingSubject("shop", "GET /nplus1/", Optional.of(Layer.CACHE), ""),
        Optional.empty(),
        Evidence.INFERRED,
        List.of(Fact.name("peer", "cache-1:11211")));
  }

  private static Finding finding(
      Rule rule,
      Severity severity,
      FindingSubject subject,
      Optional<Saving> saving,
      Evidence grade,
      List<Fact> facts) {
    List<Proof> first = List.of(new Proof.OfExchange(3, 0));
    return new Finding(rule, severity, subject, 1, 10, first, 0, saving, grade, facts);
  }
}
