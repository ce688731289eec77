package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.report.words.Rounding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The phases of a chain of hops in tenths of a millisecond, so that what is shown adds up to the
/// total that is shown. Bars, bill and tables take them from here: a phase has one number.
public final class PhaseTenths {
  private final List<Map<Phase, Long>> phases = new ArrayList<>();
  private final List<Long> gaps = new ArrayList<>();

  private PhaseTenths() {}

  /// Those of that chain.
  public static PhaseTenths of(RedirectChain chain) {
    List<Long> nanos = new ArrayList<>();
    long end = chain.hops().isEmpty() ? 0 : chain.hops().getFirst().startNanos();
    for (Exchange hop : chain.hops()) {
      nanos.add(hop.startNanos() - end + hop.gapNanos());
      took(hop).forEach(phase -> nanos.add(hop.phases().durationNanos(phase)));
      end = hop.endNanos();
    }
    long[] rounded = Rounding.toTenths(nanos.stream().mapToLong(Long::longValue).toArray());
    PhaseTenths tenths = new PhaseTenths();
    int next = 0;
    for (Exchange hop : chain.hops()) {
      tenths.gaps.add(rounded[next++]);
      Map<Phase, Long> byPhase = new EnumMap<>(Phase.class);
      for (Phase phase : took(hop)) {
        byPhase.put(phase, rounded[next++]);
      }
      tenths.phases.add(byPhase);
    }
    return tenths;
  }

  private static List<Phase> took(Exchange hop) {
    return hop.phases().byPhase().entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof PhaseTiming.NotApplicable))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// That phase of that hop, from 0; 0 where it did not take place.
  public long of(int hop, Phase phase) {
    return phases.get(hop).getOrDefault(phase, 0L);
  }

  /// That phase over all hops.
  public long of(Phase phase) {
    return phases.stream().mapToLong(each -> each.getOrDefault(phase, 0L)).sum();
  }

  /// What lies before and between the phases of that hop.
  public long gap(int hop) {
    return gaps.get(hop);
  }

  /// What lies between phases and hops, over all.
  public long gap() {
    return gaps.stream().mapToLong(Long::longValue).sum();
  }

  /// All of it.
  public long total() {
    return gap()
        + phases.stream().flatMap(each -> each.values().stream()).mapToLong(Long::longValue).sum();
  }
}
