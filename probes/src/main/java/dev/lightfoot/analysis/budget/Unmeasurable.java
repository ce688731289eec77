package dev.lightfoot.analysis.budget;

import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;

/// Why nothing can be said of a limit.
public sealed interface Unmeasurable {
  /// What has no details.
  enum Known implements Unmeasurable {
    /// Every run failed or is left out.
    NO_RUN,
    /// A probe makes one request, so that the number of a page's is not known.
    NOT_A_PAGE,
    /// The requests of a page overlap, so that its phases add up to nothing.
    PHASES_OVERLAP,
    /// No request is what the limit is narrowed to.
    NOTHING_MATCHES,
    /// Nothing that servers recorded belongs to these requests, so that their routes are not known.
    NO_ROUTES,
    /// Trips were made that could not be counted.
    NOT_COUNTED,
    /// There is no rule of that name.
    NO_SUCH_RULE,
    /// The runs of the two have no state in common.
    NO_COMMON_STATE
  }

  /// Fewer runs than a percentile takes.
  ///
  /// @param runs how many there are
  /// @param needed how many it takes
  record TooFewRuns(int runs, int needed) implements Unmeasurable {}

  /// Fewer runs on a side than a comparison takes.
  ///
  /// @param runs of the snapshot
  /// @param ofBaseline of the baseline
  record TooFewToCompare(int runs, int ofBaseline) implements Unmeasurable {}

  /// Nothing was recorded behind the server.
  record NothingRecorded(Layer layer) implements Unmeasurable {}

  /// What was recorded does not show that layer: an access log says nothing of queries.
  record NotShown(Layer layer) implements Unmeasurable {}

  /// What was counted keeps the limit, but there may be more.
  ///
  /// @param counted how many there are at least
  record MayBeMore(long counted) implements Unmeasurable {}

  /// The rule could not look.
  record NotApplicable(Reason reason) implements Unmeasurable {}

  /// No run has that phase.
  record NoPhase(Phase phase) implements Unmeasurable {}
}
