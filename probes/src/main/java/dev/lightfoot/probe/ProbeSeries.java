package dev.lightfoot.probe;

import dev.lightfoot.model.Snapshot;

/// Measures a target: the port that the window and the command line hold.
@FunctionalInterface
public interface ProbeSeries {

  /// Makes the runs one after the other and gives back what was measured; blocks until then.
  ///
  /// A target that cannot be reached is no exception: its runs carry the error. After a failure
  /// that would repeat (name, connection or certificate), the remaining runs are not made. After a
  /// cancellation the runs made so far come back, the last one with the error `cancelled`.
  ///
  /// @throws IllegalArgumentException where the request itself cannot be used, such as a
  ///   certificate file that cannot be read; the message is a sentence for people
  Snapshot measure(ProbePlan plan, ProbeListener listener, Cancellation cancellation);
}
