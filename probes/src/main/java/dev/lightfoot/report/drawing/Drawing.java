package dev.lightfoot.report.drawing;

import java.util.ArrayList;
import java.util.List;

/// A picture as marks at places: nothing is computed any more when it is written.
///
/// @param title what it shows, for those who do not see it
/// @param marks what lies over others comes later
/// @param cuts where it can be cut across without cutting what belongs together, from above
public record Drawing(
    String title, double width, double height, List<Mark> marks, List<Double> cuts) {
  /// Width of all charts.
  public static final double WIDTH = 1_120;

  public Drawing {
    marks = List.copyOf(marks);
    cuts = List.copyOf(cuts);
  }

  /// A part of it, from one cut to the next.
  public record Slice(double top, double bottom, List<Mark> marks) {}

  /// Its parts, from above.
  public List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    double from = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      double top = from;
      double bottom = i < cuts.size() ? cuts.get(i) : height;
      slices.add(
          new Slice(
              top,
              bottom,
              marks.stream().filter(m -> m.bottom() > top && m.top() < bottom).toList()));
      from = bottom;
    }
    return slices;
  }
}
