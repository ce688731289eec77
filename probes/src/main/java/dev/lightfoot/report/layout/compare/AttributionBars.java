package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Rounding;
import java.util.ArrayList;
import java.util.List;

/// What moved the total as bars, each of which begins where the one before ended.
///
/// @param bars in the order of the parts
/// @param totalNanos where the last one ends
/// @param totalTenths the same in tenths of a millisecond: the sum of those of the bars
/// @param scale holds 0 and both ends of every bar
public record AttributionBars(List<Bar> bars, long totalNanos, long totalTenths, NanosScale scale) {
  public AttributionBars {
    bars = List.copyOf(bars);
  }

  /// One part.
  ///
  /// @param part which
  /// @param fromNanos where it begins
  /// @param toNanos where it ends: to the left of its beginning where it made the total smaller
  /// @param tenths its length as it is shown, in tenths of a millisecond
  public record Bar(Part part, long fromNanos, long toNanos, long tenths) {}

  /// Those that are seen: of more than 0.0 ms, and what is left over. What they are shown as adds
  /// up to the total, too.
  public List<Bar> shown() {
    return bars.stream()
        .filter(bar -> bar.tenths() != 0 || bar.part().what() == Part.What.LEFT_OVER)
        .toList();
  }

  /// The bars of an attribution.
  public static AttributionBars of(Attribution attribution) {
    long total = Numbers.tenths(attribution.totalNanos());
    long[] tenths =
        Rounding.toTenths(attribution.parts().stream().mapToLong(Part::nanos).toArray(), total);
    List<Bar> bars = new ArrayList<>();
    long at = 0;
    long least = 0;
    long most = 0;
    for (int i = 0; i < tenths.length; i++) {
      Part part = attribution.parts().get(i);
      bars.add(new Bar(part, at, at + part.nanos(), tenths[i]));
      at += part.nanos();
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    return new AttributionBars(
        bars, attribution.totalNanos(), total, NanosScale.holding(least, most));
  }
}
