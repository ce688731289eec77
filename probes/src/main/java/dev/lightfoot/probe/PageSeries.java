package dev.lightfoot.probe;

import dev.lightfoot.model.Snapshot;
import java.util.List;

/// Loads pages with everything that they ask for: the port that the window and the command line
/// hold.
@FunctionalInterface
public interface PageSeries {

  /// Makes the loads of one plan or several and gives back what was measured, one snapshot for each
  /// plan, in their order; blocks until then. Several take turns, so that they can be compared: see
  /// [Turns]. Each run of a snapshot has its [dev.lightfoot.model.Run#page].
  ///
  /// A resource that fails is an exchange that failed, and the page still stands. A run has an
  /// error only where its document did not come, or where it was stopped or ran out of time. After
  /// a failure that would repeat (name, connection or certificate), the remaining runs of that page
  /// are not made, and the others go on. After a cancellation the runs made so far come back, the
  /// last one with the error `cancelled`.
  ///
  /// The listener gets the runs of all plans, numbered consecutively.
  ///
  /// @throws IllegalArgumentException where a request itself cannot be used, such as a certificate
  ///   file that cannot be read; the message is a sentence for people, and nothing has been
  ///   measured
  List<Snapshot> compare(List<PagePlan> plans, PageListener listener, Cancellation cancellation);

  /// The same of one plan.
  default Snapshot load(PagePlan plan, PageListener listener, Cancellation cancellation) {
    return compare(List.of(plan), listener, cancellation).getFirst();
  }
}
