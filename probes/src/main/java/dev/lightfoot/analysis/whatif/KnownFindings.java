package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.replay.CallText;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The findings of a snapshot, looked for when one is first asked for. Any thread may ask.
public final class KnownFindings implements Fingerprints {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

  private final Snapshot snapshot;
  private @Nullable Findings found;

  public KnownFindings(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// Those that were found in it before.
  public KnownFindings(Snapshot snapshot, Findings found) {
    this.snapshot = snapshot;
    this.found = found;
  }

  private synchronized Findings found() {
    Findings all = found == null ? Examination.of(snapshot) : found;
    found = all;
    return all;
  }

  @Override
  public Optional<Set<String>> names(String text) {
    boolean rule = Arrays.stream(Rule.values()).anyMatch(each -> each.label().equals(text));
    if (!rule && !FINGERPRINT.matcher(text).matches()) {
      return Optional.empty();
    }
    List<Finding> meant =
        found().list().stream()
            .filter(each -> each.fingerprint().equals(text) || each.rule().label().equals(text))
            .toList();
    return meant.isEmpty() ? Optional.empty() : Optional.of(names(meant));
  }

  private Set<String> names(List<Finding> findings) {
    Map<String, Span> spans = new HashMap<>();
    for (Run run : snapshot.runs()) {
      run.spans().forEach(span -> spans.put(span.spanId(), span));
    }
    Set<String> names = new HashSet<>();
    for (Finding finding : findings) {
      for (Proof proof : finding.evidence()) {
        if (proof instanceof Proof.OfSpan(Optional<String> _, String id) && spans.containsKey(id)) {
          names.add(CallText.of(spans.get(id)).name());
        }
      }
    }
    return names;
  }
}
