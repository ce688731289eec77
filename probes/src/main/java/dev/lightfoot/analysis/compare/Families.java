package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.statistics.Adjusted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Shifts that answer one question together, adjusted for being many. One without an estimate takes
/// no part.
final class Families {
  private Families() {}

  /// By Holm, and only as sure as what was asked before: where the total shows no change, none of
  /// its parts does.
  static List<Shift> after(Shift total, List<Shift> family) {
    double gate = total.estimate().map(Estimate::pAdjusted).orElse(1.0);
    return adjusted(
        family,
        p -> {
          double[] all = Adjusted.holm(p);
          for (int i = 0; i < all.length; i++) {
            all[i] = Math.max(gate, all[i]);
          }
          return all;
        });
  }

  /// By Benjamini and Hochberg: of a list of many, as a list of what to look at.
  static List<Shift> listed(List<Shift> family) {
    return adjusted(family, Adjusted::benjaminiHochberg);
  }

  /// By Holm alone.
  static List<Shift> equal(List<Shift> family) {
    return adjusted(family, Adjusted::holm);
  }

  private static List<Shift> adjusted(List<Shift> family, UnaryOperator<double[]> by) {
    double[] adjusted =
        by.apply(
            family.stream()
                .flatMap(shift -> shift.estimate().stream())
                .mapToDouble(Estimate::p)
                .toArray());
    List<Shift> all = new ArrayList<>();
    int at = 0;
    for (Shift shift : family) {
      all.add(shift.estimate().isPresent() ? Shifts.adjusted(shift, adjusted[at++]) : shift);
    }
    return all;
  }
}
