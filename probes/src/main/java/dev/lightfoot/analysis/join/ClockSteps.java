package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Whether a clock may have been set while requests were made, for entries of some fit at another
/// offset than those of the others.
final class ClockSteps {
  private final Map<Request, List<Entry>> candidates;
  private final List<Interval> offsets;

  /// @param candidates what could be each request's
  /// @param offsets those that were found, at least one
  ClockSteps(Map<Request, List<Entry>> candidates, List<Interval> offsets) {
    this.candidates = candidates;
    this.offsets = offsets;
  }

  /// Whether the clock was set meanwhile, so that the entries of some requests lie within others:
  /// then those that are missing here fit at another offset, and so do these.
  boolean mayHaveStepped(Request request, List<Request> missing) {
    long length =
        candidates.keySet().stream().mapToLong(each -> each.window().endNanos()).max().orElse(0)
            - candidates.keySet().stream()
                .mapToLong(each -> each.window().startNanos())
                .min()
                .orElse(0);
    Interval near = offsets.getFirst().widened(length);
    List<Interval> elsewhere = elsewhere(request, near);
    return missing.stream()
        .flatMap(each -> elsewhere(each, near).stream())
        .anyMatch(vote -> elsewhere.stream().anyMatch(vote::meets));
  }

  private List<Interval> elsewhere(Request request, Interval near) {
    Stream<Interval> votes =
        candidates.getOrDefault(request, List.of()).stream()
            .map(entry -> entry.within(request.window()));
    return votes
        .filter(vote -> vote.meets(near) && offsets.stream().noneMatch(vote::meets))
        .toList();
  }
}
