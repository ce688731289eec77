package dev.lightfoot.probe;

import java.util.List;
import java.util.function.IntConsumer;

/// The order in which what is to be compared is measured: A B, then B A, then A B again. Each round
/// goes the opposite way of the one before it, so that what drifts meanwhile hits all alike.
///
/// [ProbeSeries#compare] and [PageSeries#compare] measure so: the command line's `compare` and the
/// window's Compare screen hold those two.
public final class Turns {
  private Turns() {}

  /// The runs of one of those that take turns.
  public interface Side {
    /// Whether another run is to be made. A side that has failed for good says no, and the others
    /// go on without it.
    boolean goesOn();

    /// Makes the next run.
    ///
    /// @param number its number for the listener: from 0, over all sides
    void step(int number);
  }

  /// Makes the runs of all sides.
  ///
  /// @param turnOf is given the index of the side whose turn comes next
  public static void take(List<? extends Side> sides, IntConsumer turnOf) {
    int number = 0;
    boolean forward = true;
    while (sides.stream().anyMatch(Side::goesOn)) {
      for (int i = 0; i < sides.size(); i++) {
        int at = forward ? i : sides.size() - 1 - i;
        if (sides.get(at).goesOn()) {
          turnOf.accept(at);
          sides.get(at).step(number++);
        }
      }
      forward = !forward;
    }
  }
}
