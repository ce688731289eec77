package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.parse.ChangeFault;
import dev.lightfoot.analysis.change.parse.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Says of a change that no run holds what it could be asked for instead.
final class Missing {
  private Missing() {}

  static ChangeFault of(Change change, List<ReplayedRun> runs) {
    Set<String> held = new LinkedHashSet<>();
    for (ReplayedRun run : runs) {
      held.addAll(change.targets(run.facts().graph()));
    }
    String text = change.text();
    String wanted = text.substring(text.indexOf('=') + 1);
    return new ChangeFault.NoTarget(text, Nearest.to(wanted, held));
  }
}
