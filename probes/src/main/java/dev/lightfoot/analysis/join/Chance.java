package dev.lightfoot.analysis.join;

/// How likely it is that what fits a request is another one's. Other requests are taken to come at
/// random, as often as the log shows them.
final class Chance {
  /// A join that is likelier than this to be wrong is not made.
  static final double MOST = 1e-3;

  /// The same where it is also chosen which of several servers it is joined with: with the greater
  /// one 1 of 2 300 joins of made-up traffic was wrong, with this one 17 fewer were made.
  static final double MOST_OF_SEVERAL = 1e-4;

  private Chance() {}

  /// That some offset makes so many requests fit entries of others.
  ///
  /// @param requests how many were looked for
  /// @param fitting how many fit
  /// @param each how likely it is that one fits at a given offset
  /// @param offsets how many offsets could have been found
  static double ofOffset(int requests, int fitting, double each, double offsets) {
    double chance = offsets;
    for (int i = 0; i < fitting; i++) {
      chance *= Math.min(1, each) * (requests - i) / (i + 1);
    }
    return chance;
  }

  /// That the request's own entry is missing from the log (Laplace's rule of succession).
  ///
  /// @param missing how many of the others are
  static double ofMissing(int requests, int missing) {
    return (missing + 1.0) / (requests + 2.0);
  }
}
