package dev.lightfoot.app.ui.chart.row;

import dev.lightfoot.report.layout.TimeWindow;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The frame of an overview around the part of the time that its chart shows: it is dragged, its
/// ends too, and a press beside it brings it there.
public final class FrameDrag {
  /// Half of the width in which an end is hit.
  private static final double HIT = 12;

  private final Scale scale;
  private final Consumer<TimeWindow> chosen;
  private Grip grip = Grip.NONE;
  private double grippedX;
  private TimeWindow gripped = TimeWindow.whole(1);

  private enum Grip {
    NONE,
    LEFT,
    RIGHT,
    FRAME
  }

  /// Where times lie on the overview.
  public interface Scale {
    /// What the frame is around now.
    TimeWindow window();

    /// Where that instant lies, in pixels.
    double x(long nanos);

    /// What instant lies there.
    long nanos(double x);
  }

  private FrameDrag(Scale scale, Consumer<TimeWindow> chosen) {
    this.scale = scale;
    this.chosen = chosen;
  }

  /// Lets the frame on that overview be dragged.
  ///
  /// @param chosen gets what is to be shown then
  public static void on(Region overview, Scale scale, Consumer<TimeWindow> chosen) {
    FrameDrag drag = new FrameDrag(scale, chosen);
    overview.setOnMousePressed(drag::pressed);
    overview.setOnMouseDragged(drag::dragged);
    overview.setOnMouseReleased(_ -> drag.grip = Grip.NONE);
    overview.setOnMouseMoved(event -> overview.setCursor(cursor(drag.grip(event.getX()))));
  }

  private Grip grip(double x) {
    TimeWindow window = scale.window();
    double left = scale.x(window.fromNanos());
    double right = scale.x(window.toNanos());
    // In a narrow frame each half belongs to its nearer end only outside of it.
    if (x > left + HIT / 2 && x < right - HIT / 2 && !window.isWhole()) {
      return Grip.FRAME;
    }
    if (Math.abs(x - left) <= HIT) {
      return Grip.LEFT;
    }
    return Math.abs(x - right) <= HIT ? Grip.RIGHT : Grip.NONE;
  }

  private static Cursor cursor(Grip grip) {
    return switch (grip) {
      case LEFT, RIGHT -> Cursor.H_RESIZE;
      case FRAME -> Cursor.MOVE;
      case NONE -> Cursor.DEFAULT;
    };
  }

  private void pressed(MouseEvent event) {
    grip = grip(event.getX());
    TimeWindow window = scale.window();
    if (grip == Grip.NONE && !window.isWhole()) {
      long half = window.length() / 2;
      long at = scale.nanos(event.getX());
      chosen.accept(window.showing(at - half, at + half));
      grip = Grip.FRAME;
    }
    grippedX = event.getX();
    gripped = scale.window();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    long by = scale.nanos(event.getX()) - scale.nanos(grippedX);
    switch (grip) {
      case LEFT -> chosen.accept(gripped.showing(gripped.fromNanos() + by, gripped.toNanos()));
      case RIGHT -> chosen.accept(gripped.showing(gripped.fromNanos(), gripped.toNanos() + by));
      case FRAME -> chosen.accept(gripped.panned(by));
      case NONE -> {}
    }
    event.consume();
  }
}
