package dev.lightfoot.app.ui.chart.bar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Where the texts of a [LightScale] go, so that none lies on another: pure geometry in pixels.
///
/// Each place has a mark on the axis and, where there is room, a text in one of [#ROWS] rows above
/// it, right or left of its mark. A mark rises to its text and so through the rows below, where it
/// takes room, too. A text without room is left out; its mark stays, below all rows.
final class LightScaleLayout {
  /// Rows of texts above the axis.
  static final int ROWS = 2;

  /// Least distance between texts, in em.
  static final double GAP = 0.6;

  /// Distance of a text from its mark, in em.
  static final double BESIDE = 0.5;

  private final double width;
  private final double em;
  private final ToDoubleFunction<String> measure;
  private final List<Label> labels = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  /// A place on the scale.
  ///
  /// @param part where on the axis, 0 to 1
  record Place(String text, double part) {}

  /// A text that has room.
  ///
  /// @param row 0 is next to the axis
  record Label(String text, int row, double left, double right) {}

  /// A mark on the axis.
  ///
  /// @param row up to which it rises; -1 where its text has no room
  record Mark(double x, int row) {}

  private LightScaleLayout(double width, double em, ToDoubleFunction<String> measure) {
    this.width = width;
    this.em = em;
    this.measure = measure;
  }

  /// @param width of the axis
  /// @param places the most important first
  /// @param measure width of a text in pixels
  static LightScaleLayout of(
      double width, double em, ToDoubleFunction<String> measure, List<Place> places) {
    LightScaleLayout layout = new LightScaleLayout(width, em, measure);
    places.forEach(layout::add);
    return layout;
  }

  List<Label> labels() {
    return labels;
  }

  List<Mark> marks() {
    return marks;
  }

  private void add(Place place) {
    double x = Math.rint(width * place.part());
    double length = measure.applyAsDouble(place.text());
    for (int row = 0; row < ROWS; row++) {
      double right = x + BESIDE * em;
      for (double left : new double[] {right, x - BESIDE * em - length}) {
        Label label = new Label(place.text(), row, left, left + length);
        if (hasRoom(label, x)) {
          labels.add(label);
          marks.add(new Mark(x, row));
          return;
        }
      }
    }
    marks.add(new Mark(x, -1));
  }

  private boolean hasRoom(Label label, double x) {
    double gap = GAP * em;
    return label.left() >= 0
        && label.right() <= width
        && labels.stream().allMatch(other -> clear(other, label, x, gap))
        && marks.stream()
            .filter(mark -> mark.row() >= label.row())
            .allMatch(mark -> mark.x() + gap <= label.left() || mark.x() - gap >= label.right());
  }

  /// Whether neither the text nor its mark touches another text.
  private static boolean clear(Label other, Label label, double x, double gap) {
    boolean apart = other.right() + gap <= label.left() || other.left() - gap >= label.right();
    boolean crosses =
        other.row() <= label.row() && x > other.left() - gap && x < other.right() + gap;
    return (other.row() != label.row() || apart) && !crosses;
  }

  /// The numbers below the axis that have room: the first and the last, then what is between.
  ///
  /// @param texts evenly spaced, the first at the left end and the last at the right end
  static List<Label> ticks(
      double width, double gap, ToDoubleFunction<String> measure, List<String> texts) {
    int last = texts.size() - 1;
    List<Label> shown = new ArrayList<>();
    double end = width - measure.applyAsDouble(texts.get(last));
    double from = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < last; i++) {
      double length = measure.applyAsDouble(texts.get(i));
      double left = i == 0 ? 0 : Math.rint(width * i / last) - length / 2;
      if (left >= from && left + length + gap <= end) {
        shown.add(new Label(texts.get(i), 0, left, left + length));
        from = left + length + gap;
      }
    }
    if (end >= 0) {
      shown.add(new Label(texts.get(last), 0, end, width));
    }
    return shown;
  }
}
