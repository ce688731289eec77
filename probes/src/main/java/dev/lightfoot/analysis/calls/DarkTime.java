package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.trace.SpanTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A long stretch of a request that nobody recorded, where its service records calls elsewhere in
/// it. No saving: it is not known what is there. Facts: `dark`, `share`, `stretches`, `after` and
/// `before` (spans at its ends); the variant is `between`, `first`, `last`.
public final class DarkTime implements ServedRule {
  private static final long ENOUGH_NANOS = 50_000_000;
  private static final double ENOUGH_SHARE = 0.20;
  private static final int ENOUGH_CALLS = 3;

  @Override
  public Rule rule() {
    return Rule.DARK_TIME;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    boolean any = traces.traced().stream().anyMatch(request -> request.root() != SpanTree.NONE);
    for (ServedRequest request : traces.tracedCalling()) {
      boolean timed = request.span().filter(span -> span.time().start().isPresent()).isPresent();
      if (timed && request.calls().size() >= ENOUGH_CALLS) {
        verdict.looked();
      }
      if (timed && request.calls().size() >= ENOUGH_CALLS && request.wallNanos() >= ENOUGH_NANOS) {
        judge(request, traces, verdict);
      }
    }
    return verdict.answer(any ? Reason.Kind.NOT_RECORDED : Reason.Kind.NO_REQUESTS);
  }

  private static void judge(ServedRequest request, ServedTraces traces, Verdict verdict) {
    List<DarkStretch> dark =
        DarkStretch.of(request).stream()
            .filter(stretch -> stretch.nanos() >= ENOUGH_NANOS)
            .filter(stretch -> stretch.nanos() >= ENOUGH_SHARE * request.wallNanos())
            .toList();
    if (dark.isEmpty()) {
      return;
    }
    DarkStretch longest = dark.getFirst();
    for (DarkStretch stretch : dark) {
      longest = stretch.nanos() > longest.nanos() ? stretch : longest;
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.word(
            "variant",
            longest.after().isEmpty() ? "first" : longest.before().isEmpty() ? "last" : "between"));
    facts.add(Fact.time("dark", longest.nanos()));
    facts.add(Fact.share("share", (double) longest.nanos() / request.wallNanos()));
    facts.add(Fact.count("stretches", dark.size()));
    longest.after().ifPresent(span -> facts.add(Fact.name("after", span.name())));
    longest.before().ifPresent(span -> facts.add(Fact.name("before", span.name())));
    verdict.show(
        new Showing(
            request,
            new FindingSubject(request.service(), request.route(), Optional.empty(), ""),
            dark.size(),
            Optional.empty(),
            traces.grade(request),
            longest.ends(request),
            facts));
  }
}
