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
    if (!recorded.contains(HIDDEN) || asked.isEmpty()) {
      return asked.filter(recorded::equals).isPresent();
    }
    return recorded.equals(HIDDEN) || areAlike(recorded.split("&", -1), asked.get().split("&", -1));
  }

  private static boolean areAlike(String[] recorded, String[] asked) {
    boolean alike = recorded.length == asked.length;
    for (int i = 0; alike && i < recorded.length; i++) {
      alike = recorded[i].equals(asked[i]) || isHidden(recorded[i], asked[i]);
    }
    return alike;
  }

  private static boolean isHidden(String recorded, String asked) {
    String ending = "=" + HIDDEN;
    return recorded.endsWith(ending)
        && asked.startsWith(recorded.substring(0, recorded.length() - ending.length() + 1));
  }
}
