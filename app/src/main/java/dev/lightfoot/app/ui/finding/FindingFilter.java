package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/// Which findings are listed.
///
/// @param principle only those; empty for all
/// @param severity only those; empty for all
/// @param text occurs in title, place, statement or rule, in whatever case
record FindingFilter(Optional<Principle> principle, Optional<Severity> severity, String text) {
  static final FindingFilter ALL = new FindingFilter(Optional.empty(), Optional.empty(), "");

  boolean isAll() {
    return principle.isEmpty() && severity.isEmpty() && text.isBlank();
  }

  boolean admits(FindingRow row) {
    return (principle.isEmpty() || principle.equals(row.finding().rule().principle()))
        && (severity.isEmpty() || severity.get() == row.finding().severity())
        && row.mentions(text.strip().toLowerCase(Locale.ROOT));
  }

  FindingFilter of(Optional<Principle> wanted) {
    return new FindingFilter(wanted, severity, text);
  }

  FindingFilter atSeverity(Optional<Severity> wanted) {
    return new FindingFilter(principle, wanted, text);
  }

  FindingFilter mentioning(String wanted) {
    return new FindingFilter(principle, severity, wanted);
  }
}
