package dev.lightfoot.app.ui.control;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;

/// The chart and, beside it, the side panel; below 84 em of width the side panel goes under it.
public final class SideLayout extends Region {
  private static final double NARROW = 78;
  private static final double SIDE = 25;
  private static final double UNDER = 19;

  private final ObservableDoubleValue em;
  private final Region left;
  private final Region side;

  public SideLayout(ObservableDoubleValue em, Region left, Region side) {
    this.em = em;
    this.left = left;
    this.side = side;
    getChildren().addAll(left, side);
    em.subscribe(_ -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    double size = em.get();
    double gap = Math.rint(0.65 * size);
    double width = getWidth();
    double height = getHeight();
    if (width < NARROW * size) {
      double under = Math.min(Math.rint(UNDER * size), Math.rint(height * 0.4));
      left.resizeRelocate(0, 0, width, height - under - gap);
      side.resizeRelocate(0, height - under, width, under);
      return;
    }
    double wide = Math.rint(SIDE * size);
    left.resizeRelocate(0, 0, width - wide - gap, height);
    side.resizeRelocate(width - wide, 0, wide, height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return 20 * em.get();
  }
}
