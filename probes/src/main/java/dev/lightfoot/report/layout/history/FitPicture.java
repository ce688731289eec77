package dev.lightfoot.report.layout.history;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.report.layout.Axis;
import java.util.List;
import java.util.Optional;

/// First bytes by round-trip time without pixels: a spot for each measurement and the line through
/// them.
///
/// @param rtt axis of the round-trip times, from 0
/// @param firstByte axis of the times to the first byte, from 0
/// @param spots in the order of the fit's points
/// @param line empty where there is none to be had
public record FitPicture(Axis rtt, Axis firstByte, List<Spot> spots, Optional<Line> line) {
  public FitPicture {
    spots = List.copyOf(spots);
  }

  /// One measurement.
  public record Spot(long rttNanos, long firstByteNanos) {}

  /// The line from where it enters the picture to where it leaves it.
  public record Line(long fromRtt, long fromFirstByte, long toRtt, long toFirstByte) {}

  /// The picture of a fit.
  public static FitPicture of(FirstByteFit fit) {
    List<Spot> spots =
        fit.points().stream().map(it -> new Spot(it.rttNanos(), it.firstByteNanos())).toList();
    Axis rtt = Axis.holding(spots.stream().mapToLong(Spot::rttNanos).max().orElse(1));
    Axis firstByte = Axis.holding(spots.stream().mapToLong(Spot::firstByteNanos).max().orElse(1));
    return new FitPicture(
        rtt,
        firstByte,
        spots,
        fit.line()
            .flatMap(
                it -> within(it.intercept(), it.slope(), rtt.endNanos(), firstByte.endNanos())));
  }

  /// The part of y = a + k × x that lies in the picture.
  private static Optional<Line> within(double a, double k, long width, long height) {
    double from = 0;
    double to = width;
    if (k != 0) {
      double floor = -a / k;
      double ceiling = (height - a) / k;
      from = Math.max(from, Math.min(floor, ceiling));
      to = Math.min(to, Math.max(floor, ceiling));
    } else if (a < 0 || a > height) {
      return Optional.empty();
    }
    return from < to
        ? Optional.of(
            new Line(
                Math.round(from), Math.round(a + k * from), Math.round(to), Math.round(a + k * to)))
        : Optional.empty();
  }
}
