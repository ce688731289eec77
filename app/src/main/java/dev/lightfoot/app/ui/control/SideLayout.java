package dev.lightfoot.app.ui.control;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// The chart and, beside it, the side panel; below 78 em of width the side panel goes under it.
public final class SideLayout extends Region {
  private static final double NARROW = 78;
  private static final double SIDE = 25;
  private static final double UNDER = 19;
  private static final double GAP = 0.65;

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
    double gap = Math.rint(GAP * size);
    double width = getWidth();
    double height = getHeight();
    if (narrow(width)) {
      // What stands above keeps what it needs.
      double spare = height - gap - left.minHeight(width);
      double wanted = Math.min(spare, Math.min(UNDER * size, Math.rint(height * 0.4)));
      double under = Math.max(side.minHeight(width), wanted);
      left.resizeRelocate(0, 0, width, height - under - gap);
      side.resizeRelocate(0, height - under, width, under);
      return;
    }
    double wide = Math.rint(SIDE * size);
    left.resizeRelocate(0, 0, width - wide - gap, height);
    side.resizeRelocate(width - wide, 0, wide, height);
  }

  private boolean narrow(double width) {
    return width < NARROW * em.get();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return narrow(width)
        ? left.minHeight(width) + GAP * em.get() + side.minHeight(width)
        : Math.max(left.minHeight(-1), side.minHeight(SIDE * em.get()));
  }
}
