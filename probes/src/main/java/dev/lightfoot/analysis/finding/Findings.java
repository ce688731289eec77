package dev.lightfoot.analysis.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all rules said of one measurement, or of what was read: each rule found something, is in
/// order or could not be applied.
///
/// @param list the findings, the worst first
/// @param inOrder rules that had something to look at and found nothing, in the catalogue's order
/// @param notApplicable rules that could not look, with the reason, in the catalogue's order
public record Findings(List<Finding> list, List<Rule> inOrder, Map<Rule, Reason> notApplicable) {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Findings::savedNanos, Comparator.reverseOrder())
          .thenComparing(Findings::savedTrips, Comparator.reverseOrder())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::fingerprint);

  /// No rule was asked.
  public static final Findings NONE = new Findings(List.of(), List.of(), Map.of());

  public Findings {
    list = list.stream().sorted(WORST_FIRST).toList();
    inOrder = inOrder.stream().sorted().toList();
    Map<Rule, Reason> sorted = new EnumMap<>(Rule.class);
    sorted.putAll(notApplicable);
    notApplicable = Collections.unmodifiableMap(sorted);
  }

  /// What the rules answered.
  public static Findings of(Map<Rule, RuleAnswer> answers) {
    List<Finding> found = new ArrayList<>();
    List<Rule> inOrder = new ArrayList<>();
    Map<Rule, Reason> notApplicable = new EnumMap<>(Rule.class);
    answers.forEach(
        (rule, answer) -> {
          switch (answer) {
            case RuleAnswer.Found(List<Finding> findings) -> found.addAll(findings);
            case RuleAnswer.InOrder() -> inOrder.add(rule);
            case RuleAnswer.NotApplicable(Reason reason) -> notApplicable.put(rule, reason);
          }
        });
    return new Findings(found, inOrder, notApplicable);
  }

  /// The one that is expected to save most time; empty where none saves any.
  public Optional<Finding> largestSaving() {
    return list.stream()
        .filter(finding -> savedNanos(finding) > 0)
        .max(Comparator.comparingLong(Findings::savedNanos));
  }

  private static long savedNanos(Finding finding) {
    return finding.saving().map(Saving::nanos).orElse(0L);
  }

  private static int savedTrips(Finding finding) {
    return finding.saving().map(Saving::trips).orElse(0);
  }
}
