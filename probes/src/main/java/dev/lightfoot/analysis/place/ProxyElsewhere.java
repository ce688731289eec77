package dev.lightfoot.analysis.place;

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
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The proxy and the application behind it are far apart: of at least five requests the least that
/// the proxy waited for the application longer than that worked is more than 2.5 ms. What queues in
/// between comes and goes; distance does not. Facts: `proxy`, `between` (the least), `requests`,
/// `far`.
public final class ProxyElsewhere implements ServedRule {
  private static final long WIDE_NANOS = 2_500_000;
  private static final int ENOUGH = 5;
  private static final int STEPS = 3;
  private static final long NANOS_PER_METRE_BOTH_WAYS = 10;

  @Override
  public Rule rule() {
    return Rule.PROXY_ELSEWHERE;
  }

  /// A request on both sides of the way between.
  private record Hop(ServedRequest app, Span asked, long nanos) {}

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    Map<List<String>, List<Hop>> hops = new LinkedHashMap<>();
    for (ServedRequest request : traces.traced()) {
      hop(request)
          .ifPresent(
              hop ->
                  hops.computeIfAbsent(
                          List.of(ProxyHops.name(hop.asked), request.service()),
                          _ -> new ArrayList<>())
                      .add(hop));
    }
    for (Map.Entry<List<String>, List<Hop>> entry : hops.entrySet()) {
      judge(entry.getKey().getFirst(), entry.getValue(), traces, verdict);
    }
    return verdict.answer(hops.isEmpty() ? Reason.Kind.NOTHING_TO_LOOK_AT : Reason.Kind.TOO_FEW);
  }

  private static Optional<Hop> hop(ServedRequest request) {
    return ProxyHops.asked(request)
        .filter(asked -> asked.time().duration().isPresent())
        .flatMap(
            asked ->
                request
                    .span()
                    .filter(span -> span.time().duration().isPresent())
                    .map(
                        span ->
                            new Hop(
                                request,
                                asked,
                                asked.time().durationNanos() - span.time().durationNanos())));
  }

  private static void judge(String proxy, List<Hop> hops, ServedTraces traces, Verdict verdict) {
    if (hops.size() < ENOUGH) {
      return;
    }
    verdict.looked();
    long least = hops.stream().mapToLong(Hop::nanos).min().orElse(0);
    long step = hops.stream().mapToLong(hop -> hop.asked.time().resolutionNanos()).max().orElse(0);
    if (least <= WIDE_NANOS || least < STEPS * step) {
      return;
    }
    for (Hop hop : hops) {
      long mid = least - FarPeers.NEAR_NANOS;
      List<Fact> facts =
          List.of(
              Fact.name("proxy", proxy),
              Fact.time("between", least),
              Fact.count("requests", hops.size()),
              Fact.distance("far", least / NANOS_PER_METRE_BOTH_WAYS));
      FindingSubject subject =
          new FindingSubject(hop.app.service(), hop.app.route(), Optional.of(Layer.PROXY), "");
      verdict.show(
          new Showing(
              hop.app,
              subject,
              1,
              Optional.of(Saving.within(least, 0, mid / 2, mid, least)),
              traces.grade(hop.app),
              List.of(hop.asked, hop.app.span().orElseThrow()),
              facts));
    }
  }
}
