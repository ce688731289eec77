package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.pricing.FindingNames;
import dev.lightfoot.model.Snapshot;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The findings of a snapshot, looked for when one is first asked for. Any thread may ask.
public final class KnownFindings implements Fingerprints {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

  private final Snapshot snapshot;
  private @Nullable FindingNames found;

  public KnownFindings(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// Those that were found in it before.
  public KnownFindings(Snapshot snapshot, Findings found) {
    this.snapshot = snapshot;
    this.found = new FindingNames(snapshot, found.list());
  }

  private synchronized FindingNames found() {
    FindingNames all =
        found == null ? new FindingNames(snapshot, Examination.judged(snapshot).list()) : found;
    found = all;
    return all;
  }

  @Override
  public Optional<Set<String>> names(String text) {
    return Rule.ofLabel(text).isEmpty() && !FINGERPRINT.matcher(text).matches()
        ? Optional.empty()
        : found().names(text);
  }
}
