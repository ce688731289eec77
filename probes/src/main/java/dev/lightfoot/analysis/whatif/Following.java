package dev.lightfoot.analysis.whatif;

/// Follows a prediction that takes its time.
@FunctionalInterface
public interface Following {
  /// Nobody follows it.
  Following NOBODY = _ -> true;

  /// Hears how far it has come.
  ///
  /// @param share of the replays that are made, 0 to 1
  /// @return whether it is still wanted; where not, the prediction ends with a
  ///   [java.util.concurrent.CancellationException]
  boolean goesOn(double share);
}
