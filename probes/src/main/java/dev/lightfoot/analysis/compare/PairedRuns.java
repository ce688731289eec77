package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// The runs that an attribution rests on: without those whose totals lie at the ends, so that one
/// stray run does not say what all the others do not.
///
/// @param basis of the means
/// @param a of side A
/// @param b of side B; run by run beside A's where measured in turn
record PairedRuns(Attribution.Basis basis, List<ComparedRun> a, List<ComparedRun> b) {
  /// So much is left out at either end.
  private static final double TRIMMED = 0.1;

  PairedRuns {
    a = List.copyOf(a);
    b = List.copyOf(b);
  }

  static PairedRuns of(ComparedRuns a, ComparedRuns b, boolean inTurn) {
    return inTurn
        ? inTurn(a.runs(), b.runs())
        : new PairedRuns(
            Attribution.Basis.TRIMMED_MEANS,
            trimmed(a.runs(), ComparedRun::totalNanos),
            trimmed(b.runs(), ComparedRun::totalNanos));
  }

  private static PairedRuns inTurn(List<ComparedRun> a, List<ComparedRun> b) {
    List<Integer> pairs =
        trimmed(
            IntStream.range(0, Math.min(a.size(), b.size())).boxed().toList(),
            i -> b.get(i).totalNanos() - a.get(i).totalNanos());
    return new PairedRuns(
        Attribution.Basis.PAIRED_MEANS,
        pairs.stream().map(a::get).toList(),
        pairs.stream().map(b::get).toList());
  }

  private static <T> List<T> trimmed(List<T> all, ToLongFunction<T> nanos) {
    int cut = (int) (TRIMMED * all.size());
    return all.stream()
        .sorted(Comparator.comparingLong(nanos))
        .skip(cut)
        .limit(all.size() - 2L * cut)
        .toList();
  }

  /// B's mean less A's, in whole nanoseconds.
  long difference(ToLongFunction<ComparedRun> ofA, ToLongFunction<ComparedRun> ofB) {
    return mean(b, ofB) - mean(a, ofA);
  }

  private static long mean(List<ComparedRun> runs, ToLongFunction<ComparedRun> nanos) {
    return Math.floorDiv(runs.stream().mapToLong(nanos).sum(), runs.size());
  }
}
