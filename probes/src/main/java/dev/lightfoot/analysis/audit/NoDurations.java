package dev.lightfoot.analysis.audit;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A log of requests of which at least nine in ten say nothing of how long they took, unless
/// another file of the same requests does. Facts: `format`, `entries` and `untimed`, how many of
/// them have no time.
public final class NoDurations implements ServedRule {
  private static final double MOST = 0.9;
  private static final int ERROR = 400;

  @Override
  public Rule rule() {
    return Rule.NO_DURATIONS;
  }

  /// The requests of one log.
  private static final class Entries {
    final List<ServedRequest> untimed = new ArrayList<>();
    int all;
    boolean answered;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Map<String, Entries> formats = new LinkedHashMap<>();
    Set<String> timedRoutes = new HashSet<>();
    for (ServedRequest request : traces.requests()) {
      request
          .span()
          .filter(NoDurations::isEntry)
          .ifPresent(
              span -> {
                Entries entries = formats.computeIfAbsent(format(span), _ -> new Entries());
                entries.all++;
                entries.answered |=
                    span.attributes().number(AttributeNames.STATUS).orElse(0) < ERROR;
                if (span.time().duration().isEmpty()) {
                  entries.untimed.add(request);
                } else {
                  timedRoutes.add(request.route());
                }
              });
    }
    Verdict verdict = new Verdict(rule(), Optional.of(Severity.MEDIUM));
    formats.forEach((format, entries) -> judge(format, entries, timedRoutes, verdict));
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void judge(
      String format, Entries entries, Set<String> timedRoutes, Verdict verdict) {
    boolean untimed = entries.untimed.size() >= MOST * entries.all;
    if (!untimed
        || !entries.answered // a log of failures is no access log
        || entries.untimed.stream().allMatch(entry -> timedRoutes.contains(entry.route()))) {
      verdict.looked();
      return;
    }
    ServedRequest first = entries.untimed.getFirst();
    verdict.show(
        Audit.of(
            first,
            new FindingSubject(first.service(), "", Optional.empty(), format),
            entries.untimed.stream().flatMap(entry -> entry.span().stream()).toList(),
            List.of(
                Fact.name("format", format),
                Fact.count("entries", entries.all),
                Fact.count("untimed", entries.untimed.size()))));
  }

  /// A line that a log has for each request.
  private static boolean isEntry(Span span) {
    return span.kind() == SpanKind.SERVER && !Audit.isTraced(span) && !format(span).isEmpty();
  }

  private static String format(Span span) {
    return span.attributes().get(AttributeNames.FORMAT).orElse("");
  }
}
