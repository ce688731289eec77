package dev.lightfoot.analysis.pricing;

import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.replay.CallText;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Under which names the calls of findings are replayed.
public final class FindingNames implements Fingerprints {
  private final List<Finding> findings;
  private final Map<String, Span> spans = new HashMap<>();

  /// @param snapshot that was judged
  /// @param findings what was found in it
  public FindingNames(Snapshot snapshot, List<Finding> findings) {
    this.findings = List.copyOf(findings);
    for (Run run : snapshot.runs()) {
      run.spans().forEach(span -> spans.put(span.spanId(), span));
    }
  }

  @Override
  public Optional<Set<String>> names(String text) {
    List<Finding> meant =
        findings.stream()
            .filter(each -> each.rule().label().equals(text) || each.fingerprint().equals(text))
            .toList();
    return meant.isEmpty() ? Optional.empty() : Optional.of(names(meant));
  }

  private Set<String> names(List<Finding> meant) {
    Set<String> names = new HashSet<>();
    for (Finding finding : meant) {
      for (Proof proof : finding.evidence()) {
        if (proof instanceof Proof.OfSpan(Optional<String> _, String id) && spans.containsKey(id)) {
          names.add(CallText.of(spans.get(id)).name());
        }
      }
    }
    return names;
  }
}
