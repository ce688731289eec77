package dev.lightfoot.probe;

import dev.lightfoot.model.Snapshot;
import java.util.List;

/// Measures targets: the port that the window and the command line hold.
@FunctionalInterface
public interface ProbeSeries {

  /// Makes the runs of one plan or several and gives back what was measured, one snapshot for each
  /// plan, in their order; blocks until then. Several take turns, so that they can be compared: see
  /// [Turns].
  ///
  /// A target that cannot be reached throws nothing: its runs carry the error, and the others go
  /// on. After a failure that would repeat (name, connection or certificate), its remaining runs
  /// are not made. After a cancellation the runs made so far come back, the last one with the error
  /// `cancelled`.
  ///
  /// The listener gets the runs of all plans, numbered consecutively.
  ///
  /// @throws IllegalArgumentException where a request itself cannot be used, such as a certificate
  ///   file that cannot be read; the message is a sentence for people, and nothing has been
  ///   measured
  List<Snapshot> compare(List<ProbePlan> plans, ProbeListener listener, Cancellation cancellation);

  /// The same of one plan.
  default Snapshot measure(ProbePlan plan, ProbeListener listener, Cancellation cancellation) {
    return compare(List.of(plan), listener, cancellation).getFirst();
  }
}
