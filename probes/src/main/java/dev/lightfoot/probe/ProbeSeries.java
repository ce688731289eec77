package dev.lightfoot.probe;

import dev.lightfoot.model.Snapshot;
import java.util.List;

/// Measures a target: the port that the window and the command line hold.
@FunctionalInterface
public interface ProbeSeries {

  /// Makes the runs one after the other and gives back what was measured; blocks until then.
  ///
  /// A target that cannot be reached throws nothing: its runs carry the error. After a failure that
  /// would repeat (name, connection or certificate), the remaining runs are not made. After a
  /// cancellation the runs made so far come back, the last one with the error `cancelled`.
  ///
  /// @throws IllegalArgumentException where the request itself cannot be used, such as a
  ///   certificate file that cannot be read; the message is a sentence for people
  Snapshot measure(ProbePlan plan, ProbeListener listener, Cancellation cancellation);

  /// Makes the runs of several plans, taking turns, so that they can be compared: what changes
  /// while it measures hits all alike. Gives back one snapshot for each plan, in their order.
  ///
  /// The listener gets the runs of all plans, numbered consecutively.
  default List<Snapshot> compare(
      List<ProbePlan> plans, ProbeListener listener, Cancellation cancellation) {
    return plans.stream().map(plan -> measure(plan, listener, cancellation)).toList();
  }
}
