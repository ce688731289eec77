package dev.lightfoot.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.budget.BudgetCheck;
import dev.lightfoot.analysis.budget.LimitResult;
import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.codec.budget.BudgetCodec;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.follow.JoinedLogs;
import dev.lightfoot.intake.follow.LogJoin;
import dev.lightfoot.intake.follow.LogTails;
import dev.lightfoot.intake.follow.Pause;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.Probe;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.TargetUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A budget in round trips never flickers: an unchanged site keeps it every time, one query more
/// breaks it every time. Against the real Django of this machine; with `-Dlightfoot.flicker=200` as
/// often as the figures in RATIONALE.md were taken.
final class BudgetFlickerTest {
  private static final int TIMES = Integer.getInteger("lightfoot.flicker", 10);

  private static final String BUDGET =
      """
      {"format":"lightfoot/budget","version":1,"limits":[
        {"what":"trips","layer":"database","max":3},{"what":"trips","max":5}]}
      """;

  @TempDir private Path folder;

  @Test
  void aBudgetInTripsIsKeptEveryTimeAndBrokenEveryTimeByOneQueryMore() throws Exception {
    Path log = Files.createFile(folder.resolve("otlp.jsonl"));
    Budget budget = BudgetCodec.decode(BUDGET.getBytes(StandardCharsets.UTF_8));
    Map<LimitVerdict, Integer> unchanged = new EnumMap<>(LimitVerdict.class);
    Map<LimitVerdict, Integer> changed = new EnumMap<>(LimitVerdict.class);
    try (RealDjango django = RealDjango.start(log)) {
      for (int i = 0; i < TIMES; i++) {
        for (LimitResult each : check(budget, django.url("/joined/"), log)) {
          unchanged.merge(each.verdict(), 1, Integer::sum);
        }
        for (LimitResult each : check(budget, django.url("/joined/?extra=1"), log)) {
          changed.merge(each.verdict(), 1, Integer::sum);
        }
      }
    }
    assertThat(unchanged).containsExactly(Map.entry(LimitVerdict.KEPT, 2 * TIMES));
    assertThat(changed).containsExactly(Map.entry(LimitVerdict.BROKEN, 2 * TIMES));
  }

  private static List<LimitResult> check(Budget budget, URI url, Path log) throws Exception {
    LogJoin join =
        new LogJoin(
            LogTails.of(List.of(log)),
            Optional.empty(),
            IntakeSettings.NONE,
            Duration.ofSeconds(5));
    ProbeRequest request = ProbeRequest.get(TargetUrl.parse(url.toString()).url());
    Snapshot measured =
        Probe.series()
            .measure(
                ProbePlan.of(request, 1, false, false), ProbeListener.NONE, new Cancellation());
    JoinedLogs found = join.join(measured.runs(), Pause.until(new CountDownLatch(1)), () -> false);
    return BudgetCheck.of(budget, measured.with(found.joined().runs()), Map.of(), Comparison::of);
  }
}
