package dev.lightfoot.analysis.join;

import java.util.Optional;

/// The query of a URL as a server recorded it, whose values its instrumentation may have hidden
/// (OpenTelemetry's semantic conventions of `url.query`).
final class LoggedQuery {
  private static final String HIDDEN = "REDACTED";

  private LoggedQuery() {}

  /// Whether this can be the record of what was asked: the same, or with hidden values the same
  /// parameters in the same order.
  static boolean isAlike(String recorded, Optional<String> asked) {
    if (!recorded.contains(HIDDEN)) {
      return asked.filter(recorded::equals).isPresent();
    }
    String[] ours = recorded.split("&", -1);
    String[] theirs = asked.orElse("").split("&", -1);
    if (recorded.equals(HIDDEN)) {
      return asked.isPresent();
    }
    boolean alike = ours.length == theirs.length;
    for (int i = 0; alike && i < ours.length; i++) {
      alike = ours[i].equals(theirs[i]) || isHidden(ours[i], theirs[i]);
    }
    return alike;
  }

  private static boolean isHidden(String recorded, String asked) {
    String ending = "=" + HIDDEN;
    return recorded.endsWith(ending)
        && asked.startsWith(recorded.substring(0, recorded.length() - ending.length() + 1));
  }
}
