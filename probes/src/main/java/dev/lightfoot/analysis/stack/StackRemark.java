package dev.lightfoot.analysis.stack;

import dev.lightfoot.model.span.Layer;

/// What cannot be as a [Stack] shows it, or what its numbers do not hold: a fact, not a sentence.
/// The reports make the sentence.
public sealed interface StackRemark {

  /// What needs no argument.
  enum Plain implements StackRemark {
    /// A recorder dropped or merged calls without counting them: counts are lower bounds.
    CALLS_DROPPED,
    /// Entries without an id were joined by time.
    JOINED_BY_TIME
  }

  /// No offset of a clock satisfies all requests.
  ///
  /// @param lowNanos what one request needs it to be ahead at least
  /// @param highNanos what another one allows at most
  record ClockContradicts(String clock, long lowNanos, long highNanos) implements StackRemark {}

  /// A call took longer than its request was under way, by more than a late look at the clock
  /// explains.
  record LongerThanRequest(RowLabel row, long nanos) implements StackRemark {}

  /// A server went on after its answer had arrived.
  ///
  /// @param nanos how much longer it took than its request was under way
  record EndedLate(RowLabel row, long nanos) implements StackRemark {}

  /// What one layer did for a span takes longer than the span, without an id that says it is its.
  ///
  /// @param nanos how much longer
  record LongerThanParent(RowLabel row, Layer layer, long nanos) implements StackRemark {}

  /// Trips that began when the wait was over: shown, and no part of it.
  record AfterTheWait(Layer layer, int trips) implements StackRemark {}

  /// Nothing was found for a request.
  record NothingFound(String url) implements StackRemark {}
}
