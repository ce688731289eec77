package dev.lightfoot.analysis.finding;

import java.util.Locale;
import java.util.Optional;

/// Why a rule could not be applied.
///
/// @param kind in general
/// @param by the audit rule that says what cannot be told; only for [Kind#CANNOT_TELL]
public record Reason(Kind kind, Optional<Rule> by) {

  /// Reasons, each with words of its own in the reports.
  public enum Kind {
    /// Nothing of what the rule looks at is there: no call to a cache, no style sheet.
    NOTHING_TO_LOOK_AT,
    /// There are no servers' records.
    NO_RECORDS,
    /// There is no measurement of a client: only records were read.
    NO_MEASUREMENT,
    /// It takes a page with its resources.
    NO_PAGE,
    /// It takes a client's measurement joined with the servers' records.
    NOT_JOINED,
    /// It takes several requests or runs.
    TOO_FEW,
    /// It takes a run of another state: warm or resumed.
    NO_SUCH_RUN,
    /// Records do not say where one request ends and the next begins.
    NO_REQUESTS,
    /// Records hold no times, or none that tell this.
    NO_TIMES,
    /// The floor round-trip time of the peer is not known.
    NO_FLOOR,
    /// Two clocks would have to be compared whose difference is not known closely enough.
    CLOCKS,
    /// Parts of a trace are missing, and may still be on their way.
    STILL_ARRIVING,
    /// Values that would tell were not recorded.
    NOT_RECORDED,
    /// An audit finding says why it cannot be told.
    CANNOT_TELL,
    /// Other rules of a higher rank keep all that this one would have looked at.
    TAKEN;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String label() {
      return label;
    }
  }

  public static Reason of(Kind kind) {
    return new Reason(kind, Optional.empty());
  }

  /// What an audit finding blinds the rule to.
  public static Reason cannotTell(Rule audit) {
    return new Reason(Kind.CANNOT_TELL, Optional.of(audit));
  }
}
