package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Rule;
import org.jspecify.annotations.Nullable;

/// One cause, one finding: which rule keeps a call. Rules are asked in the order of their rank; the
/// first that finds a call wasteful keeps it.
public final class Claims {
  private final @Nullable Rule[] keepers;

  Claims(int calls) {
    keepers = new Rule[calls];
  }

  /// Lets that rule keep these.
  public void take(Rule rule, Iterable<Call> calls) {
    for (Call call : calls) {
      if (keepers[call.number()] == null) {
        keepers[call.number()] = rule;
      }
    }
  }

  /// Whether a rule keeps that call.
  public boolean isTaken(Call call) {
    return keepers[call.number()] != null;
  }

  /// Whether that very rule keeps that call.
  public boolean isTakenBy(Rule rule, Call call) {
    return keepers[call.number()] == rule;
  }
}
