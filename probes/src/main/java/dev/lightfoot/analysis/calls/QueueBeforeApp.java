package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests wait before the application begins: half of those of a route at least 5 ms and 5 % of
/// their time. Facts: `queue` (of the request), `medianQueue`, `requests`, `share`; the variant is
/// `said` where a record says so, else `seen`: between two records on one clock.
public final class QueueBeforeApp implements ServedRule {
  private static final long ENOUGH_NANOS = 5_000_000;
  private static final double ENOUGH_SHARE = 0.05;

  @Override
  public Rule rule() {
    return Rule.QUEUE_BEFORE_APP;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    Map<List<String>, List<Waiting>> routes = new LinkedHashMap<>();
    boolean any = false;
    for (ServedRequest request : traces.requests()) {
      any |= request.span().isPresent();
      Waiting.before(request)
          .ifPresent(
              waiting ->
                  routes
                      .computeIfAbsent(
                          List.of(request.service(), request.route()), _ -> new ArrayList<>())
                      .add(waiting));
    }
    routes.values().forEach(same -> judge(same, traces, verdict));
    return verdict.answer(any ? Reason.Kind.NOT_RECORDED : Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static void judge(List<Waiting> same, ServedTraces traces, Verdict verdict) {
    verdict.looked();
    List<Waiting> waiting = same.stream().filter(QueueBeforeApp::isLong).toList();
    if (waiting.size() * 2 < same.size() || waiting.isEmpty()) {
      return;
    }
    long[] all = same.stream().mapToLong(Waiting::nanos).sorted().toArray();
    long median = all[(all.length - 1) / 2];
    for (Waiting each : waiting) {
      ServedRequest request = each.request();
      List<Fact> facts =
          List.of(
              Fact.word("variant", each.said() ? "said" : "seen"),
              Fact.time("queue", each.nanos()),
              Fact.time("medianQueue", median),
              Fact.count("requests", same.size()),
              Fact.share("share", Math.min(1, (double) each.nanos() / each.wholeNanos())));
      FindingSubject subject =
          new FindingSubject(request.service(), request.route(), Optional.of(Layer.QUEUE), "");
      verdict.show(
          new Showing(
              request,
              subject,
              1,
              Optional.of(
                  Saving.within(each.nanos(), 0, each.nanos() / 2, each.nanos(), each.nanos())),
              traces.grade(request),
              each.evidence(),
              facts));
    }
  }

  private static boolean isLong(Waiting waiting) {
    return waiting.nanos() >= ENOUGH_NANOS
        && waiting.nanos() >= ENOUGH_SHARE * waiting.wholeNanos();
  }
}
