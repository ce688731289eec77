package dev.lightfoot.model;

import dev.lightfoot.model.span.Evidence;
import java.util.OptionalInt;

/// What is known about one [Phase] of one [Exchange].
public sealed interface PhaseTiming {

  /// The phase took place.
  ///
  /// @param startNanos instant from the start of the run
  /// @param durationNanos length, never negative
  /// @param trips dependent round trips counted on the wire; empty where they cannot be seen
  /// @param evidence how the times came to be known
  record Measured(long startNanos, long durationNanos, OptionalInt trips, Evidence evidence)
      implements PhaseTiming {
    public Measured {
      if (durationNanos < 0) {
        throw new IllegalArgumentException("negative duration: " + durationNanos);
      }
    }
  }

  /// The phase did not take place.
  ///
  /// @param reason one of the words in [Reason], or another word from a file of a newer version
  record NotApplicable(String reason) implements PhaseTiming {}

  /// The phase began and did not succeed. What follows it is [NotApplicable].
  ///
  /// @param startNanos instant from the start of the run
  /// @param durationNanos time until the failure was known
  /// @param trips round trips counted until then
  /// @param errorType see [ErrorType]
  /// @param message one sentence for people
  record Failed(
      long startNanos, long durationNanos, OptionalInt trips, String errorType, String message)
      implements PhaseTiming {
    public Failed {
      if (durationNanos < 0) {
        throw new IllegalArgumentException("negative duration: " + durationNanos);
      }
    }
  }

  /// Why a phase did not take place.
  final class Reason {
    private Reason() {}

    /// Nothing had to be waited for.
    public static final String NONE = "none";

    /// An open connection was used.
    public static final String REUSED = "reused";

    /// The answer was known already.
    public static final String CACHED = "cached";

    /// The scheme is `http`.
    public static final String PLAIN_TEXT = "plain-text";

    /// The host is an IP address.
    public static final String LITERAL = "literal";

    /// The hosts file names the host.
    public static final String HOSTS_FILE = "hosts-file";

    /// An earlier phase failed.
    public static final String NOT_REACHED = "not-reached";
  }
}
