package dev.lightfoot.probe;

import dev.lightfoot.model.Snapshot;

/// Loads a page with everything that it asks for: the port that the window and the command line
/// hold.
@FunctionalInterface
public interface PageSeries {

  /// Makes the loads one after the other and gives back what was measured; blocks until then. Each
  /// run of the snapshot has its [dev.lightfoot.model.Run#page].
  ///
  /// A resource that fails is an exchange that failed, and the page still stands. A run has an
  /// error only where its document did not come, or where it was stopped or ran out of time. After
  /// a failure that would repeat (name, connection or certificate), the remaining runs are not
  /// made. After a cancellation the runs made so far come back, the last one with the error
  /// `cancelled`.
  ///
  /// @throws IllegalArgumentException where the request itself cannot be used, such as a
  ///   certificate file that cannot be read; the message is a sentence for people
  Snapshot load(PagePlan plan, PageListener listener, Cancellation cancellation);
}
