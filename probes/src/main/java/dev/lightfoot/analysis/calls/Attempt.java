package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.statement.ValuesSeen;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// What one call says of having been tried in vain.
final class Attempt {
  private static final String RESENT = "http.request.resend_count";
  private static final long SECOND = 1_000_000_000;
  private static final long[] LIMITS = {1, 2, 3, 5, 10, 15, 30, 60};
  private static final double CLOSE = 0.02;

  /// Answers 4xx that a client may try again: time-out, too early, too many requests.
  private static final Set<Long> AGAIN = Set.of(408L, 425L, 429L);

  private static final Set<String> CONFLICTS =
      Set.of("40001", "40P01", "1213", "1205", "StaleObjectError", "OptimisticLockException");

  private Attempt() {}

  /// The same for attempts at one thing by one maker.
  static List<Object> alike(Call call) {
    boolean known = call.text().values() == ValuesSeen.KNOWN;
    return List.of(
        call.parent(),
        call.layer(),
        known ? call.text().exact() : call.text().template(),
        call.peer());
  }

  /// Whether it is told that two alike ask the very same.
  static boolean isTold(Call call) {
    if (call.text().isCut()) {
      return false;
    }
    return switch (call.text().values()) {
      case KNOWN, NONE -> true;
      case HIDDEN, UNKNOWN -> false;
    };
  }

  /// Whether it failed in a way that trying again may mend. What the caller did wrong (4xx) stays
  /// wrong.
  static boolean hasFailed(Call call) {
    long status = call.span().attributes().number(AttributeNames.STATUS).orElse(0);
    boolean refused = status >= 400 && status < 500;
    return refused ? AGAIN.contains(status) : call.failed();
  }

  /// Whether it failed, or says that one before it did.
  static boolean isTrouble(Call call) {
    return call.failed()
        || (call.layer() == Layer.EXTERNAL
            && (hasFailed(call) || call.span().attributes().get(RESENT).isPresent()));
  }

  /// Whether it says that it was sent again because the one before came to nothing; after a
  /// redirection it was not.
  static boolean isAgain(Call call, Call before) {
    var attributes = call.span().attributes();
    long sent = attributes.number(RESENT).orElse(0);
    long status = before.span().attributes().number(AttributeNames.STATUS).orElse(0);
    return sent > 0 && (status < 200 || status >= 400);
  }

  /// Whether it lost against another transaction, which one more try mends as intended.
  static boolean isConflict(Call call) {
    var attributes = call.span().attributes();
    return attributes
        .get(AttributeNames.DB_STATUS)
        .or(() -> attributes.get(AttributeNames.ERROR_TYPE))
        .filter(code -> CONFLICTS.stream().anyMatch(code::contains))
        .isPresent();
  }

  /// The limit at which all of these ended.
  static OptionalLong limit(List<Call> failed) {
    for (long seconds : LIMITS) {
      long limit = seconds * SECOND;
      if (failed.stream().allMatch(call -> Math.abs(call.nanos() - limit) <= CLOSE * limit)) {
        return OptionalLong.of(limit);
      }
    }
    return OptionalLong.empty();
  }
}
