package dev.lightfoot.analysis.measured;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.span.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one rule sees in the runs of a snapshot, made into findings: one per cause, whose numbers
/// are those of the run with the median saving among the runs of the headline's state, or of the
/// run that is drawn where that saves as much.
public final class Sightings {
  private final Rule rule;
  private final MeasuredSnapshot facts;
  private final Map<FindingSubject, Map<Integer, Sighting>> bySubject = new LinkedHashMap<>();
  private boolean looked;

  public Sightings(Rule rule, MeasuredSnapshot facts) {
    this.rule = rule;
    this.facts = facts;
  }

  /// There was something to look at.
  public void looked() {
    looked = true;
  }

  /// One cause was seen in one run; several of one subject in one run are one.
  public void add(Sighting sighting) {
    looked = true;
    bySubject
        .computeIfAbsent(sighting.subject(), _ -> new LinkedHashMap<>())
        .merge(sighting.run().at(), sighting, Sighting::with);
  }

  /// Found, in order, or the reason why nothing could be looked at.
  public RuleAnswer answer(Reason.Kind otherwise) {
    if (!looked) {
      return RuleAnswer.notApplicable(otherwise);
    }
    return RuleAnswer.of(
        bySubject.values().stream().map(runs -> finding(List.copyOf(runs.values()))).toList());
  }

  private Finding finding(List<Sighting> runs) {
    Sighting median = median(runs);
    List<Proof> evidence = new ArrayList<>(proofs(median));
    runs.stream().filter(it -> !it.equals(median)).forEach(it -> evidence.addAll(proofs(it)));
    boolean inferred = runs.stream().anyMatch(Sighting::inferred);
    Severity severity =
        median
            .severity()
            .orElseGet(() -> Severity.of(median.savedNanos(), median.run().wholeNanos()))
            .atMost(median.most());
    return new Finding(
        rule,
        severity,
        median.most(),
        median.subject(),
        middle(runs.stream().map(it -> it.exchanges().size()).sorted().toList()),
        runs.size(),
        evidence,
        0,
        median.saving(),
        inferred ? Evidence.INFERRED : grade(median),
        median.facts());
  }

  private Sighting median(List<Sighting> runs) {
    List<Sighting> sorted =
        ofOneState(runs).stream().sorted(Comparator.comparingLong(Sighting::savedNanos)).toList();
    Sighting median = middle(sorted);
    return sorted.stream()
        .filter(it -> it.savedNanos() == median.savedNanos())
        .filter(it -> it.run().at() == facts.shown().orElse(-1))
        .findFirst()
        .orElse(median);
  }

  /// Those of the headline's state where any of them shows it, else those of the coldest state.
  private List<Sighting> ofOneState(List<Sighting> runs) {
    RunState coldest =
        runs.stream().map(Sightings::state).min(Comparator.naturalOrder()).orElseThrow();
    Optional<RunState> headline =
        facts.headline().filter(state -> runs.stream().anyMatch(it -> state(it) == state));
    return runs.stream().filter(it -> state(it) == headline.orElse(coldest)).toList();
  }

  private static RunState state(Sighting sighting) {
    return sighting.run().run().state();
  }

  private static <T> T middle(List<T> sorted) {
    return sorted.get((sorted.size() - 1) / 2);
  }

  private static Evidence grade(Sighting sighting) {
    boolean imported =
        sighting.exchanges().getFirst().exchange().source().equals(Exchange.IMPORTED);
    return imported ? Evidence.IMPORTED : Evidence.MEASURED;
  }

  private static List<Proof> proofs(Sighting sighting) {
    return sighting.exchanges().stream()
        .<Proof>map(it -> new Proof.OfExchange(it.run().at(), it.at()))
        .toList();
  }
}
